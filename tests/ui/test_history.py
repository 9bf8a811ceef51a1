"""Whatever can be done has words in the history."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.ui.history.words import change_text, labels

DESKTOP = Path(__file__).resolve().parents[2] / "desktop"
TAKES_A_LABEL = {"Change", "save", "saved", "saving", "BulkAction"}
HOLDS_A_LABEL = {"label", "saved", "removed", "saved_as", "removed_as", "LABEL"}
HOLDS_LABELS = {"LABELS", "label_of"}
FORM = re.compile(r"[a-z]+(_[a-z]+)+")


def used_labels() -> set[str]:
    """Every label of a change that stands in the app's source."""
    return {
        node.value
        for path in sorted(DESKTOP.rglob("*.py"))
        for place in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        for node in candidates(place)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and FORM.fullmatch(node.value)
    }


def candidates(place: ast.AST) -> Iterator[ast.AST]:
    match place:
        case ast.Call(func=ast.Name(id=name) | ast.Attribute(attr=name), args=given):
            if name in TAKES_A_LABEL:
                yield from given[:2]
            elif name == "__init__":  # that of a form of a person
                yield from given[1:2]
            yield from (each.value for each in place.keywords if each.arg in HOLDS_A_LABEL)
        case ast.Assign(targets=[ast.Name(id=name)], value=value) if name in HOLDS_A_LABEL:
            yield value
        case ast.AnnAssign(target=ast.Name(id=name)) | ast.FunctionDef(name=name) if name in HOLDS_LABELS:
            yield from ast.walk(place)


def test_every_change_that_the_app_makes_has_words_and_there_are_no_others() -> None:
    assert used_labels() == set(labels())


@pytest.mark.parametrize("label", sorted(used_labels()))
def test_a_change_is_told_in_words(label: str) -> None:
    text = change_text(label)
    assert text and "_" not in text
