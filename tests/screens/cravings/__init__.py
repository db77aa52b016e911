"""The screens of cravings."""
