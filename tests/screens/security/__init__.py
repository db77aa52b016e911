"""The screens of security."""
