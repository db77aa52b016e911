#compdef journal
# Completes the command journal in zsh. It runs no program, and reads no journal.

@tables@
_journal() {
    local previous=${words[CURRENT - 1]} journal_path=journal at=2 found line
    while ((at < CURRENT)); do
        case ${words[at]} in
        --journal) ((at++)) ;;
        -*) ;;
        *) if _journal_commands "$journal_path" | grep -Fqx -e "${words[at]}"; then journal_path="$journal_path ${words[at]}"; fi ;;
        esac
        ((at++))
    done
    found=$(_journal_values "$journal_path" "$previous")
    if [[ -z $found && ${words[CURRENT]} == -* ]]; then
        found=$(_journal_options "$journal_path")
    elif [[ -z $found ]]; then
        found=$(_journal_commands "$journal_path"; _journal_arguments "$journal_path")
    fi
    while IFS= read -r line; do
        case $line in
        "$_journal_file") _files ;;
        "$_journal_any" | "") ;;
        *) compadd -- "$line" ;;
        esac
    done <<<"$found"
}
if [[ ${zsh_eval_context[-1]} == loadautofunc ]]; then
    _journal "$@"
else
    compdef _journal journal
fi
