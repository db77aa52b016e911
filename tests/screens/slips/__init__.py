"""The screens of slips."""
