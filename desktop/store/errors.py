"""What can go wrong with a store. No text here or in a cause holds a value out of the database."""

from __future__ import annotations

from desktop.services.ports import NotStored, Rejected


class StoreError(Exception):
    """Base of everything that the store raises on its own account."""


class StoreMissing(StoreError):
    """There is no database at the path."""


class StoreExists(StoreError):
    """There is a database at the path already."""


class WrongKey(StoreError):
    """The key does not open the file, or the file is no database: an encrypted one can't tell which."""


class StoreDamaged(StoreError):
    """The key opens the file, but what is in it can't be read."""


class StoreTooNew(StoreError):
    """A newer version of the app has changed the database; this one would misread it."""


class MigrationFailed(StoreError):
    """Bringing the database up to this version failed; the file is as it was before."""


class StoreBusy(StoreError, NotStored):
    """Somebody else, or another transaction of this process, holds the database."""


class StoreClosed(StoreError):
    """The store was closed, by a lock for one; a transaction that was under way is undone."""


class StoreOutdated(StoreError):
    """The database is of an older version of the app, and may not be brought up to date by reading it."""


class StoreNotWritable(StoreError, NotStored):
    """The disk is full or can't be written to, the file can't be reached, or the store was opened for reading
    only."""


class StoreRefused(StoreError, Rejected):
    """The database refused what was put or removed; the transaction is undone.

    ``rules`` names the constraints or the pairs "table → table it refers to" that would have been
    broken, as far as they are known: names of the schema, never of a person.
    """

    def __init__(self, rules: tuple[str, ...] = ()) -> None:
        super().__init__(f"the database refused the change ({', '.join(rules) or 'reason unknown'})")
        self.rules = rules


class PublishedPlanFixed(StoreRefused):
    """A published plan version was to be changed or removed."""

    def __init__(self) -> None:
        super().__init__(("a published plan version never changes",))
