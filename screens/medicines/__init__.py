"""The list of medicines with their doses, and the form about one."""
