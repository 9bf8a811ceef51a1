"""Where a unit is kept: rows, mappers, units of work and migrations over an encrypted database.

Everything that others need is named here, but for the types of what was opened; how it is done stays inside.
"""

from desktop.store.clock import system_time
from desktop.store.driver import DatabaseKey
from desktop.store.errors import (
    MigrationFailed,
    PublishedPlanFixed,
    StoreBusy,
    StoreClosed,
    StoreDamaged,
    StoreError,
    StoreExists,
    StoreMissing,
    StoreNotWritable,
    StoreOutdated,
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
from desktop.store.opening import (
    create_store,
    get_ready,
    open_store,
    read_store,
    remove_store,
    sync_folder,
    trail_of,
)
from desktop.store.rekeying import finish_rewrite, key_opens, rewrite_store

__all__ = [
    "DatabaseKey",
    "MigrationFailed",
    "PublishedPlanFixed",
    "StoreBusy",
    "StoreClosed",
    "StoreDamaged",
    "StoreError",
    "StoreExists",
    "StoreFacts",
    "StoreMissing",
    "StoreNotWritable",
    "StoreOutdated",
    "StoreRefused",
    "StoreTooNew",
    "TableDifference",
    "WrongKey",
    "compare_stores",
    "copy_store",
    "create_store",
    "examine_store",
    "finish_rewrite",
    "get_ready",
    "key_opens",
    "open_store",
    "read_store",
    "remove_store",
    "rewrite_store",
    "scrub_store",
    "sync_folder",
    "system_time",
    "trail_of",
]
