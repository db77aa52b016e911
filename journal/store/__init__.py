"""The one API to a journal: typed collections, saving, undo, drafts, inbox."""
