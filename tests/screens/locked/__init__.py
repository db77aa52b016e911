"""The screens of locked."""
