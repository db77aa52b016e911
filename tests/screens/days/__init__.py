"""The screens of days."""
