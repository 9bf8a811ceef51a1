"""The parts of ``packaging/dev.py``. Standard library only, Python 3.11 or newer."""
