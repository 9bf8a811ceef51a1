"""What the vault must survive, tried hard: each module a subject, with a short form in the suite."""
