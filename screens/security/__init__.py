"""Keys, copies, merging, erasing."""
