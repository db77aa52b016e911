"""Keep the encrypted journal file: its bytes on disk, as `docs/format.md` describes them.

`journal.store` works with it; `journal.config` and `journal.sharing` use only its `Disk`. Nothing here knows about
recovery: a document is a JSON object in a table, under a uid. It may import `journal.errors`, `cryptography`, `msgspec`
and `mnemonic`, never `journal.domain` or `journal.store`.
"""
