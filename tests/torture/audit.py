"""Attacks on the audit trail by somebody who has the database's key, and some who have the trail's as well.

Each attack changes the file behind the app's back, its triggers taken out. ``Verify`` must name every one of
them; of those who sealed the chain anew it can do so by an anchor alone.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from sqlalchemy import Column, Connection, Row, Table, text

from desktop.domain.audit import Actor, AuditEntry, AuditEvent, AuditHead, AuditKind
from desktop.services.trail.audit_chain import GENESIS, entry_mac
from desktop.services.trail.audit_verify import Anchor, Verdict, verify_trail
from desktop.store import DatabaseKey, create_store, open_store
from desktop.store import rows_audit as rows
from desktop.store.engine import open_engine
from desktop.store.unit_of_work import SqlStore

DATABASE_KEY = DatabaseKey(bytes(range(32)), bytes(range(16)))
AUDIT_KEY = bytes(reversed(range(32)))
GUARDED = ("audit_entries", "audit_payloads", "audit_people")


def open_trail(path: Path) -> SqlStore:
    """The store with its trail."""
    return open_store(path, DATABASE_KEY, audit_key=AUDIT_KEY)


def make_trail(path: Path, entries: int) -> AuditHead:
    """A store whose trail holds so many entries about a handful of people."""
    create_store(path, DATABASE_KEY).close()
    store = open_trail(path)
    store.trail.append(
        AuditEvent(AuditKind.READ, "citizen", f"c{number % 5}", f"reason {number}", {"n": number})
        for number in range(entries)
    )
    head = store.trail.head()
    store.close()
    return head


class Forger:
    """Writes into the trail's tables as the database lets whoever takes its triggers out."""

    def __init__(self, connection: Connection) -> None:
        self.run = connection.execute
        for table in GUARDED:
            for event in ("insert", "update", "delete"):
                connection.execute(text(f"DROP TRIGGER IF EXISTS {table}_{event}_guard"))

    def edit(self, number: int) -> None:
        """Somebody else did it."""
        self.run(rows.ENTRIES.update().where(rows.ENTRIES.c.number == number).values(who_given="Nobody"))

    def remove(self, number: int) -> None:
        for table, column in _tables():
            self.run(table.delete().where(column == number))

    def swap(self, number: int, other: int) -> None:
        """Two entries change places, with all that belongs to them."""
        for one, to in ((number, -1), (other, number), (-1, other)):
            for table, column in _tables():
                self.run(table.update().where(column == one).values({column.name: to}))

    def cut(self, number: int) -> None:
        """Nothing is left after this entry."""
        for table, column in _tables():
            self.run(table.delete().where(column > number))

    def cut_entries(self, number: int) -> None:
        """The same, but what lies beside the entries is forgotten."""
        self.run(rows.ENTRIES.delete().where(rows.ENTRIES.c.number > number))

    def close_gap(self, number: int) -> None:
        """What comes after a removed entry moves up."""
        for table, column in _tables():
            found = sorted(
                self.run(table.select().with_only_columns(column).where(column > number)).scalars()
            )
            for moved in dict.fromkeys(found):
                self.run(table.update().where(column == moved).values({column.name: moved - 1}))

    def alter_payload(self, number: int) -> None:
        self.run(rows.PAYLOADS.update().where(rows.PAYLOADS.c.entry == number).values(reason="another"))

    def empty_payload(self, number: int) -> None:
        blank = rows.PAYLOADS.update().where(rows.PAYLOADS.c.entry == number)
        self.run(blank.values(nonce=None, reason="", content=""))

    def drop_payload(self, number: int) -> None:
        self.run(rows.PAYLOADS.delete().where(rows.PAYLOADS.c.entry == number))

    def alter_people(self, number: int) -> None:
        self.run(rows.PEOPLE.update().where(rows.PEOPLE.c.entry == number).values(person="c9"))

    def seal_anew(self) -> None:
        """Makes the chain whole again, with the trail's key in hand."""
        previous = GENESIS
        for row in self.run(rows.ENTRIES.select().order_by(rows.ENTRIES.c.number)).all():
            entry = replace(_entry(row), previous=previous)
            previous = entry_mac(AUDIT_KEY, entry)
            link = rows.ENTRIES.update().where(rows.ENTRIES.c.number == entry.number)
            self.run(link.values(previous=entry.previous, mac=previous))


Attack = tuple[Callable[[Forger, int], None], ...]
"""Steps that do harm to an entry."""


def _swap_with_next(forger: Forger, number: int) -> None:
    forger.swap(number, number + 1)


def _seal_anew(forger: Forger, _: int) -> None:
    forger.seal_anew()


ATTACKS: dict[str, Attack] = {
    "edited": (Forger.edit,),
    "removed": (Forger.remove,),
    "removed, the rest moved up": (Forger.remove, Forger.close_gap),
    "swapped with the next": (_swap_with_next,),
    "cut off, the rest left": (Forger.cut_entries,),
    "payload altered": (Forger.alter_payload,),
    "payload emptied": (Forger.empty_payload,),
    "payload removed": (Forger.drop_payload,),
    "people altered": (Forger.alter_people,),
}
"""Seen without an anchor."""

WITH_THE_KEY: dict[str, Attack] = {
    "edited, sealed anew": (Forger.edit, _seal_anew),
    "removed, sealed anew": (Forger.remove, Forger.close_gap, _seal_anew),
    "swapped, sealed anew": (_swap_with_next, _seal_anew),
    "cut off after it": (Forger.cut,),
}
"""Seen by an anchor alone: the chain is whole again."""


@dataclass(frozen=True, slots=True)
class Tally:
    """How many attacks were made, and the names of those that were not found."""

    made: int
    missed: tuple[str, ...]


def attack(path: Path, steps: Attack, at: int) -> None:
    """Changes a closed store's file."""
    engine = open_engine(path, DATABASE_KEY)
    with engine.connect() as connection:
        driver = connection.connection.driver_connection
        assert driver is not None
        driver.execute("PRAGMA foreign_keys=OFF")
        with connection.begin():
            forger = Forger(connection)
            for step in steps:
                step(forger, at)
    engine.dispose()


def verified(path: Path, *anchors: AuditHead) -> Verdict:
    store = open_trail(path)
    try:
        return verify_trail(store.trail, [Anchor("keyring", head) for head in anchors])
    finally:
        store.close()


def attack_often(folder: Path, rounds: int, entries: int, seed: int) -> Tally:
    """Makes every attack so many times, each on a fresh copy of one trail, at a random entry."""
    template = folder / "template.db"
    head = make_trail(template, entries)
    content = template.read_bytes()
    chance = random.Random(seed)
    missed: list[str] = []
    made = 0
    for round_number in range(rounds):
        for name, steps in (ATTACKS | WITH_THE_KEY).items():
            path = folder / f"{round_number}.db"
            path.write_bytes(content)
            at = chance.randint(1, entries - 1)
            attack(path, steps, at)
            anchors = (head,) if name in WITH_THE_KEY else ()
            if verified(path, *anchors).whole:
                missed.append(f"{name} at {at}")
            made += 1
            path.unlink()
    return Tally(made, tuple(missed))


def _tables() -> tuple[tuple[Table, Column[int]], ...]:
    return (
        (rows.PAYLOADS, rows.PAYLOADS.c.entry),
        (rows.PEOPLE, rows.PEOPLE.c.entry),
        (rows.ENTRIES, rows.ENTRIES.c.number),
    )


def _entry(row: Row[Any]) -> AuditEntry:
    return AuditEntry(
        number=row.number,
        at=row.at,
        who=Actor(row.who_system, row.who_given),
        kind=row.kind,
        subject_kind=row.subject_kind,
        subject_id=row.subject_id,
        payload_digest=row.payload_digest,
        previous=row.previous,
        mac=row.mac,
    )
