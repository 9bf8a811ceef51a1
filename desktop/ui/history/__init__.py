"""What was done since the vault was opened, in words."""
