"""The page for the mentor: composed from the journal, rendered as text or HTML."""
