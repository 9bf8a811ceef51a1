"""The ways to open the vault: seen, added, changed, removed; and the data key made anew."""
