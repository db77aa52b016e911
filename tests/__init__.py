"""The promises the journal makes, as tests."""
