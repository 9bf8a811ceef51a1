"""What is remembered of many records is what would be worked out."""

from __future__ import annotations

from desktop.services.week.remembered import Remembered


class Sums:
    """Adds a number to each record, and keeps count."""

    def __init__(self) -> None:
        self.asked: list[tuple[int, int]] = []
        self.kept: Remembered[int, int, int] = Remembered(self._sum)

    def of(self, common: int, **records: int) -> dict[str, int]:
        self.asked.clear()
        return self.kept.answers(common, records)

    def _sum(self, common: int, record: int) -> int:
        self.asked.append((common, record))
        return common + record


def test_only_the_record_that_is_another_is_worked_out() -> None:
    sums = Sums()
    assert sums.of(1, a=10, b=20) == {"a": 11, "b": 21}
    assert sums.of(1, a=10, b=30, c=40) == {"a": 11, "b": 31, "c": 41}
    assert sums.asked == [(1, 30), (1, 40)]
    assert list(sums.of(1, c=40, a=10)) == ["c", "a"]
    assert sums.asked == []


def test_all_are_where_what_they_share_is_another() -> None:
    sums = Sums()
    sums.of(1, a=10, b=20)
    assert sums.of(2, a=10, b=20) == {"a": 12, "b": 22}
    assert sums.asked == [(2, 10), (2, 20)]


def test_what_is_forgotten_is_worked_out_again() -> None:
    sums = Sums()
    sums.of(1, a=10, b=20, c=30)
    sums.kept.keep({"a": 10, "b": 21})
    assert sums.of(1, a=10, b=20, c=30) == {"a": 11, "b": 21, "c": 31}
    assert sums.asked == [(1, 20), (1, 30)]
