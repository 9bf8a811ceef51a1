"""What every command shares: files, signals, the words on standard error, a search in a thread of its own."""
