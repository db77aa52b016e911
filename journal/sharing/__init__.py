"""Everything that leaves the journal for others: pages, papers, the calendar.

``release`` is the one function that lets lines out, and its ``write`` the one function that writes a file for others.
The package stands on the store and the domain; ``journal.summary``, ``journal.cli`` and ``screens`` call it.
"""
