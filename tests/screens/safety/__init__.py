"""The screens of safety."""
