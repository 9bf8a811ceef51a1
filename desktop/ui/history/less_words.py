"""What holds less once something was undone or done again, in words."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication

from desktop.domain.offers import Placement
from desktop.domain.unit import Unit
from desktop.qt.editing import Editing
from desktop.services.change import Edit
from desktop.services.loosening import loosened
from desktop.services.loosening_kinds import Less, Loosened
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
    found = loosened(edits, editing.today, unit)
    said = list(dict.fromkeys(_sentence(each, unit) for each in found))
    more = len(said) - MOST
    if more == 1:
        said[MOST:] = [translate("LessProtected", "Protection is less in 1 more way.")]
    elif more > 1:
        text = translate("LessProtected", "Protection is less in %1 more ways.")
        said[MOST:] = [text.replace("%1", str(more))]
    return " ".join(said)


def _sentence(found: Loosened, unit: Unit) -> str:
    sentence = _sentences()[found.less]
    if found.less is Less.GAP and not found.now:
        sentence = translate(
            "HoldsLess", "They may follow each other on the site at once now, without %2 minutes between."
        )
    kinds = (unit.citizens, unit.staff, unit.sites, unit.rooms, unit.activities)
    names = {each.id: each.name for kind in kinds for each in kind}
    record = found.record
    subject = record.citizen if isinstance(record, Placement) else "" if record is None else record.id
    who = level_name(found.level) if found.level else names.get(subject, "")
    what = (
        features(found.ids)
        if found.less in (Less.FEATURES, Less.ROOM)
        else listed([names.get(each, "") for each in found.ids])
    )
    for mark, word in (("%2", str(found.was)), ("%3", str(found.now)), ("%4", what), ("%1", who)):
        sentence = sentence.replace(mark, word)
    return sentence


def _sentences() -> dict[Less, str]:
    """By what is less. %1 is the person, the level, the room or the activity, %2 what it was, %3 what it is,
    %4 are names."""
    return {
        Less.APART: translate("TakingBack", "This record no longer keeps them apart."),
        Less.SITE: translate(
            "HoldsLess",
            "They are only kept out of the same session now: no longer apart on the site, nor for a time.",
        ),
        Less.GAP: translate("HoldsLess", "Between them on the site lie %3 minutes now, no longer %2."),
        Less.DAYS: translate("HoldsLess", "It no longer holds on every day on which it held."),
        Less.LEVEL: translate("HoldsLess", "%1 is met at level %3 now, no longer at level %2."),
        Less.HIGHEST: translate(
            "LessProtected",
            "Whoever has no assessment, or one that has run out, is met at level %3 at most now, no longer "
            "at level %2.",
        ),
        Less.KNOWN: translate(
            "LessProtected", "%1 has measures now: nothing could be planned for its people before."
        ),
        Less.ROOM: translate("LessProtected", "%1 counts as having this now: %4."),
        Less.GUARD: translate("LessProtected", "%1 counts as a guard now."),
        Less.WORKPLACE: translate("LessProtected", "Nobody is kept apart from %1 at %4 any more."),
        Less.WORK_TIMES: translate(
            "LessProtected", "Others are kept apart from %1 at %4 at fewer times than before."
        ),
        Less.TRAVEL: translate(
            "LessProtected", "The way between %4 counts as %3 minutes now, no longer as %2."
        ),
        Less.AVOIDED: translate("HoldsLess", "%1 is no longer kept from %4."),
        Less.GROUP: translate("HoldsLess", "%1 allows groups of %3 now, no longer of %2 at most."),
        Less.STAFF: translate("HoldsLess", "%1 asks for %3 staff now, no longer for %2."),
        Less.GUARDS: translate("HoldsLess", "%1 asks for %3 guards now, no longer for %2."),
        Less.FEATURES: translate("HoldsLess", "%1 no longer asks of the room: %4."),
        Less.ALONE: translate("HoldsLess", "%1 no longer asks that they are alone on the site."),
        Less.APPROVAL: translate("HoldsLess", "%1 no longer asks for a manual yes before every session."),
        Less.BY_HAND: translate("HoldsLess", "%1 no longer asks that only a person places them."),
    }
