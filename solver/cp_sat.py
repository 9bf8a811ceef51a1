"""CP-SAT's import, without the half of it that nobody here uses."""

from __future__ import annotations

import importlib
import sys
from types import ModuleType

MODEL = "ortools.sat.python.cp_model"


def make_ready() -> None:
    """Imports ``cp_model`` without pandas, which takes longer than all the rest of it.

    It asks pandas for two types, to tell tables of variables from single ones; there are no tables here.
    Where it asks for more, or is imported already, nothing is spared.
    """
    if MODEL in sys.modules or "pandas" in sys.modules:
        return
    pandas = ModuleType("pandas")
    for name in ("Index", "Series"):
        setattr(pandas, name, type(name, (), {}))
    sys.modules["pandas"] = pandas
    try:
        importlib.import_module(MODEL)
    except AttributeError:
        # Another version than the pinned one: the first use imports it, with the real pandas.
        sys.modules.pop(MODEL, None)
    finally:
        del sys.modules["pandas"]
