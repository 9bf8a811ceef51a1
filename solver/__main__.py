"""``python -m solver``: plan a week, check a plan, or serve the app."""

from __future__ import annotations

import sys

from solver.commandline import main

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
