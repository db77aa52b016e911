"""The file format: header, records, payloads, and the state that they build."""
