"""The screens of plan."""
