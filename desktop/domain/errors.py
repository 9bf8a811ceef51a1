"""How the domain refuses a value: by kind, field and key, never by what the value says."""

from __future__ import annotations

from collections.abc import Iterable, Sized
from dataclasses import dataclass

LARGEST = 1_000_000_000
"""The largest number that the exchange format takes."""


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with one field. ``key`` is a word that the interface translates, such as ``empty``."""

    field: str
    key: str


class DomainError(ValueError):
    """A value that the domain refuses. Carries every fault found and no data of the value itself."""

    def __init__(self, kind: str, faults: tuple[Fault, ...]) -> None:
        super().__init__(", ".join(f"{kind}.{fault.field}: {fault.key}" for fault in faults))
        self.kind = kind
        self.faults = faults

    @property
    def field(self) -> str:
        """The field of the first fault."""
        return self.faults[0].field

    @property
    def key(self) -> str:
        """The key of the first fault."""
        return self.faults[0].key


def refuse(value: object, *faults: Fault | None) -> None:
    """Raises ``DomainError`` for ``value``'s class where any fault is given."""
    found = tuple(fault for fault in faults if fault is not None)
    if found:
        raise DomainError(type(value).__name__, found)


def fault_if(wrong: bool, field: str, key: str) -> Fault | None:
    return Fault(field, key) if wrong else None


def blank(field: str, text: str) -> Fault | None:
    """``empty`` where the text holds nothing but white space."""
    return fault_if(not text.strip(), field, "empty")


def outside(field: str, value: int, least: int, most: int = LARGEST) -> Fault | None:
    """``too_small`` or ``too_large`` where the value does not lie from ``least`` to ``most`` inclusive."""
    return fault_if(value < least, field, "too_small") or fault_if(value > most, field, "too_large")


def none_in(field: str, values: Sized) -> Fault | None:
    """``empty`` where a list that must hold something holds nothing."""
    return fault_if(len(values) == 0, field, "empty")


def twice(field: str, values: Iterable[object]) -> Fault | None:
    """``duplicate`` where a value stands in the list more than once."""
    listed = list(values)
    return fault_if(len(set(listed)) < len(listed), field, "duplicate")
