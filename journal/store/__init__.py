"""The only API to a journal: typed collections, saving, undo, drafts, inbox.

Screens and commands use nothing below it.
"""
