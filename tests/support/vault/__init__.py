"""Disks that fail, journals to break, readers written from the format alone."""
