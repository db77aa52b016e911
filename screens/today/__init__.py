"""Today and the daily check-in."""
