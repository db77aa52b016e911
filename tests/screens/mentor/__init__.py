"""The screens of mentor."""
