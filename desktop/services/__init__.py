"""What a coordinator does: a module a job, each returning what it changed. No Qt, no database."""
