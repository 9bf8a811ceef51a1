"""The call list in words: on the screen, on the clipboard, on paper."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QCoreApplication

from desktop.domain.plans import PlannedSession
from desktop.domain.telling import Told
from desktop.domain.time import IsoWeek
from desktop.printing.text_print import Paragraph
from desktop.printing.words import moment_text
from desktop.services.calls import Call
from desktop.services.week.week_time import runs
from desktop.ui.acute.call_now import CallNow
from desktop.ui.acute.words import SessionWords
from desktop.ui.words import week_title

translate = QCoreApplication.translate
Ticks = Mapping[str, Told | None]
"""Who has been told, by their ids; when and by whom, where that is stored already."""


def call_name(call: Call, words: SessionWords) -> str:
    """Who is to be told; staff are marked as such."""
    name = words.person(call.person)
    return translate("Calls", "%1 (staff)").replace("%1", name) if call.staff else name


def call_lines(call: Call, words: SessionWords) -> tuple[str, ...]:
    """What the person is to be told, a line for each session."""
    if call.staff:
        cancelled = translate("Calls", "No longer yours: %1")
    else:
        cancelled = translate("Calls", "Cancelled: %1")
    added = translate("Calls", "New: %1")
    company = translate("Calls", "Others come: %1, now %2", "session, names")
    together = translate("Calls", "%1, with %2", "session, names")

    def there(text: str, session: PlannedSession) -> str:
        """Whoever has not been told of what runs now may sit in it."""
        maybe = translate("Calls", "%1 · may be there now", "what is cancelled or moved")
        return maybe.replace("%1", text) if runs(session, words.now) else text

    def met(text: str, session: PlannedSession) -> str:
        """Staff hear whom they meet."""
        if not call.staff:
            return text
        return together.replace("%2", words.names(session.citizens)).replace("%1", text)

    return (
        *(there(cancelled.replace("%1", words.brief(each)), each) for each in call.cancelled),
        *(there(met(words.moved(each.before, each.after), each.after), each.before) for each in call.moved),
        *(met(added.replace("%1", words.session(each)), each) for each in call.added),
        *(
            company.replace("%2", words.names(each.citizens)).replace("%1", words.brief(each))
            for each in call.company
        ),
    )


def told_line(told: Told) -> str:
    """When somebody was told, and who noted it."""
    text = translate("ToldWhen", "Told %1 by %2", "date and time, who")
    return text.replace("%2", told.told_by).replace("%1", moment_text(told.told_at))


def list_title(week: IsoWeek) -> str:
    return translate("Calls", "People to call: %1").replace("%1", week_title(week))


def list_text(
    week: IsoWeek, now: Sequence[CallNow], calls: Sequence[Call], told: Ticks, words: SessionWords
) -> str:
    """The whole list as plain text, who is to be called at once first, with a box before each person."""
    lines = [list_title(week)]
    for each in now:
        lines += ["", f"!! {each.who}", f"    {each.why}"]
    for call in calls:
        lines += ["", f"{_box(call, told)} {call_name(call, words)}"]
        lines += [f"    {line}" for line in _lines(call, told, words)]
    return "\n".join(lines) + "\n"


def list_paragraphs(
    now: Sequence[CallNow], calls: Sequence[Call], told: Ticks, words: SessionWords
) -> list[Paragraph]:
    """The whole list for paper, who is to be called at once first."""
    return [
        *(Paragraph(f"!! {each.who}", each.why) for each in now),
        *_paragraphs(calls, told, words),
    ]


def _paragraphs(calls: Sequence[Call], told: Ticks, words: SessionWords) -> list[Paragraph]:
    return [
        Paragraph(f"{_box(call, told)} {call_name(call, words)}", "\n".join(_lines(call, told, words)))
        for call in calls
    ]


def _lines(call: Call, told: Ticks, words: SessionWords) -> tuple[str, ...]:
    noted = told.get(call.person)
    return (*call_lines(call, words), *(() if noted is None else (told_line(noted),)))


def _box(call: Call, told: Ticks) -> str:
    return "[x]" if call.person in told else "[  ]"
