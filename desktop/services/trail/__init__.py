"""The audit trail: what is recorded, sealed, read and verified."""
