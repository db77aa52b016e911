"""An offline-first, encrypted recovery journal."""
