"""What runs for hours and not in every check: `make soak`."""
