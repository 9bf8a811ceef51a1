"""Runs the revisions of the schema through Alembic; nothing else in the app imports it.

All revisions asked for run in one transaction: what fails leaves the database as it was.
"""

from __future__ import annotations

from collections.abc import Callable

from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from alembic.util import CommandError
from sqlalchemy import Connection, Engine

from desktop.store.engine import told_plainly, without_references
from desktop.store.errors import MigrationFailed, StoreBusy, StoreNotWritable
from desktop.store.migrations import HISTORY, History


def upgrade(engine: Engine, history: History = HISTORY) -> None:
    """Runs the missing revisions, up to the last. Raises ``MigrationFailed``, ``StoreBusy`` or
    ``StoreNotWritable``."""
    _run(engine, command.upgrade, history, history.head)


def downgrade(engine: Engine, history: History = HISTORY, target: str = "base") -> None:
    """Takes revisions back down to ``target``, with all that they hold. Raises as ``upgrade``."""
    _run(engine, command.downgrade, history, target)


def knows(revision: str, history: History = HISTORY) -> bool:
    """Whether the revision is one of this version of the app."""
    try:
        ScriptDirectory.from_config(_configuration(history)).get_revision(revision)
    except CommandError:
        return False
    return True


def _run(engine: Engine, move: Callable[[Config, str], None], history: History, target: str) -> None:
    try:
        with told_plainly(), without_references(engine) as connection:
            move(_configuration(history, connection), target)
    except (StoreBusy, StoreNotWritable):
        raise
    except Exception as error:
        failed = MigrationFailed(f"the step to {target} failed ({type(error).__name__})")
        raise failed from None


def _configuration(history: History, connection: Connection | None = None) -> Config:
    # No alembic.ini: an installed app has none. Per cent signs would be read as interpolation.
    config = Config()
    config.set_main_option("script_location", str(history.folder).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    return config
