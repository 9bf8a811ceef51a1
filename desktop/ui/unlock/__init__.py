"""The way into the vault: making it and unlocking it."""
