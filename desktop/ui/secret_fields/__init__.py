"""Fields that a passphrase or a recovery key is typed in."""
