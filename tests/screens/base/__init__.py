"""What all screens are made from."""
