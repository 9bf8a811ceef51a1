"""JSON text: read with nothing lost (a key given twice, a number too large), written to be compared."""

from __future__ import annotations

import codecs
import json

from solver.exchange.errors import ExchangeError, InputError

LINE_WIDTH = 110
_LONGEST_WHOLE = 18  # digits; more than any number of the format, and less than what int() refuses


class Members(dict[str, object]):
    """A JSON object in which some keys were given more than once."""

    repeated: frozenset[str] = frozenset()


def parse(text: str | bytes) -> object:
    """The value of a JSON text in UTF-8, a byte order mark in front of it ignored.

    Raises ``ExchangeError`` where it is no JSON. Numbers too large to be counted with come back as
    floats, which no count accepts; NaN and the infinities, which Python's reader lets through, as such.
    """
    if isinstance(text, bytes):
        text = _decoded(text)
    text = text.removeprefix("\ufeff")
    if not text.strip():
        raise ExchangeError([InputError("", "the file is empty")])
    try:
        return json.loads(text, object_pairs_hook=_members, parse_int=_whole)
    except json.JSONDecodeError as error:
        place = f"line {error.lineno}, column {error.colno}"
        what = f"this is not JSON: {error.msg[0].lower()}{error.msg[1:]}"
        raise ExchangeError([InputError(place, what)]) from None
    except RecursionError:
        what = "the lists and objects of this file are nested too deeply"
        raise ExchangeError([InputError("", what)]) from None


def _decoded(raw: bytes) -> str:
    if raw.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        raise ExchangeError([InputError("", "the file is not UTF-8 but UTF-16; save it as UTF-8")])
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        what = f"the file is not UTF-8: byte {error.start + 1} belongs to no character"
        raise ExchangeError([InputError(f"line {line}", what)]) from None


def _members(pairs: list[tuple[str, object]]) -> dict[str, object]:
    plain = dict(pairs)
    if len(plain) == len(pairs):
        return plain
    members = Members(plain)
    keys = [key for key, _ in pairs]
    members.repeated = frozenset(key for key in plain if keys.count(key) > 1)
    return members


def _whole(digits: str) -> int | float:
    return int(digits) if len(digits) <= _LONGEST_WHOLE else float(digits)


def render(value: object) -> str:
    """A JSON value as text for people and for line-by-line comparison: what fits stands on one line."""
    return _lines(value, "", 0) + "\n"


def _lines(value: object, indent: str, used: int) -> str:
    line = json.dumps(value, ensure_ascii=False, allow_nan=False)
    fits = len(indent) + used + len(line) < LINE_WIDTH
    if not value or not isinstance(value, (dict, list)) or (fits and indent):
        return line
    deeper = indent + "  "
    if isinstance(value, list):
        rows = [deeper + _lines(item, deeper, 0) for item in value]
        return "[\n" + ",\n".join(rows) + f"\n{indent}]"
    heads = [f"{json.dumps(key, ensure_ascii=False)}: " for key in value]
    rows = [
        deeper + head + _lines(item, deeper, len(head))
        for head, item in zip(heads, value.values(), strict=True)
    ]
    return "{\n" + ",\n".join(rows) + f"\n{indent}}}"
