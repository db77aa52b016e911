"""The screens of settings."""
