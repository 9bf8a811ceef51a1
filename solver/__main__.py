"""``python -m solver``: plan a week, check a plan, or serve the app."""

from __future__ import annotations

import sys

if __name__ == "__main__":
    try:
        # In here, so that Ctrl-C in the first moment is no traceback either.
        from solver.command.main import main

        status = main(sys.argv[1:])
    except KeyboardInterrupt:
        status = 130
    sys.exit(status)
