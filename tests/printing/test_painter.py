"""The week grid as it is laid out and drawn."""

from __future__ import annotations

import itertools
import math
from collections.abc import Iterable

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QFont, QImage, QPainter
from pytestqt.qtbot import QtBot

from desktop.printing.fitting import Fitter, Names, Weight, wrap
from desktop.printing.painter import Placed, SheetPainter, Style
from desktop.printing.palette import DARK, LIGHT, PAPER, Theme
from desktop.printing.sheet import Sheet, room_sheet, site_sheet
from desktop.printing.words import badge_text
from tests.printing.week import NAMES, activity, citizen, session, unit, version

RECT = QRectF(10, 20, 1100, 700)
pytestmark = pytest.mark.usefixtures("qapp")


def painter(size: float = 12, names: Names = Names.FULL, *, ids: bool = False) -> SheetPainter:
    return SheetPainter(Style(QFont(), size, names=names, scales=(1.0, 0.9, 0.8), show_ids=ids))


def texts(placed: Placed) -> list[str]:
    return [run.text for line in placed.text.lines for run in line]


def all_text(placed: Placed) -> str:
    return " ".join(texts(placed))


def drawn(sheet: Sheet, *, selected: str | None = None, conflicts: Iterable[str] = ()) -> QImage:
    image = QImage(1100, 700, QImage.Format.Format_RGB32)
    canvas = QPainter(image)
    painter().render(canvas, QRectF(image.rect()), sheet, selected=selected, conflicts=frozenset(conflicts))
    canvas.end()
    return image


def crowded() -> Sheet:
    """Twenty sessions of half an hour in one room on one day, and some long ones beside them."""
    day = [
        session(f"s{number}", day=23, start=f"{6 + number // 2:02d}:{number % 2 * 30:02d}", minutes=30)
        for number in range(20)
    ]
    long = [session("s90", day=24, minutes=180, people="c1 c2 c3 c4 c5 c6 c7 c8", staff="m1 m2")]
    return room_sheet(unit(), version(*day, *long), "r1")


def test_boxes_lie_inside_and_never_cover_each_other() -> None:
    placed = painter().layout(crowded(), RECT)

    assert len(placed) == 21
    assert all(RECT.contains(each.rect) for each in placed)
    assert not any(one.rect.intersects(other.rect) for one, other in itertools.combinations(placed, 2))


def test_time_runs_down_in_proportion_and_days_to_the_right() -> None:
    sheet = room_sheet(
        unit(),
        version(session("s1", minutes=60), session("s2", start="13:00", minutes=120), session("s3", day=25)),
        "r1",
    )

    first, second, third = painter().layout(sheet, RECT)

    assert first.rect.bottom() < second.rect.top()
    assert second.rect.height() == pytest.approx(2 * first.rect.height(), rel=0.05)
    assert first.rect.left() == second.rect.left() < third.rect.left()
    assert first.rect.top() == third.rect.top()


def test_sessions_at_the_same_time_in_one_room_stand_beside_each_other() -> None:
    sheet = room_sheet(
        unit(),
        version(session("s1", minutes=90), session("s2", start="10:00"), session("s3", start="12:00")),
        "r1",
    )

    one, other, alone = painter().layout(sheet, RECT)

    assert not one.rect.intersects(other.rect)
    assert one.rect.right() < other.rect.left()
    assert alone.rect.width() == pytest.approx(2 * one.rect.width(), rel=0.05)


def test_a_point_finds_its_block() -> None:
    sheet = room_sheet(unit(), version(session("s1"), session("s2", day=26)), "r1")
    drawing = painter()

    for placed in drawing.layout(sheet, RECT):
        found = drawing.block_at(sheet, RECT, placed.rect.center())
        assert found is placed.block
    assert drawing.block_at(sheet, RECT, RECT.topLeft()) is None


@pytest.mark.parametrize("size", [6, 9, 12, 18, 40])
@pytest.mark.parametrize("ids", [False, True])
def test_text_stays_inside_its_box(size: float, ids: bool) -> None:
    drawing = painter(size, ids=ids)

    for placed in drawing.layout(crowded(), RECT):
        text = placed.text
        assert text.line_height * len(text.lines) <= placed.rect.height() + 1
        for run in (run for line in text.lines for run in line):
            assert run.x + drawing.fitter.width(run.text, text.scale, run.weight) <= placed.rect.width() + 1


def test_a_roomy_box_tells_everything() -> None:
    sheet = room_sheet(unit(), version(session("s1", minutes=180, people="c1 c5 c7", staff="m1 m2")), "r1")

    (placed,) = painter(ids=True).layout(sheet, RECT)

    assert placed.text.complete
    written = all_text(placed)
    parts = ("09:00–12:00", "Jobklub", NAMES[0], NAMES[4], NAMES[6], "Vibe Ellemose", "Torben Kildehøj", "s1")
    assert [part for part in parts if part not in written] == []


def test_names_that_do_not_fit_are_counted() -> None:
    sheet = room_sheet(unit(), version(session("s1", people="c1 c2 c3 c4 c5 c6 c7 c8")), "r1")

    (placed,) = painter(16).layout(sheet, RECT)

    assert not placed.text.complete
    shown = sum(name in all_text(placed) for name in NAMES)
    assert 0 < shown < len(NAMES)
    assert f"+{len(NAMES) - shown}" in all_text(placed)


def test_a_very_low_box_still_tells_time_name_and_id() -> None:
    sheet = room_sheet(unit(), version(session("s1", minutes=30)), "r1")

    (placed,) = painter(ids=True).layout(sheet, QRectF(0, 0, 900, 150))

    assert placed.rect.height() < 12
    assert texts(placed)[0].startswith("09:00")
    assert texts(placed)[1:] == ["Jobklub", "s1"]


def test_case_numbers_stand_for_names() -> None:
    sheet = room_sheet(unit(), version(session("s1", minutes=180, people="c1 c5")), "r1")

    (placed,) = painter(names=Names.CASE_NUMBERS).layout(sheet, RECT)

    assert "26-1001, 26-1005" in all_text(placed)
    assert not any(name in all_text(placed) for name in NAMES)


def test_a_session_that_needs_a_yes_says_so() -> None:
    people = (citizen(1, "A B", 4), citizen(2, "C D", 1))
    plan = version(session("s1", people="c1"), session("s2", start="11:00", people="c2"))

    dangerous, calm = painter().layout(room_sheet(unit(people), plan, "r1"), RECT)

    assert "Needs approval" in texts(dangerous)
    assert "Needs approval" not in texts(calm)


def test_a_low_box_of_a_session_that_needs_a_yes_keeps_its_mark() -> None:
    """The words need a line; the exclamation mark at the level needs none."""

    marked, calm = badge_text(4, approval=True), badge_text(4, approval=False)
    assert marked == f"{calm}!"
    fitter = painter().fitter
    (placed,) = painter().layout(
        room_sheet(unit((citizen(1, "A B", 4),)), version(session("s1", minutes=30, people="c1")), "r1"), RECT
    )
    assert placed.text.badge.width() > fitter.width(marked, placed.text.scale * 0.86, Weight.BOLD)


def test_the_level_is_told_by_shape_and_letters() -> None:
    def grey(level: int) -> QImage:
        people = (citizen(1, "A B", level),)
        sheet = room_sheet(unit(people), version(session("s1", people="c1")), "r1")
        return drawn(sheet).convertToFormat(QImage.Format.Format_Grayscale8)

    # Level 4 also writes that it needs a yes; the first three differ by their badge alone.
    assert grey(1) == grey(1)
    assert all(grey(one) != grey(other) for one, other in ((1, 2), (2, 3), (1, 3)))


@pytest.mark.parametrize("kind", ["selected", "conflict"])
def test_selection_and_conflict_are_seen_without_colours(kind: str) -> None:
    sheet = room_sheet(unit(), version(session("s1"), session("s2", day=25)), "r1")

    plain = drawn(sheet).convertToFormat(QImage.Format.Format_Grayscale8)
    marked = drawn(
        sheet, selected="s1" if kind == "selected" else None, conflicts=["s1"] if kind == "conflict" else []
    ).convertToFormat(QImage.Format.Format_Grayscale8)

    first, second = painter().layout(sheet, QRectF(plain.rect()))
    assert plain.copy(first.rect.toRect()) != marked.copy(first.rect.toRect())
    assert plain.copy(second.rect.toRect()) == marked.copy(second.rect.toRect())


def test_closed_hours_are_hatched() -> None:
    sheet = room_sheet(unit(), version(), "r1")
    image = drawn(sheet)
    column_width = (1100 - painter().hours_width()) / 5

    def shades(column: int) -> int:
        left = painter().hours_width() + column_width * column
        box = QRectF(left + 5, 645, column_width - 10, 40).toRect()
        return len(
            {
                image.pixel(x, y)
                for x in range(box.left(), box.right())
                for y in range(box.top(), box.bottom())
            }
        )

    # Friday closes at 14, Thursday at 16.
    assert shades(4) > shades(3)


def test_a_site_with_many_rooms_keeps_its_columns_apart() -> None:
    plan = version(*(session(f"s{room}", f"r{room}") for room in (1, 2)))
    drawing = painter()
    sheet = site_sheet(unit(), plan, "h1")

    size = drawing.preferred_size(sheet)
    one, other = drawing.layout(sheet, QRectF(0, 0, size.width(), size.height()))

    assert one.rect.right() < other.rect.left()
    assert one.rect.width() > 80


@pytest.mark.parametrize("theme", [PAPER, LIGHT, DARK])
def test_text_can_be_read_on_every_colour(theme: Theme) -> None:
    for fill in theme.fills:
        assert contrast(fill.text, fill.background) >= 4.5
        assert contrast(fill.accent, theme.paper) >= 3
    assert contrast(theme.text, theme.paper) >= 7
    assert contrast(theme.faint, theme.paper) >= 4.5
    assert contrast(theme.faint, theme.header) >= 4.5
    assert contrast(theme.selection, theme.paper) >= 3
    assert contrast(theme.on_warning, theme.warning) >= 4.5
    for sign in (theme.new, theme.gone, theme.moved, theme.others):
        assert contrast(theme.paper, sign) >= 4.5


@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_at_least_ten_activities_have_colours_of_their_own(theme: Theme) -> None:
    colours = [fill.background for fill in theme.fills]

    assert len(colours) >= 10
    nearest = min(distance(one, other) for one, other in itertools.combinations(colours, 2))
    assert nearest >= 12
    assert theme.fill(len(colours)) == theme.fill(0)


def test_wrapped_lines_hold_every_letter_and_keep_their_width(qtbot: QtBot) -> None:
    del qtbot
    fitter = Fitter(QFont(), 12, (1.0,), Names.FULL, show_ids=False)
    text = "Frederik-Christian Kjærsgaard-Vestergaard, Åse, " + "x" * 80

    lines = wrap(text, 90, lambda part: fitter.width(part, 1.0))

    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    assert all(fitter.width(line, 1.0) <= 90 for line in lines)


def test_many_activities_do_not_run_out_of_colours() -> None:
    many = tuple(activity(number, f"Hold {number}") for number in range(1, 30))
    plan = version(*(session(f"s{day}", day=day, activity=f"a{day}") for day in range(23, 28)))

    drawn(room_sheet(unit(activities=many), plan, "r1"))


def contrast(one: QColor, other: QColor) -> float:
    """The contrast ratio of WCAG 2.2."""
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def luminance(colour: QColor) -> float:
    red, green, blue = (linear(part) for part in (colour.redF(), colour.greenF(), colour.blueF()))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)


def distance(one: QColor, other: QColor) -> float:
    """How far apart two colours are, in 8-bit red, green and blue."""
    return math.hypot(one.red() - other.red(), one.green() - other.green(), one.blue() - other.blue())
