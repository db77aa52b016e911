"""The files that can be read while the journal is locked: settings and the emergency card."""
