"""``python -m desktop`` where there is no screen, and where it cannot start."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from collections import Counter
from pathlib import Path

import pytest
from pypdf import PdfReader

from desktop import __version__
from desktop.domain.time import IsoWeek
from desktop.vault import open_vault
from tests.e2e.program import ROOT, run

DEMO = ["-m", "desktop", "--demo", "--seconds", "3"]
PATIENCE = ("3", "30", "90")
"""Seconds to plan the demo with, one after the other; the first are plenty as a rule."""


def data_in(folder: Path) -> dict[str, str]:
    """The environment in which a user's data lies in a folder, whatever the system."""
    return {"XDG_DATA_HOME": str(folder), "LOCALAPPDATA": str(folder), "HOME": str(folder)}


class Demo:
    """The demo planned once, without a screen, in as much time as it takes to find a session."""

    def __init__(self, folder: Path) -> None:
        for seconds in PATIENCE:
            self.folder = folder / seconds
            self.folder.mkdir()
            self.done = run([*DEMO[:-1], seconds, "--language", "en"], data_in(self.folder), self.folder)
            if "the time was too short" not in self.done.stdout:
                break
        self.vault = next(self.folder.rglob("demo"))
        self.pdf = next(self.vault.glob("*.pdf"))

    def figure(self, label: str) -> float:
        found = re.search(rf"^  {label} +([\d.,]+)", self.done.stdout, re.MULTILINE)
        assert found is not None, self.done.stdout
        return float(found[1].replace(",", ""))


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Demo:
    return Demo(tmp_path_factory.mktemp("demo"))


def test_the_demo_says_that_there_is_no_screen_and_ends_well(demo: Demo) -> None:
    assert demo.done.returncode == 0, demo.done.stderr
    assert demo.done.stderr == ""
    assert "There is no screen here" in demo.done.stdout


def test_the_demo_prints_one_summary(demo: Demo) -> None:
    out = demo.done.stdout

    assert demo.figure("People") == 70
    assert demo.figure("Sessions") > 0
    hours, bound = demo.figure("Weekly hours planned"), demo.figure("Proven upper bound")
    assert 0 < hours <= bound
    assert demo.figure("Gap") == pytest.approx(100 * (bound - hours) / bound, abs=0.1)
    assert demo.figure("Seconds") > 0
    assert out.count("The independent check found no broken rule.") == 1
    assert str(demo.pdf) in out


def test_the_demo_prints_every_session_of_its_plan_once(demo: Demo) -> None:
    vault = open_vault(demo.vault, "sikkerplan-demo")
    with vault.store().begin() as work:
        week = IsoWeek.parse(demo.pdf.stem.split()[-1])
        (version,) = work.versions(week)
    vault.close()

    words = Counter(" ".join(page.extract_text() for page in PdfReader(demo.pdf).pages).split())

    assert len(version.sessions) == demo.figure("Sessions")
    assert {session.id: words[session.id] for session in version.sessions} == {
        session.id: 1 for session in version.sessions
    }


def test_the_demo_again_makes_the_next_version_in_danish_and_a_pdf_where_asked(demo: Demo) -> None:
    target = demo.folder / "ugeplan.pdf"

    done = run(
        [*DEMO, "--pdf", str(target)],
        {**data_in(demo.folder), "LANG": "da_DK.UTF-8"},
    )

    assert done.returncode == 0, done.stderr
    assert "Den uafhængige kontrol fandt ingen brudte regler." in done.stdout
    text = " ".join(PdfReader(target).pages[0].extract_text().split())
    assert "Ugeplan" in text
    assert "Version 2" in text
    assert re.search(r"Uge \d+, \d{4}: ", text)


def test_without_a_screen_only_the_demo_can_be_planned(tmp_path: Path) -> None:
    done = run(["-m", "desktop", "--vault", str(tmp_path / "v"), "--language", "en"])

    assert done.returncode == 2
    assert "There is no screen here for the window." in done.stderr
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("broken", ["damaged", "no folder"])
def test_a_vault_that_cannot_be_opened_is_told_in_plain_words(tmp_path: Path, broken: str) -> None:
    vault = tmp_path / "vault"
    if broken == "damaged":
        vault.mkdir()
        (vault / "vault.json").write_text("{}")
        (vault / "sikkerplan.db").write_bytes(b"not a database")
    else:
        vault.write_text("a file where the folder should be")

    done = run([*DEMO, "--vault", str(vault), "--language", "en"])

    assert done.returncode == 2
    assert "The vault" in done.stderr
    assert str(vault) in done.stderr
    assert ("is a file" in done.stderr) == (broken == "no folder")
    assert "Traceback" not in done.stderr
    if broken == "damaged":
        assert (vault / "sikkerplan.db").read_bytes() == b"not a database"


def test_a_pdf_that_cannot_be_written_is_told_before_planning(demo: Demo, tmp_path: Path) -> None:
    done = run(
        [*DEMO, "--language", "en", "--pdf", str(tmp_path / "missing" / "week.pdf")],
        data_in(demo.folder),
    )

    assert done.returncode == 2
    assert done.stdout == ""
    assert "The PDF could not be written" in done.stderr
    assert "Traceback" not in done.stderr


def test_the_version_is_the_packages_and_told_without_loading_qt() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    program = (
        "import sys\n"
        "from desktop.__main__ import main\n"
        "try: main(['--version'])\n"
        "finally: print(any(name.startswith('PySide6') for name in sys.modules))"
    )

    done = run(["-c", program])

    assert project["version"] == __version__
    assert done.stdout.split() == ["Sikkerplan", __version__, "False"]


@pytest.mark.parametrize("seconds", ["0", "601", "many"])
def test_seconds_out_of_range_are_refused(seconds: str) -> None:
    done = run(["-m", "desktop", "--demo", "--seconds", seconds])

    assert done.returncode == 2
    assert "--seconds" in done.stderr


def test_the_demo_runs_without_a_terminal(tmp_path: Path) -> None:
    """As in Windows' windowed mode, where both streams are None."""
    program = (
        "import sys; sys.stdout = sys.stderr = None\n"
        "from desktop.__main__ import main\n"
        f"raise SystemExit(main(['--demo', '--seconds', '1', '--vault', {str(tmp_path)!r}]))"
    )

    done = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, stdin=subprocess.DEVNULL, timeout=120, check=False
    )

    assert done.returncode == 0
    assert list(tmp_path.glob("*.pdf"))


def test_a_screen_that_does_not_answer_is_told_in_our_words_alone(tmp_path: Path) -> None:
    done = run(["-m", "desktop", "--vault", str(tmp_path / "v"), "--language", "en"], {"DISPLAY": ":4711"})

    assert done.returncode == 2
    assert done.stderr.splitlines() == [
        "There is no screen here for the window. --demo plans without a window."
    ]
