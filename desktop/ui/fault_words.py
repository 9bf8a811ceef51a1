"""What the domain's faults say, in words: at a place of a file, and under a field of a form."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from desktop.printing.words import with_capital

translate = QCoreApplication.translate


def fault_words(key: str, otherwise: str) -> str:
    """What is wrong with a value, said after the name of its place; ``otherwise`` for a key without words."""
    return _of_files().get(key, otherwise)


def fault_text(key: str) -> str:
    """The same as a sentence under the field that somebody fills in."""
    words = _of_fields().get(key) or fault_words(key, translate("Fault", "cannot be kept like this"))
    return f"{with_capital(words)}."


def _of_fields() -> dict[str, str]:
    """Where a field asks for other words than a file: nobody types identifiers or ISO dates there."""
    return {
        "duplicate": translate("Fault", "is there already"),
        "missing": translate("Fault", "must be filled in"),
        "not_a_choice": translate("Fault", "is not in the list"),
        "not_a_date": translate("Fault", "is not a date such as 23-11-2026"),
        "not_hours": translate("Fault", "is not a number of hours such as 7.5 or 7:30"),
        "not_stored": translate(
            "NotStored",
            "it could not be stored: the vault's disk is full, or it can't be written now. Make room and "
            "try again",
        ),
        "unfinished": translate("Fault", "a line is still open: finish it or cancel it"),
        "unknown_reference": translate("Fault", "is not on record in this unit"),
    }


def _of_files() -> dict[str, str]:
    return {
        "before_assessed": translate("FaultLevel", "is before the day of the assessment"),
        "before_first": translate("Fault", "is before the first day"),
        "duplicate": translate("Fault", "stands here more than once"),
        "empty": translate("Fault", "must not be empty"),
        "laxer_than_lower": translate("Fault", "asks for less than the level below it"),
        "missing": translate("Fault", "is missing"),
        "not_a_choice": translate("Fault", "is not one of the words allowed here"),
        "not_a_clock_time": translate("Fault", "is not a time of day such as 08:00"),
        "not_a_date": translate("Fault", "is not a date such as 2026-11-23"),
        "not_a_list": translate("Fault", "is not a list"),
        "not_a_slot": translate("Fault", "must be 15, 30 or 60"),
        "not_a_time": translate("Fault", "is not a time such as 2026-11-23T08:00"),
        "not_a_weekday": translate("Fault", "is not one of mon, tue, wed, thu, fri, sat, sun"),
        "not_after_start": translate("Fault", "is not after the start"),
        "not_an_id": translate("Fault", "is not an id: 1 to 64 of A-Z a-z 0-9 _ . -"),
        "not_an_object": translate("Fault", "is not an object"),
        "not_flag": translate("Fault", "is neither true nor false"),
        "not_hours": translate("Fault", "is not a number of hours that is a whole number of minutes"),
        "not_json": translate("Fault", "is not JSON in UTF-8"),
        "not_text": translate("Fault", "is not text"),
        "not_whole": translate("Fault", "is not a whole number"),
        "only_for_mentor_company": translate("Fault", "belongs to mentor-based company offers only"),
        "only_for_site": translate("Fault", "says something for the scope site only"),
        "over_limit": translate("Fault", "is more than the limit on record"),
        "not_local": translate("Fault", "must be local time"),
        "overlap": translate("Fault", "overlaps another one"),
        "same": translate("Fault", "names the same one twice"),
        "too_large": translate("Fault", "is too large"),
        "too_small": translate("Fault", "is too small"),
        "unknown_country": translate("Fault", "is not a country whose public holidays are known"),
        "unknown_format": translate("Fault", "is not a format that this version reads"),
        "unknown_member": translate("Fault", "is not known here"),
        "unknown_reference": translate("Fault", "refers to something that is not in the file"),
        "wrong_length": translate("Fault", "has the wrong number of entries"),
    }
