"""Where a vault lies unless told otherwise, on each system."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop.vault import data_folder

HOME = Path("/home/somebody").absolute()


@pytest.mark.parametrize(
    ("platform", "environment", "folder"),
    [
        ("linux", {}, HOME / ".local" / "share" / "sikkerplan"),
        ("linux", {"XDG_DATA_HOME": ""}, HOME / ".local" / "share" / "sikkerplan"),
        ("linux", {"XDG_DATA_HOME": "relative"}, HOME / ".local" / "share" / "sikkerplan"),
        ("linux", {"XDG_DATA_HOME": str(HOME / "data")}, HOME / "data" / "sikkerplan"),
        ("darwin", {"XDG_DATA_HOME": "/x"}, HOME / "Library" / "Application Support" / "Sikkerplan"),
        ("win32", {"LOCALAPPDATA": str(HOME / "Local")}, HOME / "Local" / "Sikkerplan"),
        ("win32", {}, HOME / "AppData" / "Local" / "Sikkerplan"),
    ],
)
def test_each_system_has_its_own_folder(platform: str, environment: dict[str, str], folder: Path) -> None:
    assert data_folder(platform=platform, environment=environment, home=HOME) == folder


def test_a_chosen_folder_goes_before_all(tmp_path: Path) -> None:
    assert data_folder(tmp_path, platform="linux", environment={}, home=HOME) == tmp_path


def test_without_being_told_it_is_in_the_users_own_home(no_personal_environment: Path) -> None:
    assert data_folder().is_relative_to(no_personal_environment)
    assert not data_folder().exists()
