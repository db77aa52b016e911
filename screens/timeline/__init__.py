"""Everything, newest first, and the entry form."""
