"""The people of versions beside each other: a row for each, a column for each version."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QPushButton

from desktop.domain.plans import PlannedSession, PlanVersion
from desktop.printing.marks import GLYPHS
from desktop.qt.settings import Settings
from desktop.services.beside import Mark, PersonBeside
from desktop.ui.beside.lines import SessionLines
from desktop.ui.beside.words import spoken_week, week_words
from desktop.ui.table.columns import Column
from desktop.ui.table.filter_bar import Filter, Option
from desktop.ui.table.panel import TablePanel

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class PersonRow:
    """Somebody's weeks with their name. ``base`` is the place of the version that others stand against."""

    beside: PersonBeside
    name: str
    base: int
    lines: SessionLines

    @property
    def key(self) -> str:
        return f"{self.beside.person}.{'staff' if self.beside.serves else 'citizen'}"

    def words(self, place: int) -> str:
        """What stands in a version's cell."""
        return week_words(self.beside.weeks[place], self.beside.weeks[self.base])

    def spoken(self, place: int) -> str:
        """The same for a screen reader."""
        return spoken_week(self.beside.weeks[place], self.beside.weeks[self.base])

    def told(self, place: int) -> str:
        """What is otherwise in a version, session by session."""
        found = self.beside.weeks[place].against
        lines = [self.spoken(place)]
        if found is not None:
            lines += [self._line(Mark.NEW, None, each) for each in found.added]
            lines += [self._line(Mark.GONE, each, None) for each in found.removed]
            for each in found.moved:
                mark = Mark.MOVED if each.elsewhere else Mark.OTHERS
                lines.append(self._line(mark, each.before, each.after))
            lines += [self._line(Mark.OTHERS, each.before, each.after, met=True) for each in found.company]
        return "\n".join(lines)

    def minutes(self, place: int) -> int | None:
        """What a version's column is sorted by."""
        return self.beside.weeks[place].minutes

    def _line(
        self, mark: Mark, before: PlannedSession | None, after: PlannedSession | None, *, met: bool = False
    ) -> str:
        staff = mark is Mark.OTHERS and not met
        sides = (each for each in (before, after) if each is not None)
        said = [self.lines.line(each, staff=staff, citizens=met) for each in sides]
        return f"{GLYPHS[mark]} {' → '.join(said)}"


def person_rows(people: Sequence[PersonBeside], lines: SessionLines, base: int) -> tuple[PersonRow, ...]:
    """The rows, each with its name."""
    return tuple(PersonRow(each, lines.names.get(each.person, each.person), base, lines) for each in people)


def people_table(versions: Sequence[PlanVersion], base: int, settings: Settings) -> TablePanel[PersonRow]:
    """An empty table with a column for each version."""
    table: TablePanel[PersonRow] = TablePanel(
        _columns(versions, base),
        lambda row: row.key,
        name="week.beside",
        title=translate("Beside", "What differs for whom"),
        settings=settings,
        filters=_filters(),
        sort=("person", Qt.SortOrder.AscendingOrder),
        empty=translate("Beside", "Nothing differs for anybody."),
    )
    copy = QPushButton(translate("Beside", "Copy the table"))
    copy.setAutoDefault(False)
    copy.clicked.connect(table.view.copy_all)
    table.bar.add_widget(copy)
    return table


def _columns(versions: Sequence[PlanVersion], base: int) -> tuple[Column[PersonRow], ...]:
    title = translate("Beside", "Version %1")
    based = translate("Beside", "Version %1 (base)")
    return (
        Column("person", translate("Beside", "Person"), lambda row: row.name, width=24),
        Column(
            "role",
            translate("Beside", "Role"),
            lambda row: translate("Beside", "Staff") if row.beside.serves else translate("Beside", "Citizen"),
            width=16,
        ),
        *(
            Column(
                f"version{place}",
                (based if place == base else title).replace("%1", str(version.number)),
                partial(_words, place),
                sort=partial(_minutes, place),
                spoken=partial(_spoken, place),
                tooltip=partial(_told, place),
                width=46,
            )
            for place, version in enumerate(versions)
        ),
    )


def _words(place: int, row: PersonRow) -> str:
    return row.words(place)


def _minutes(place: int, row: PersonRow) -> object:
    return row.minutes(place)


def _spoken(place: int, row: PersonRow) -> str:
    return row.spoken(place)


def _told(place: int, row: PersonRow) -> str:
    return row.told(place)


def _filters() -> tuple[Filter[PersonRow], ...]:
    return (
        Filter(
            "role",
            translate("Beside", "Role"),
            (
                Option(translate("Beside", "Citizens"), lambda row: not row.beside.serves, "citizens"),
                Option(translate("Beside", "Staff"), lambda row: row.beside.serves, "staff"),
            ),
        ),
    )
