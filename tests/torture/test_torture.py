"""The short form of the subjects that have no test of their own, by the command that runs the long one."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.torture.__main__ import main
from tests.torture.bit_flips import BACKUP, COPY, DATABASE, KEYS, LAST, LOG, flip_often


def test_a_flipped_bit_is_told_as_damage_or_does_no_harm(tmp_path: Path) -> None:
    flips = flip_often(tmp_path, 32, 7)
    assert flips.wrong == []
    assert sum(count.total() for count in (flips.told, flips.missing, flips.harmless)) == 32
    assert flips.told[BACKUP] == 4
    assert flips.told[DATABASE] == 8
    assert flips.missing[LOG] == 8
    assert flips.told[KEYS] > 0
    assert flips.harmless[COPY] == flips.harmless[LAST] == 4


def test_the_long_run_tells_its_figures(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["bits", "trail", "--times", "13"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line.split()[0] for line in lines] == ["bits", "trail"]
    assert "0 wrong" in lines[0]
    assert "0 not found" in lines[1]


def test_a_subject_that_there_is_not_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["floods"])
    assert "no subject 'floods'" in capsys.readouterr().err
