"""The screens of timeline."""
