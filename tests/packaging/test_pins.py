"""The pinned set: exact, with hashes, without an index's address, and enough for pyproject.toml."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement

from devkit import lock, pins

ROOT = Path(__file__).resolve().parents[2]
FILES = ["requirements.txt", "uv.txt"]


def text(name: str) -> str:
    return (ROOT / "packaging" / name).read_text(encoding="utf-8")


def entries(name: str) -> list[str]:
    """Each requirement with the lines that continue it."""
    lines = [line for line in text(name).replace("\\\n", " ").splitlines() if line.strip()]
    return [line for line in lines if not line.lstrip().startswith("#")]


@pytest.mark.parametrize("name", FILES)
def test_every_entry_is_an_exact_pin_with_hashes(name: str) -> None:
    assert entries(name)
    for entry in entries(name):
        assert pins.PIN.match(entry), entry
        assert re.search(r"--hash=sha256:[0-9a-f]{64}", entry), entry


@pytest.mark.parametrize("name", FILES)
def test_no_index_is_named(name: str) -> None:
    assert not re.search(r"://|--(extra-)?index|--find-links|--trusted-host", text(name))


def test_the_pins_satisfy_what_pyproject_asks_for() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    asked = [Requirement(line) for line in project["dependencies"] + project["optional-dependencies"]["dev"]]
    pinned = pins.pinned(text("requirements.txt"))
    for requirement in asked:
        versions = pinned.get(pins.canonical(requirement.name), set())
        assert any(map(requirement.specifier.contains, versions)), f"{requirement}: run packaging/dev.py lock"
    for name in {pins.canonical(requirement.name) for requirement in asked}:
        allowed = [requirement.specifier for requirement in asked if pins.canonical(requirement.name) == name]
        for version in pinned[name]:
            assert any(specifier.contains(version) for specifier in allowed), f"{name} {version}"


def test_windows_gets_its_own_packages() -> None:
    marked = [entry for entry in entries("requirements.txt") if "sys_platform == 'win32'" in entry]
    assert {"colorama", "tzdata"} <= {entry.split("==")[0] for entry in marked}


def test_names_are_compared_as_indexes_do() -> None:
    assert pins.pinned(
        "PySide6_Essentials==6.11.3 \\\n    --hash=sha256:00\nnumpy==2.4.6 ; x\nnumpy==2.5.5\n"
    ) == {
        "pyside6-essentials": {"6.11.3"},
        "numpy": {"2.4.6", "2.5.5"},
    }


@pytest.mark.parametrize(
    ("output", "words"),
    [
        ("WARNING: Retrying (Retry(total=4)) after connection broken by 'NewConnectionError('", "network"),
        (
            "ERROR: Could not install packages due to an OSError: [Errno 28] No space left on device",
            "disk is full",
        ),
        ("after connection broken by 'SSLError(SSLCertVerificationError(1, ", "certificate"),
        (
            "ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE.",
            "not the one that was pinned",
        ),
        ("ERROR: No matching distribution found for ortools==9.15.6755", "ready-made ortools==9.15.6755"),
        ("Collecting x\nERROR: something else\n", "something else"),
        ("", "pip failed"),
    ],
)
def test_pips_complaints_are_told_in_plain_words(output: str, words: str) -> None:
    assert words in pins.explain(output)


def test_a_full_disk_is_told_before_the_network_that_broke_with_it() -> None:
    assert "disk is full" in pins.explain("NewConnectionError\n[Errno 28] No space left on device")


@pytest.mark.parametrize(
    ("settings", "option"),
    [
        ({}, []),
        ({"global.timeout": "'60'"}, []),
        (
            {"global.index-url": "'https://mirror.example/simple'"},
            ["--default-index", "https://mirror.example/simple"],
        ),
        ({":env:.index-url": "'a'", "global.index-url": "'b'"}, ["--default-index", "a"]),
    ],
)
def test_uv_is_told_of_the_index_that_pip_uses(settings: dict[str, str], option: list[str]) -> None:
    assert lock.index_option(settings) == option
