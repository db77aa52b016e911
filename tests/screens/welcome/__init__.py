"""The screens of welcome."""
