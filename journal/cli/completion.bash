# Completes the command journal in bash. It runs no program, and reads no journal.

@tables@
_journal() {
    local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD - 1]} path=journal at=1 found line
    while ((at < COMP_CWORD)); do
        case ${COMP_WORDS[at]} in
        --journal) ((at++)) ;;
        -*) ;;
        *) if _journal_commands "$path" | grep -Fqx -e "${COMP_WORDS[at]}"; then path="$path ${COMP_WORDS[at]}"; fi ;;
        esac
        ((at++))
    done
    COMPREPLY=()
    found=$(_journal_values "$path" "$previous")
    if [[ -z $found && $current == -* ]]; then
        found=$(_journal_options "$path")
    elif [[ -z $found ]]; then
        found=$(_journal_commands "$path"; _journal_arguments "$path")
    fi
    while IFS= read -r line; do
        case $line in
        "$_journal_file") compopt -o default ;;
        "$_journal_any" | "") ;;
        "$current"*) COMPREPLY+=("$(printf %q "$line")") ;;
        esac
    done <<<"$found"
}
complete -F _journal journal
