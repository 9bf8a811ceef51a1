#!/usr/bin/env python3
"""Sets Sikkerplan up and starts, tests or checks it: ``python3 packaging/dev.py --help``.

Standard library only. This file is written for any Python that is still met, 2.7 too, so that an unsuitable
one is told in plain words; everything else lies in ``devkit``.
"""

import sys


def main():  # type: () -> int
    if sys.hexversion < 0x03070000:
        here = ".".join(str(part) for part in sys.version_info[:2])
        sys.stderr.write(
            "This is Python " + here + ", which is too old: Sikkerplan needs Python 3.11 to 3.13.\n"
        )
        return 1
    from devkit import python

    version = sys.version_info[:2]
    words = python.unsuitable(version, [] if python.suits(version) else python.others(), sys.argv)
    if words:
        sys.stderr.write(words + "\n")
        return 1
    from pathlib import Path

    from devkit.cli import run_command

    return run_command(sys.argv[1:], Path(__file__).resolve().parent.parent)


if __name__ == "__main__":
    sys.exit(main())
