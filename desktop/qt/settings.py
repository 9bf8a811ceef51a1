"""What the window remembers between two starts: language, size, the seconds to plan. No personal data.

An INI file in the data folder, so that nothing is left in the registry or a roaming profile.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QByteArray, QCoreApplication, QObject, QSettings, QThread, QTimer, Signal, Slot

LANGUAGES = ("da", "en")
MIN_SECONDS = 1
MAX_SECONDS = 600
DEFAULT_SECONDS = 10
LOCK_MINUTES = (1, 2, 5, 10, 15, 30)
"""What one can choose from; there is no never."""
DEFAULT_LOCK_MINUTES = 5
MIN_ZOOM = 50
MAX_ZOOM = 250
SAVE_MS = 500
"""How soon a change is written to the file."""


class Settings(QObject):
    """Typed access to the INI file at ``path``. A value that cannot be read counts as not set.

    ``not_saved`` is sent once when the file can't be written, and again only after it could. What was set
    holds for as long as the app runs, and is tried again with the next change.
    """

    not_saved = Signal()

    def __init__(self, path: Path) -> None:
        super().__init__()
        self._path = path
        self._values = self._opened()
        self._told = False
        self._waits = False

    def for_thread(self) -> Settings:
        """The same settings, for another thread: Qt lets one object be used by one thread at a time."""
        return Settings(self._path)

    @Slot()
    def save(self) -> bool:
        """Writes what has changed to the file at once. False where that can't be."""
        self._waits = False
        saved = _synced(self._values)
        if not saved:
            # An error stays with Qt's object, whatever it writes afterwards: another one knows better.
            saved = _synced(self._opened())
        if saved:
            self._told = False
        elif not self._told:
            self._told = True
            self.not_saved.emit()
        return saved

    def _opened(self) -> QSettings:
        return QSettings(str(self._path), QSettings.Format.IniFormat)

    @property
    def language(self) -> str | None:
        """``"da"`` or ``"en"``; None where the system's language decides."""
        value = self._values.value("language")
        return value if value in LANGUAGES else None

    @language.setter
    def language(self, code: str | None) -> None:
        self._set("language", code if code in LANGUAGES else None)

    @property
    def seconds(self) -> int:
        """How long a planning run may take, in seconds."""
        return self._whole("planning/seconds", DEFAULT_SECONDS, MIN_SECONDS, MAX_SECONDS)

    @seconds.setter
    def seconds(self, seconds: int) -> None:
        self._set("planning/seconds", seconds)

    @property
    def lock_minutes(self) -> int:
        """After how many minutes without a touch the vault is locked."""
        minutes = self._whole("vault/lock_minutes", DEFAULT_LOCK_MINUTES, LOCK_MINUTES[0], LOCK_MINUTES[-1])
        return minutes if minutes in LOCK_MINUTES else DEFAULT_LOCK_MINUTES

    @lock_minutes.setter
    def lock_minutes(self, minutes: int) -> None:
        self._set("vault/lock_minutes", minutes)

    @property
    def zoom(self) -> int:
        """The board's zoom in percent."""
        return self._whole("board/zoom", 100, MIN_ZOOM, MAX_ZOOM)

    @zoom.setter
    def zoom(self, percent: int) -> None:
        self._set("board/zoom", percent)

    @property
    def guide_zoom(self) -> int:
        """The size of the guide's text in percent."""
        return self._whole("guide/zoom", 100, MIN_ZOOM, MAX_ZOOM)

    @guide_zoom.setter
    def guide_zoom(self, percent: int) -> None:
        self._set("guide/zoom", percent)

    @property
    def print_names(self) -> bool:
        """Whether prints carry names; otherwise case numbers."""
        return str(self._values.value("print/names")) != "false"

    @print_names.setter
    def print_names(self, names: bool) -> None:
        self._set("print/names", "true" if names else "false")

    @property
    def geometry(self) -> QByteArray | None:
        """The window's size and place, as Qt saves it."""
        return self._bytes("window/geometry")

    @geometry.setter
    def geometry(self, geometry: QByteArray) -> None:
        self._set("window/geometry", geometry)

    @property
    def splitter(self) -> QByteArray | None:
        """The share of the board and the panels beside it."""
        return self._bytes("window/splitter")

    @splitter.setter
    def splitter(self, state: QByteArray) -> None:
        self._set("window/splitter", state)

    def state(self, name: str) -> QByteArray | None:
        """How a splitter, a header or a window of this name was left, as Qt saves it."""
        return self._bytes(f"states/{name}")

    def keep_state(self, name: str, state: QByteArray) -> None:
        """Remembers how something of the window is shared out; never what is shown in it."""
        self._set(f"states/{name}", state)

    @property
    def backup_folder(self) -> Path | None:
        """Where backups are put; None where nobody has chosen a place."""
        value = self._values.value("backup/folder")
        return Path(value) if isinstance(value, str) and value else None

    @backup_folder.setter
    def backup_folder(self, folder: Path | None) -> None:
        self._set("backup/folder", None if folder is None else str(folder))

    @property
    def last_backup(self) -> datetime | None:
        """When the last good backup was made, for as long as its folder can't be asked. Aware, UTC."""
        value = self._values.value("backup/last")
        with suppress(ValueError):
            found = datetime.fromisoformat(value) if isinstance(value, str) else None
            return found if found is not None and found.tzinfo is not None else None
        return None

    @last_backup.setter
    def last_backup(self, moment: datetime) -> None:
        self._set("backup/last", moment.isoformat())

    def table_state(self, name: str) -> Mapping[str, object]:
        """What a table or its filters are to remember under a name; empty where nothing is.

        Only how things are shown: never what was searched for, nor anything that comes from the unit.
        """
        value = self._values.value(f"tables/{name}")
        with suppress(ValueError):
            found = json.loads(value) if isinstance(value, str) else None
            return found if isinstance(found, dict) else {}
        return {}

    def keep_table_state(self, name: str, state: Mapping[str, object]) -> None:
        """Remembers texts, numbers, truths, lists and maps of them."""
        self._set(f"tables/{name}", json.dumps(state) if state else None)

    def sheet_columns(self, kind: str) -> dict[str, str]:
        """How headings of imported tables of a kind were understood: column keys by heading."""
        value = self._values.value(f"sheets/{kind}")
        with suppress(ValueError):
            found = json.loads(value) if isinstance(value, str) else None
            if isinstance(found, dict):
                return {head: key for head, key in found.items() if isinstance(key, str)}
        return {}

    def remember_sheet_columns(self, kind: str, columns: Mapping[str, str]) -> None:
        """Keeps how headings are understood; they must be headings and nobody's data."""
        self._set(f"sheets/{kind}", json.dumps(dict(columns)) if columns else None)

    def _set(self, key: str, value: object) -> None:
        if value is None:
            self._values.remove(key)
        else:
            self._values.setValue(key, value)
        app = QCoreApplication.instance()
        # A thread beside the window's saves by itself.
        if not self._waits and app is not None and QThread.currentThread() is app.thread():
            self._waits = True
            QTimer.singleShot(SAVE_MS, self, self.save)

    def _bytes(self, key: str) -> QByteArray | None:
        value = self._values.value(key)
        return value if isinstance(value, QByteArray) and not value.isEmpty() else None

    def _whole(self, key: str, default: int, low: int, high: int) -> int:
        value = self._values.value(key)
        try:
            number = int(value) if isinstance(value, int | str) else default
        except ValueError:
            number = default
        return min(max(number, low), high)


def _synced(values: QSettings) -> bool:
    values.sync()
    return values.status() is QSettings.Status.NoError
