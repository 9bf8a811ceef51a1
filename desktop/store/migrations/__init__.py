"""The schema's history, one revision a module in ``versions``.

A revision is written by hand and imports nothing of the app, so that it still does the same when
the rows have moved on. Tests hold that the last revision's schema equals the row classes', to the
letter, and show the difference where it does not.
"""

HEAD = "0001"
"""The revision of this version of the app: a store that has it is opened without asking Alembic."""
