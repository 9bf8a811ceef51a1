"""Where a unit is kept: rows, mappers, units of work and migrations over an encrypted database.

Everything that others need is named here; how it is done stays inside.
"""

from desktop.store.audit import SqlTrail, system_time
from desktop.store.engine import DatabaseKey
from desktop.store.errors import (
    MigrationFailed,
    PublishedPlanFixed,
    StoreBusy,
    StoreDamaged,
    StoreError,
    StoreExists,
    StoreMissing,
    StoreNotWritable,
    StoreRefused,
    StoreTooNew,
    WrongKey,
)
from desktop.store.files import (
    StoreFacts,
    TableDifference,
    compare_stores,
    copy_store,
    examine_store,
    scrub_store,
)
from desktop.store.opening import create_store, open_store, remove_store, trail_of
from desktop.store.unit_of_work import SqlStore

__all__ = [
    "DatabaseKey",
    "MigrationFailed",
    "PublishedPlanFixed",
    "SqlStore",
    "SqlTrail",
    "StoreBusy",
    "StoreDamaged",
    "StoreError",
    "StoreExists",
    "StoreFacts",
    "StoreMissing",
    "StoreNotWritable",
    "StoreRefused",
    "StoreTooNew",
    "TableDifference",
    "WrongKey",
    "compare_stores",
    "copy_store",
    "create_store",
    "examine_store",
    "open_store",
    "remove_store",
    "scrub_store",
    "system_time",
    "trail_of",
]
