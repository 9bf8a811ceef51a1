"""The audit trail in the window: what is recorded of reading, and the page to read and verify it."""
