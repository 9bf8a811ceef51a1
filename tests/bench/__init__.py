"""Measurements, started by ``packaging/dev.py bench``. They are told, not asserted: machines differ."""
