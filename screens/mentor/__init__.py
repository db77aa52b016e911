"""People, meetings, commitments, needs and the agreement."""
