"""Each import rule of the house is held by a contract that breaks when somebody breaks the rule."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
LINT = "import sys; from importlinter.cli import lint_imports; sys.exit(lint_imports(cache_dir='.cache'))"

FORBIDDEN = [
    ("desktop/domain/people.py", "import desktop.services.ports"),
    ("desktop/services/week/summary.py", "import desktop.store"),
    ("desktop/services/week/summary.py", "import desktop.vault"),
    ("desktop/services/week/summary.py", "import desktop.printing.sheet"),
    ("desktop/services/week/summary.py", "from PySide6 import QtCore"),
    ("desktop/services/week/summary.py", "import sqlalchemy.orm"),
    ("desktop/services/week/summary.py", "from solver.search import Week"),
    ("desktop/services/week/summary.py", "from ortools.sat.python import cp_model"),
    ("desktop/services/week/summary.py", "import desktop.services.hand.drafts"),
    ("desktop/services/trail/audit.py", "import desktop.services.week.planning"),
    ("desktop/qt/settings.py", "import desktop.ui.theme"),
    ("desktop/qt/settings.py", "import solver.worker"),
    ("desktop/ui/theme.py", "import desktop.store"),
    ("desktop/ui/theme.py", "import desktop.vault"),
    ("desktop/ui/theme.py", "import sqlcipher3"),
    ("desktop/printing/sheet.py", "import desktop.ui.theme"),
    ("desktop/ui/forms/form.py", "import desktop.ui.people.page"),
    ("desktop/ui/forms/form.py", "import desktop.ui.table.model"),
    ("desktop/ui/table/model.py", "import desktop.ui.week.page"),
    ("desktop/ui/widgets/boxes.py", "import desktop.ui.forms.form"),
    ("desktop/ui/words.py", "import desktop.ui.theme"),
    ("desktop/ui/week/page.py", "import desktop.ui.main_window"),
    ("desktop/ui/people/page.py", "import desktop.ui.week.page"),
    ("desktop/ui/session/panel.py", "import desktop.ui.people.words"),
    ("desktop/ui/page.py", "import desktop.ui.shell.shell"),
    ("desktop/ui/acute/page.py", "import desktop.ui.conflicts.page"),
    ("desktop/store/__init__.py", "import PySide6"),
    ("desktop/store/__init__.py", "from cryptography.hazmat.primitives import hashes"),
    ("desktop/vault/__init__.py", "import sqlalchemy"),
    ("desktop/qt/settings.py", "import keyring"),
    ("solver/check/__init__.py", "from solver.frame import Frame"),
    ("solver/check/__init__.py", "import solver.model"),
    ("solver/check/__init__.py", "import solver.search"),
    ("solver/check/__init__.py", "import ortools"),
    ("solver/model/__init__.py", "import solver.check"),
    ("solver/search/__init__.py", "import solver.check"),
    ("solver/contradictions.py", "import solver.bounds"),
    ("solver/search/__init__.py", "import solver.contradictions"),
    ("solver/explain/words.py", "import solver.worker"),
    ("solver/problem.py", "import numpy"),
    ("solver/worker.py", "import desktop.domain.people"),
    ("solver/worker.py", "import PySide6.QtCore"),
]


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the product's source, with what the linter keeps of it. Whoever breaks it mends it again."""
    made = tmp_path_factory.mktemp("house")
    for name in ("desktop", "solver"):
        shutil.copytree(ROOT / name, made / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", made)
    return made


def lint(house: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", LINT], cwd=house, capture_output=True, encoding="utf-8", check=False
    )


def test_every_rule_holds(house: Path) -> None:
    result = lint(house)
    assert result.returncode == 0, result.stdout + result.stderr


@pytest.mark.parametrize(("module", "line"), FORBIDDEN)
def test_an_import_against_the_rules_is_told(house: Path, module: str, line: str) -> None:
    path = house / module
    before = path.read_text(encoding="utf-8")
    path.write_text(f"{before}\n{line}\n", encoding="utf-8")
    try:
        result = lint(house)
    finally:
        path.write_text(before, encoding="utf-8")
    assert result.returncode == 1
    assert "BROKEN" in result.stdout


@pytest.mark.parametrize("module", ["desktop/reports.py", "desktop/ui/reports.py", "solver/shortcuts.py"])
def test_a_new_module_must_be_given_its_place(house: Path, module: str) -> None:
    (house / module).write_text('"""New."""\n', encoding="utf-8")
    try:
        result = lint(house)
    finally:
        (house / module).unlink()
    assert result.returncode == 1
    assert "not listed as layers" in result.stdout
