"""The guide's pictures, out of those of the windows: ``python -m tests.guide_pictures FOLDER``.

``FOLDER`` is what ``python -m tests.pictures --out FOLDER`` has made. The light ones at 100 per cent are
taken, each with a palette of its own colours, which makes a file a third as large and can't be seen.
"""

from __future__ import annotations

import argparse
from collections import Counter
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage

from desktop.ui.guide.pages import PICTURES

SOURCES = {
    "first-vault": "unlock-first",
    "welcome": "welcome",
    "week": "week-1280",
    "planning": "planning",
    "print": "print",
    "keys": "keys",
    "locked": "locked",
    "audit": "audit",
    "backups": "backups",
    "retention": "retention",
    "table-rows": "sheet-rows",
    "start": "start",
    "carried": "carried-forbidden",
    "acute": "acute-unsafe",
    "people": "people-hours",
    "conflicts": "conflicts-matrix",
    "levels": "levels",
    "resources": "resources",
}
"""The guide's name of a picture, and the windows' one."""
COLOURS = 256


def main() -> int:
    """Writes every picture in both languages."""
    parser = argparse.ArgumentParser(prog="python -m tests.guide_pictures", description=__doc__)
    parser.add_argument("folder", type=Path, metavar="FOLDER")
    folder: Path = parser.parse_args().folder
    for language in ("da", "en"):
        (PICTURES / language).mkdir(parents=True, exist_ok=True)
        for name, source in SOURCES.items():
            path = folder / f"{source}-{language}-light-100.png"
            image = QImage(str(path))
            if image.isNull():
                raise SystemExit(f"{path} is not there")
            reduced(image).save(str(PICTURES / language / f"{name}.png"), quality=0)
    return 0


def reduced(image: QImage) -> QImage:
    """The picture in its own most frequent colours; the others become the nearest of them."""
    plain = image.convertToFormat(QImage.Format.Format_RGB32)
    pixels = memoryview(plain.constBits()).cast("I")
    table = [colour for colour, _ in Counter(pixels).most_common(COLOURS)]
    return plain.convertToFormat(
        QImage.Format.Format_Indexed8,
        table,
        Qt.ImageConversionFlag.ThresholdDither | Qt.ImageConversionFlag.AvoidDither,
    )


if __name__ == "__main__":
    raise SystemExit(main())
