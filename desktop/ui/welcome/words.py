"""What is wrong in a unit file, in words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from desktop.services.importing import FileError

translate = QCoreApplication.translate


def error_words(error: FileError) -> str:
    """What is wrong with one value; a key that is new here is told in the service's plain English."""
    return _messages().get(error.key, error.message)


def _messages() -> dict[str, str]:
    return {
        "before_first": translate("Import", "is before the first day"),
        "duplicate": translate("Import", "stands here more than once"),
        "empty": translate("Import", "must not be empty"),
        "laxer_than_lower": translate("Import", "asks for less than the level below it"),
        "missing": translate("Import", "is missing"),
        "not_a_choice": translate("Import", "is not one of the words allowed here"),
        "not_a_clock_time": translate("Import", "is not a time of day such as 08:00"),
        "not_a_date": translate("Import", "is not a date such as 2026-11-23"),
        "not_a_list": translate("Import", "is not a list"),
        "not_a_slot": translate("Import", "must be 15, 30 or 60"),
        "not_a_time": translate("Import", "is not a time such as 2026-11-23T08:00"),
        "not_a_weekday": translate("Import", "is not one of mon, tue, wed, thu, fri, sat, sun"),
        "not_after_start": translate("Import", "is not after the start"),
        "not_an_id": translate("Import", "is not an id: 1 to 64 of A-Z a-z 0-9 _ . -"),
        "not_an_object": translate("Import", "is not an object"),
        "not_flag": translate("Import", "is neither true nor false"),
        "not_hours": translate("Import", "is not a number of hours that is a whole number of minutes"),
        "not_json": translate("Import", "is not JSON in UTF-8"),
        "not_text": translate("Import", "is not text"),
        "not_whole": translate("Import", "is not a whole number"),
        "only_for_mentor_company": translate("Import", "belongs to mentor-based company offers only"),
        "only_for_site": translate("Import", "says something for the scope site only"),
        "over_limit": translate("Import", "is more than the limit on record"),
        "overlap": translate("Import", "overlaps another one"),
        "same": translate("Import", "names the same one twice"),
        "too_large": translate("Import", "is too large"),
        "too_small": translate("Import", "is too small"),
        "unknown_country": translate("Import", "is not a country whose public holidays are known"),
        "unknown_format": translate("Import", "is not a format that this version reads"),
        "unknown_member": translate("Import", "is not known here"),
        "unknown_reference": translate("Import", "refers to something that is not in the file"),
        "wrong_length": translate("Import", "has the wrong number of entries"),
    }
