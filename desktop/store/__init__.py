"""Rows, mappers, unit of work and migrations: the unit in an encrypted database."""
