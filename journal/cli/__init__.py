"""The same journal, in lines."""
