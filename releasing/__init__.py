"""What making a release needs, and the journal itself does not; nothing here is in the wheel."""
