"""The same journal, in lines: for scripts, for screen readers, for a quick word."""
