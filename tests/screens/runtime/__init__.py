"""The app's machinery."""
