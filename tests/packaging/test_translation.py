"""The translation that is shipped holds every text of the desktop, and is compiled from its source."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from devkit import translation
from devkit.environment import Environment

ROOT = Path(__file__).resolve().parents[2]
SHIPPED = ROOT / translation.FOLDER


@pytest.fixture
def anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of the translation as ``dev.py i18n`` would make it now."""
    monkeypatch.setattr(Environment, "program", lambda self, name: str(Path(sys.executable).with_name(name)))
    shutil.copy(SHIPPED / f"{translation.NAME}.ts", tmp_path)
    for command in translation.steps(Environment(ROOT), tmp_path):
        subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    return tmp_path


def test_every_text_has_its_place_and_a_translation(anew: Path) -> None:
    source = (anew / f"{translation.NAME}.ts").read_text(encoding="utf-8")
    assert source == (SHIPPED / f"{translation.NAME}.ts").read_text(encoding="utf-8"), (
        "run packaging/dev.py i18n"
    )
    assert 'type="unfinished"' not in source


def test_what_is_shipped_is_compiled_from_it(anew: Path) -> None:
    compiled = f"{translation.NAME}.qm"
    assert (anew / compiled).read_bytes() == (SHIPPED / compiled).read_bytes(), "run packaging/dev.py i18n"


@pytest.mark.parametrize(
    ("word", "instead"),
    [
        (r"\bspor(et|ets)?\b(?! i boksen| i den)", "revisionsspor"),
        (r"lektion", "møde"),
        (r"\bplacering", "fast forløb"),
    ],
)
def test_guide_and_window_have_one_danish_word_for_one_thing(word: str, instead: str) -> None:
    window = (SHIPPED / f"{translation.NAME}.ts").read_text(encoding="utf-8")
    told = re.findall(r"<translation>(.*?)</translation>", window, re.DOTALL)
    guide = sorted((ROOT / "resources" / "guide" / "da").glob("*.md"))
    assert guide
    told += [line for page in guide for line in page.read_text(encoding="utf-8").splitlines()]
    assert [text for text in told if re.search(word, text, re.IGNORECASE)] == []
    assert any(instead in text for text in told)
