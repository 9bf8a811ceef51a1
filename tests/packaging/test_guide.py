"""The guide is whole: the same pages in both languages, and whatever they point to is there."""

from __future__ import annotations

import re

import pytest

from desktop.ui.guide.pages import GUIDE, PAGES, PICTURES, pages, slug

LANGUAGES = ("en", "da")
MOST_LINES = 120
MOST_BYTES = 2_000_000


def read(language: str, name: str) -> str:
    return (GUIDE / language / f"{name}.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_folder_holds_the_pages_and_no_other(language: str) -> None:
    assert {path.name for path in (GUIDE / language).iterdir()} == {f"{name}.md" for name in PAGES}


@pytest.mark.parametrize("name", PAGES)
def test_both_languages_have_the_same_headings_tables_and_pictures(name: str) -> None:
    def shape(language: str) -> list[str]:
        lines = read(language, name).splitlines()
        marks = [re.match(r"#+ |\||!\[[^]]*]\(\S+/|\d+\. |- |```", line) for line in lines]
        return [mark[0].replace(f"/{language}/", "/") for mark in marks if mark is not None]

    def pictures(language: str) -> list[str]:
        return re.findall(r"pictures/\w+/([\w-]+\.png)", read(language, name))

    assert [mark for mark in shape("da") if not mark.startswith("!")] == [
        mark for mark in shape("en") if not mark.startswith("!")
    ]
    assert pictures("da") == pictures("en")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", PAGES)
def test_links_lead_to_a_page_and_a_heading_of_it(language: str, name: str) -> None:
    headings = {page.name: {slug(each.heading) for each in page.sections} for page in pages(language)}
    for link in re.findall(r"(?<!!)\[[^]]*]\(([^)]+)\)", _unwrapped(read(language, name))):
        page, _, heading = link.partition("#")
        target = page.removesuffix(".md") or name
        assert target in headings
        assert not heading or heading in headings[target]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", PAGES)
def test_pictures_are_there_in_the_language_of_the_page(language: str, name: str) -> None:
    for link in re.findall(r"!\[[^]]+]\(([^)]+)\)", read(language, name)):
        path = (GUIDE / language / link).resolve()
        assert path.parent == PICTURES / language
        assert path.is_file()


def test_no_picture_lies_about_unused_and_all_are_small() -> None:
    used = {
        (GUIDE / language / link).resolve()
        for language in LANGUAGES
        for name in PAGES
        for link in re.findall(r"!\[[^]]*]\(([^)]+)\)", read(language, name))
    }
    there = set(PICTURES.rglob("*.png"))
    assert there == used
    assert sum(path.stat().st_size for path in there) < MOST_BYTES


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_short_and_begins_with_its_title(language: str, name: str) -> None:
    lines = read(language, name).splitlines()
    assert len(lines) <= MOST_LINES
    assert lines[0].startswith("# ")
    assert sum(line.startswith("# ") for line in lines) == 1


def _unwrapped(text: str) -> str:
    return text.replace("\n", " ")
