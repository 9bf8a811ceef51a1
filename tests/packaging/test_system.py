"""What a system lacks is found all at once and told with the one line that brings it."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest

from devkit import system

ROOT = Path(__file__).resolve().parents[2]
LDD = """\
/x/PySide6/QtGui.abi3.so:
\tlinux-vdso.so.1 (0x00007ffc)
\tlibQt6Gui.so.6 => /x/PySide6/Qt/lib/libQt6Gui.so.6 (0x00007f)
\tlibEGL.so.1 => not found
\tlibxkbcommon.so.0 => not found
/x/PySide6/Qt/plugins/platforms/libqxcb.so:
\tlibxcb-cursor.so.0 => not found
\tlibEGL.so.1 => not found
\tlibc.so.6 => /lib/x86_64-linux-gnu/libc.so.6 (0x00007f)
"""


def test_every_missing_library_is_found_once() -> None:
    assert system.not_found(LDD) == {"libEGL.so.1", "libxkbcommon.so.0", "libxcb-cursor.so.0"}


def test_nothing_is_missing_where_all_is_found() -> None:
    assert system.not_found("\tlibc.so.6 => /lib/libc.so.6 (0x0)\n\tstatically linked\n") == set()


def test_debian_is_told_one_line_with_all_of_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("os.geteuid", lambda: 1000, raising=False)
    words = system.missing_words([*system.not_found(LDD), "Xvfb", "a font"], debian=True)
    lines = [line.strip() for line in words.splitlines() if "apt install" in line]
    assert lines == ["sudo apt install fonts-dejavu-core libegl1 libxcb-cursor0 libxkbcommon0 xvfb"]
    assert "libxkbcommon.so.0" in words


def test_root_needs_no_sudo(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("os.geteuid", lambda: 0, raising=False)
    assert "\n  apt install libegl1" in system.missing_words(["libEGL.so.1"], debian=True)


def test_a_library_that_is_not_known_is_named() -> None:
    words = system.missing_words(["libEGL.so.1", "libnew.so.9"], debian=True)
    assert "apt install libegl1\n" in words
    assert "libnew.so.9 with:  apt-file" in words


def test_other_systems_are_told_the_libraries_names() -> None:
    words = system.missing_words(["libEGL.so.1"], debian=False)
    assert "libEGL.so.1" in words
    assert "apt" not in words


@pytest.mark.parametrize(
    ("release", "debian"),
    [
        ("ID=debian\nVERSION_ID=12\n", True),
        ('ID=linuxmint\nID_LIKE="ubuntu debian"\n', True),
        ("ID=fedora\n", False),
        ('ID="opensuse-leap"\nID_LIKE="suse opensuse"\n', False),
        ("NAME=debian\n", False),
    ],
)
def test_debians_kin_is_known(release: str, debian: bool) -> None:
    assert system.like_debian(release) is debian


def test_only_a_screen_that_is_there_asks_for_its_libraries() -> None:
    assert system.needs({}, tests=False) == {"qt", "font"}
    assert system.needs({"DISPLAY": ":0"}, tests=False) == {"qt", "font", "x11"}
    assert system.needs({"DISPLAY": ":0", "WAYLAND_DISPLAY": "w"}, tests=False) == {"qt", "font", "wayland"}


def test_the_tests_ask_for_a_virtual_screen_on_linux(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    assert system.needs({}, tests=True) == {"qt", "font", "x11", "xvfb"}
    monkeypatch.setattr(sys, "platform", "darwin")
    assert system.needs({}, tests=True) == {"qt", "font"}


def packages_of_ci() -> set[str]:
    found = re.search(r"needed=\(([^)]*)\)", (ROOT / ".ci" / "run").read_text(encoding="utf-8"))
    assert found
    return set(found[1].split())


def test_ci_installs_what_readme_tells_a_person_to() -> None:
    lines = re.findall(r"sudo apt install ((?:.*\\\n)*.*)", (ROOT / "README.md").read_text(encoding="utf-8"))
    told = {word for line in lines for word in line.replace("\\\n", " ").split()} - {"git"}
    assert packages_of_ci() == told


def test_ci_installs_nothing_that_a_person_would_not_be_told_of() -> None:
    # The tests on a real keyring are skipped without it, and say so.
    optional = {"dbus-daemon", "gnome-keyring"}
    assert packages_of_ci() - optional <= {*system.PACKAGES.values(), "python3-venv"}


def test_ci_calls_readmes_test_command_and_nothing_after_it() -> None:
    command = "python3 packaging/dev.py test"
    assert command in (ROOT / "README.md").read_text(encoding="utf-8")
    assert (ROOT / ".ci" / "run").read_text(encoding="utf-8").rstrip().splitlines()[-1] == command
