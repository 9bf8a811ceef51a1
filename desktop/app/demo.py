"""The demo's vault: made and filled without asking, and made anew in another week.

The demo unit is laid around a week; in another one its levels, referrals and placements have run out. A
mark beside the vault tells which vault the demo made, by the vault's own id, and around which week. A vault
without its mark is somebody's own and is never removed.
"""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

from desktop.app.door import VaultDoor
from desktop.domain.errors import DomainError
from desktop.domain.time import IsoWeek
from desktop.ui.door import DoorAnswer

DEMO_SEED = 1
# Everybody knows it: the demo's people are invented, and nothing asks for it.
DEMO_PASSPHRASE = "sikkerplan-demo"
MARK = "demo.json"


class DemoVault:
    """Opens the demo's vault. ``left`` is the week of the one removed for it, None where none was."""

    def __init__(self, door: VaultDoor, folder: Path) -> None:
        self._door = door
        self._mark = folder / MARK
        self.left: IsoWeek | None = None

    def open(self, today: date) -> DoorAnswer:
        """Opens the vault, which then holds the demo of the week that ``today`` lies in.

        A vault that the demo did not make is opened where the demo's passphrase does so; it is filled where
        it is empty, and kept as it is otherwise.
        """
        week = IsoWeek.containing(today)
        door = self._door
        made = not door.exists()
        answer = door.create(DEMO_PASSPHRASE) if made else door.unlock(DEMO_PASSPHRASE)
        if answer is not DoorAnswer.OPEN:
            return answer
        laid = None if made else self._laid_around()
        if laid is not None and laid != week:
            answer = door.make_anew(DEMO_PASSPHRASE)
            if answer is not DoorAnswer.OPEN:
                return answer
            self.left, made = laid, True
        try:
            if made:
                mark = {"vault": door.vault_id(), "week": str(week)}
                self._mark.write_text(json.dumps(mark) + "\n", encoding="utf-8")
        except OSError:
            return DoorAnswer.FAILED
        with door.store().begin() as work:
            empty = work.is_empty()
        if empty:
            self._fill(today)
        return answer

    def _fill(self, today: date) -> None:
        # Once a week; a vault that is filled already opens without them.
        from desktop.services.demo import demo_unit_text
        from desktop.services.files.importing import import_unit
        from desktop.services.ids import sequential_ids

        import_unit(self._door.store(), demo_unit_text(DEMO_SEED, today), sequential_ids())

    def _laid_around(self) -> IsoWeek | None:
        """The week of the demo in this very vault; None where the demo did not make it."""
        try:
            mark = json.loads(self._mark.read_bytes())
            if mark["vault"] == self._door.vault_id():
                return IsoWeek.parse(mark["week"])
        except (OSError, ValueError, KeyError, TypeError, DomainError):
            pass
        return None
