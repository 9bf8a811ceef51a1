"""The words for a choice, in Danish and English, as somebody may write them into a cell."""

from __future__ import annotations

from collections.abc import Mapping

from desktop.domain.conflicts import Scope
from desktop.domain.people import AbsenceKind
from desktop.services.sheets.values import folded

SCOPES: Mapping[str, Scope] = {
    **dict.fromkeys(
        (
            "session",
            "sessions",
            "lektion",
            "lektioner",
            "lektion/møde",
            "møde",
            "hold",
            "same session",
            "samme lektion",
        ),
        Scope.SESSION,
    ),
    **dict.fromkeys(("site", "sites", "sted", "steder", "same site", "samme sted"), Scope.SITE),
}
ABSENCES: Mapping[str, AbsenceKind] = {
    **dict.fromkeys(("illness", "ill", "sick", "sygdom", "syg", "sygemeldt"), AbsenceKind.ILLNESS),
    **dict.fromkeys(("holiday", "holidays", "leave", "ferie", "fri"), AbsenceKind.HOLIDAY),
    **dict.fromkeys(("court", "retsmøde", "ret", "i retten"), AbsenceKind.COURT),
    **dict.fromkeys(
        ("detained", "frihedsberøvet", "fængslet", "varetægt", "varetægtsfængslet", "afsoning"),
        AbsenceKind.DETAINED,
    ),
    **dict.fromkeys(("other", "andet", "anden"), AbsenceKind.OTHER),
}
FEATURES: Mapping[str, str] = {
    **dict.fromkeys(("alarm",), "alarm"),
    **dict.fromkeys(("two_exits", "two exits", "to udgange", "2 udgange"), "two_exits"),
    **dict.fromkeys(("computers", "computere", "pc'er"), "computers"),
    **dict.fromkeys(("kitchen", "køkken"), "kitchen"),
    **dict.fromkeys(("workshop", "værksted"), "workshop"),
}
SKILLS: Mapping[str, str] = {
    **dict.fromkeys(("guard", "vagt", "sikkerhedsvagt"), "guard"),
    **dict.fromkeys(("mentor", "mentoring", "mentorstøtte"), "mentor"),
    **dict.fromkeys(("teaching", "undervisning", "underviser"), "teaching"),
    **dict.fromkeys(("interview", "samtale", "jobsamtale"), "interview"),
    **dict.fromkeys(("workshop", "værksted"), "workshop"),
    **dict.fromkeys(("job_club", "job club", "jobklub"), "job_club"),
    **dict.fromkeys(("company", "virksomhed"), "company"),
    **dict.fromkeys(("anger_management", "anger management", "vredeshåndtering"), "anger_management"),
}


def known_word(text: str, words: Mapping[str, str], held: frozenset[str]) -> str:
    """A feature or a skill: as the unit writes it already, as the program knows it, or as it stands."""
    own = {folded(word): word for word in sorted(held)}
    return own.get(folded(text)) or words.get(folded(text)) or text
