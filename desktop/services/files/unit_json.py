"""The text of a unit file as JSON, with a place for everything that is wrong with it as such."""

from __future__ import annotations

import json
from collections import Counter
from typing import Any, Final

from desktop.services.files.shapes import FileFault


class NotJson(Exception):
    """The text cannot be read; ``faults`` says where and why, and repeats nothing of it.

    The place of a fault is its path, or ``line:column``, both from 1, where there are no paths yet.
    """

    def __init__(self, faults: list[FileFault]) -> None:
        super().__init__("the text is not JSON that a unit file may hold")
        self.faults = faults


class _Members(dict[str, Any]):
    """An object of the file, which remembers the names that stand in it more than once."""

    def __init__(self, pairs: list[tuple[str, Any]]) -> None:
        super().__init__(pairs)
        times = Counter(name for name, _ in pairs)
        self.repeated = [name for name, count in times.items() if count > 1]


_NO_NUMBER: Final = object()


def read_json(text: str | bytes) -> Any:
    """What the text says, in UTF-8 with or without a byte order mark.

    A member named twice is refused, and so are NaN and the infinities, which JSON does not know. Raises
    ``NotJson``.
    """
    try:
        decoded = text.decode("utf-8-sig") if isinstance(text, bytes) else text
        data = json.loads(decoded, object_pairs_hook=_Members, parse_constant=lambda _: _NO_NUMBER)
    except UnicodeDecodeError as error:
        before = error.object[: error.start].decode("utf-8", errors="replace").split("\n")
        raise NotJson([FileFault(f"{len(before)}:{len(before[-1]) + 1}", "not_text")]) from None
    except json.JSONDecodeError as error:
        # The parser's own message may quote the text.
        raise NotJson([FileFault(f"{error.lineno}:{error.colno}", "not_json")]) from None
    except (ValueError, RecursionError):
        raise NotJson([FileFault("", "not_json")]) from None
    faults = _faults(data)
    if faults:
        raise NotJson(faults)
    return data


def _faults(data: Any) -> list[FileFault]:
    """What the parser lets pass, in the order of the file; without recursion, for files nested deeply."""
    found: list[FileFault] = []
    left: list[tuple[str, Any]] = [("", data)]
    while left:
        path, value = left.pop()
        inner: list[tuple[str, Any]] = []
        if value is _NO_NUMBER:
            found.append(FileFault(path, "not_json"))
        elif isinstance(value, _Members):
            places = {name: f"{path}.{name}".removeprefix(".") for name in value}
            found += [FileFault(places[name], "duplicate") for name in value.repeated]
            inner = [(places[name], each) for name, each in value.items()]
        elif isinstance(value, list):
            inner = [(f"{path}[{at}]", each) for at, each in enumerate(value)]
        left += reversed(inner)
    return found
