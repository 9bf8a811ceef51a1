"""What holds less once something was undone or done again, in words."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication

from desktop.domain.levels import ThreatLevel, known_levels
from desktop.domain.time import IsoWeek
from desktop.domain.unit import Unit
from desktop.qt.editing import Editing
from desktop.services.change import Edit
from desktop.services.loosening import Less, Loosened, loosened
from desktop.ui.words import features, level_name, listed

translate = QCoreApplication.translate
MOST = 3
"""How much of what holds less is told; how much more there is is told behind it."""


def less_words(edits: Iterable[Edit], editing: Editing) -> str:
    """What holds less after some edits that were just made, a sentence each, as the screen may show it;
    empty where nothing does."""
    try:
        unit = editing.unit()
    except LookupError:
        return ""
    known = known_levels(unit.levels, unit.citizens, IsoWeek.containing(editing.today))
    found = loosened(edits, editing.today, known)
    said = list(dict.fromkeys(_sentence(each, unit) for each in found))
    more = len(said) - MOST
    if more > 0:
        said[MOST:] = [translate("HoldsLess", "And %1 more that holds less.").replace("%1", str(more))]
    return " ".join(said)


def _sentence(found: Loosened, unit: Unit) -> str:
    sentence = _sentences()[found.less]
    if found.less is Less.GAP and not found.now:
        sentence = translate(
            "HoldsLess", "They may follow each other on the site at once now, without %2 minutes between."
        )
    names = {each.id: each.name for kind in (unit.citizens, unit.staff, unit.sites) for each in kind}
    record = found.record
    who = level_name(record.level) if isinstance(record, ThreatLevel) else names.get(record.id, "")
    what = (
        features(found.ids)
        if found.less is Less.FEATURES
        else listed([names.get(each, "") for each in found.ids])
    )
    for mark, word in (("%2", str(found.was)), ("%3", str(found.now)), ("%4", what), ("%1", who)):
        sentence = sentence.replace(mark, word)
    return sentence


def _sentences() -> dict[Less, str]:
    """By what is less. %1 is the person or the level, %2 what it was, %3 what it is, %4 are names."""
    return {
        Less.APART: translate("TakingBack", "This record no longer keeps them apart."),
        Less.SITE: translate(
            "HoldsLess",
            "They are only kept out of the same session now: no longer apart on the site, nor for a time.",
        ),
        Less.GAP: translate("HoldsLess", "Between them on the site lie %3 minutes now, no longer %2."),
        Less.DAYS: translate("HoldsLess", "It no longer holds on every day on which it held."),
        Less.LEVEL: translate("HoldsLess", "%1 is met at level %3 now, no longer at level %2."),
        Less.AVOIDED: translate("HoldsLess", "%1 is no longer kept from %4."),
        Less.GROUP: translate("HoldsLess", "%1 allows groups of %3 now, no longer of %2 at most."),
        Less.STAFF: translate("HoldsLess", "%1 asks for %3 staff now, no longer for %2."),
        Less.GUARDS: translate("HoldsLess", "%1 asks for %3 guards now, no longer for %2."),
        Less.FEATURES: translate("HoldsLess", "%1 no longer asks of the room: %4."),
        Less.ALONE: translate("HoldsLess", "%1 no longer asks that they are alone on the site."),
        Less.APPROVAL: translate("HoldsLess", "%1 no longer asks for a manual yes before every session."),
        Less.BY_HAND: translate("HoldsLess", "%1 no longer asks that only a person places them."),
    }
