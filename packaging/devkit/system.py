"""What the operating system must bring: Qt's libraries, a font, a virtual screen for the tests."""

from __future__ import annotations

import json
import os
import re
import shutil
import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from devkit.environment import Environment
from devkit.process import quietly
from devkit.stop import Stop, apt_install

CHECKED = "sikkerplan-system.json"
# Debian's package for each library that PySide6's wheels leave to the system.
PACKAGES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libGLX.so.0": "libglx0",
    "libOpenGL.so.0": "libopengl0",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libX11.so.6": "libx11-6",
    "libbrotlicommon.so.1": "libbrotli1",
    "libbrotlidec.so.1": "libbrotli1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libexpat.so.1": "libexpat1",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgssapi_krb5.so.2": "libgssapi-krb5-2",
    "libgthread-2.0.so.0": "libglib2.0-0",
    "libpng16.so.16": "libpng16-16",
    "libstdc++.so.6": "libstdc++6",
    "libsystemd.so.0": "libsystemd0",
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libwayland-egl.so.1": "libwayland-egl1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxcb.so.1": "libxcb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libz.so.1": "zlib1g",
    "libzstd.so.1": "libzstd1",
    # Not libraries, but missing in the same way.
    "a font": "fonts-dejavu-core",
    "Xvfb": "xvfb",
}
# What each need is looked for in, below PySide6's folder.
MODULES = ("QtCore", "QtGui", "QtWidgets", "QtPrintSupport", "QtSvg", "QtNetwork", "QtDBus", "QtTest")
FILES = {
    "qt": (*(f"{module}.abi3.so" for module in MODULES), "Qt/plugins/platforms/libqoffscreen.so"),
    "x11": ("Qt/plugins/platforms/libqxcb.so",),
    "wayland": ("Qt/plugins/platforms/libqwayland.so",),
}
# Runs in .venv: what Qt says itself, once its libraries are there.
PROBE = (
    "import os; os.environ['QT_QPA_PLATFORM'] = 'offscreen'\n"
    "import PySide6.QtWidgets as w, PySide6.QtGui as g\n"
    "a = w.QApplication([]); print('families', len(g.QFontDatabase.families()))"
)
FONT_FOLDERS = ("/usr/share/fonts", "/usr/local/share/fonts", "/usr/share/X11/fonts")


def needs(environment: Mapping[str, str], *, tests: bool) -> set[str]:
    """What must be there: always Qt and a font, the libraries of the screen if any, Xvfb for the tests."""
    wanted = {"qt", "font"}
    if environment.get("WAYLAND_DISPLAY"):
        wanted.add("wayland")
    elif environment.get("DISPLAY"):
        wanted.add("x11")
    if tests and sys.platform == "linux":
        wanted |= {"x11", "xvfb"}
    return wanted


def not_found(ldd: str) -> set[str]:
    """The libraries that ``ldd`` did not find, from what it printed."""
    return set(re.findall(r"^\s*(\S+) => not found", ldd, re.MULTILINE))


def like_debian(os_release: str) -> bool:
    """Whether a system with this ``/etc/os-release`` installs Debian's packages."""
    words = re.findall(r"^ID(?:_LIKE)?=(.*)$", os_release, re.MULTILINE)
    return bool({"debian", "ubuntu"} & set(" ".join(words).replace('"', "").split()))


def missing_words(missing: Iterable[str], *, debian: bool) -> str:
    """Says what is missing and, on Debian and its kin, the one line that brings all of it."""
    names = sorted(missing)
    packages = {PACKAGES[name] for name in names if name in PACKAGES}
    unknown = [name for name in names if name not in PACKAGES]
    lines = [f"The system lacks what Sikkerplan's window or tests need: {', '.join(names)}."]
    if not debian:
        lines.append("Install them by your system's package manager, then run the same command again.")
        return "\n".join(lines)
    if packages:
        lines.append("Install them, then run the same command again:")
        lines.append(f"  {apt_install(packages)}")
    if unknown:
        lines.append(f"Find the package of {', '.join(unknown)} with:  apt-file search NAME")
    return "\n".join(lines)


def ensure(environment: Environment, *, tests: bool) -> None:
    """Looks once after each set-up whether the system brings everything. Raises ``Stop`` if it does not."""
    record = environment.folder / CHECKED
    wanted = needs(os.environ, tests=tests)
    found = _seen(record)
    if wanted <= found:
        return
    missing = look(environment, wanted - found)
    if missing:
        release = Path("/etc/os-release")
        debian = release.exists() and like_debian(release.read_text(encoding="utf-8"))
        raise Stop(missing_words(missing, debian=debian))
    record.write_text(json.dumps(sorted(wanted | found)), encoding="utf-8")


def look_again(environment: Environment) -> None:
    """Looks although it was looked at before. Raises ``Stop`` where something has gone missing since."""
    (environment.folder / CHECKED).unlink(missing_ok=True)
    ensure(environment, tests=False)


def look(environment: Environment, wanted: set[str]) -> set[str]:
    """The libraries and things among the ``wanted`` needs that are missing, all at once."""
    missing: set[str] = set()
    if "xvfb" in wanted and not shutil.which("Xvfb"):
        missing.add("Xvfb")
    if sys.platform == "linux":
        missing |= _libraries(environment, wanted)
        if "font" in wanted and not any(_font_files()):
            missing.add("a font")
    if not missing and {"qt", "font"} & wanted:
        code, output = quietly([environment.python, "-c", PROBE])
        if code:
            raise Stop(f"Qt does not start: {output.strip().splitlines()[-1] if output.strip() else code}")
        if "families 0" in output:
            missing.add("a font")
    return missing


def _libraries(environment: Environment, wanted: set[str]) -> set[str]:
    if not shutil.which("ldd"):
        return set()
    code, folder = quietly([environment.python, "-c", "import PySide6; print(PySide6.__path__[0])"])
    if code:
        raise Stop("PySide6 is not in .venv; run  python3 packaging/dev.py clean  and try again.")
    files = [Path(folder) / name for need in sorted(wanted & set(FILES)) for name in FILES[need]]
    return not_found(quietly(["ldd", *(str(file) for file in files if file.exists())])[1])


def _font_files() -> Iterator[Path]:
    for folder in (*map(Path, FONT_FOLDERS), Path.home() / ".fonts", Path.home() / ".local/share/fonts"):
        for ending in ("ttf", "otf", "ttc", "pfb"):
            yield from folder.rglob(f"*.{ending}")


def _seen(record: Path) -> set[str]:
    try:
        return set(json.loads(record.read_text(encoding="utf-8")))
    except (OSError, ValueError):
        return set()
