"""The guide's pages, Markdown files of ``resources/guide``, the same ones in each language; and a search."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from desktop.ui.widgets.searching import fold

GUIDE = Path(__file__).resolve().parents[3] / "resources" / "guide"
PICTURES = GUIDE / "pictures"
PAGES = (
    "start",
    "week",
    "changing-the-plan",
    "something-happened",
    "people",
    "conflicts",
    "levels",
    "resources",
    "import",
    "printing",
    "keys-and-lock",
    "backup",
    "audit",
    "retention",
    "shortcuts",
    "engine",
    "it",
)
"""In the order in which they are listed. A widget's dynamic property ``guide`` names one of them."""
FIRST = PAGES[0]
SNIPPET = 110
"""Letters of a text that a hit shows."""
MOST_HITS = 60
_HEADING = re.compile(r"(#{1,6}) +(.+)")
_PICTURE = re.compile(r"!\[[^]]*]\([^)]*\)")
_LINK = re.compile(r"\[([^]]*)]\([^)]*\)")
_TABLE_LINE = re.compile(r"^[\s:|-]+$", re.MULTILINE)
_MARKS = re.compile(r"[*`]+|^ *(?:[-+]|\d+\.) +", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with the text below it, as it is read. The first one of a page has the page's title."""

    heading: str
    text: str


@dataclass(frozen=True, slots=True)
class GuidePage:
    """``markdown`` is the whole file."""

    name: str
    title: str
    markdown: str
    sections: tuple[Section, ...]


@dataclass(frozen=True, slots=True)
class Hit:
    """A section in which every word was found, with the words around the first one."""

    page: GuidePage
    section: Section
    snippet: str


@cache
def pages(language: str) -> tuple[GuidePage, ...]:
    """All pages in ``"da"`` or ``"en"``. Raises ``OSError`` where a file is missing."""
    return tuple(_page(name, (GUIDE / language / f"{name}.md").read_text(encoding="utf-8")) for name in PAGES)


def search(found_in: Sequence[GuidePage], text: str) -> tuple[Hit, ...]:
    """The sections that hold every word of ``text``, the most telling first.

    A word found in a page's title or a section's heading tells more than one in the text.
    """
    words = fold(text).split()
    if not words:
        return ()
    ranked = []
    for page in found_in:
        for section in page.sections:
            score = _score(page, section, words)
            if score:
                ranked.append((score, Hit(page, section, _snippet(section.text, text.casefold().split()))))
    ranked.sort(key=lambda each: -each[0])
    return tuple(hit for _, hit in ranked[:MOST_HITS])


def slug(heading: str) -> str:
    """What a link calls a heading, the way of GitHub: ``Keys and lock`` is ``keys-and-lock``."""
    kept = "".join(letter for letter in heading.casefold() if letter.isalnum() or letter in " -_")
    return kept.strip().replace(" ", "-")


def _page(name: str, markdown: str) -> GuidePage:
    sections = tuple(_sections(markdown))
    title = sections[0].heading if sections else name
    return GuidePage(name, title, markdown, sections)


def _sections(markdown: str) -> Iterator[Section]:
    heading, lines, in_code = "", list[str](), False
    for line in markdown.splitlines():
        in_code ^= line.startswith("```")
        found = None if in_code else _HEADING.fullmatch(line)
        if found is None:
            lines.append(line)
            continue
        if heading:
            yield Section(heading, _plain(lines))
        heading, lines = found[2].strip(), []
    if heading:
        yield Section(heading, _plain(lines))


def _plain(lines: Sequence[str]) -> str:
    text = _LINK.sub(r"\1", _PICTURE.sub("", "\n".join(lines)))
    text = _MARKS.sub("", _TABLE_LINE.sub("", text))
    return " ".join(text.replace("|", " ").split())


def _score(page: GuidePage, section: Section, words: Sequence[str]) -> int:
    """0 where a word is missing. The title alone is no reason to list every section of a page."""
    title, heading, text = fold(page.title), fold(section.heading), fold(section.text)
    own = f"{heading} {text}"
    if not any(word in own for word in words) or not all(word in own or word in title for word in words):
        return 0
    return sum(8 * (word in title) + 4 * (word in heading) + min(3, text.count(word)) for word in words)


def _snippet(text: str, words: Sequence[str]) -> str:
    low = text.casefold()
    first = min((at for word in words if (at := low.find(word)) >= 0), default=0)
    start = text.rfind(" ", 0, max(0, first - SNIPPET // 3)) + 1
    end = text.rfind(" ", start, start + SNIPPET) if len(text) - start > SNIPPET else len(text)
    return f"{'… ' if start else ''}{text[start:end]}{' …' if end < len(text) else ''}"
