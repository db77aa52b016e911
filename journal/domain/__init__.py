"""The subject of the journal: record types and the calculations on them.

Nothing here touches files or reads the clock: callers pass in the day and the instant. It may import `journal.errors`
and `msgspec`, and nothing from the store, the vault or the screens.
"""
