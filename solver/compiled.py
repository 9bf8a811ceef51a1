"""Functions compiled to machine code on their first call, and kept on disk for the next start.

All that is compiled works on whole numbers in arrays, so that it comes out the same on every machine.
"""

from __future__ import annotations

import hashlib
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar, cast

import numba
import numpy as np
from numpy.typing import NDArray

F = TypeVar("F", bound=Callable[..., Any])

Ints = NDArray[np.int32]
Longs = NDArray[np.int64]


def sources_digest() -> str:
    """A digest of every source that is compiled, and of whatever compiles it.

    Compiled code holds the constants of other modules, and numba looks at the function's own module alone.
    """
    here = Path(__file__).parent
    digest = hashlib.sha256(f"{numba.__version__} {sys.version}".encode())
    for folder in (here / "search", here / "relaxation"):
        for source in sorted(folder.glob("*.py")):
            digest.update(source.read_bytes())
    digest.update(Path(__file__).read_bytes())
    return digest.hexdigest()[:16]


#: That of the sources which this process has loaded.
LOADED = sources_digest()


def _cache() -> Path:
    """Where machine code is kept: beside the sources, or with the user's caches where that cannot be written.

    Its name changes with any source that is compiled.
    """
    here = Path(__file__).parent
    name = f"compiled-{LOADED}"
    beside = here / "__pycache__"
    try:
        (beside / name).mkdir(parents=True, exist_ok=True)
    except OSError:
        pass
    else:
        if os.access(beside / name, os.W_OK):
            return beside / name
    home = os.environ.get("LOCALAPPDATA") or os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    return Path(home) / "sikkerplan" / name


# Numba makes the names of its settings while it runs.
numba.config.CACHE_DIR = str(_cache())  # type: ignore[attr-defined]


def compiled(function: F) -> F:
    """The function as machine code; other threads go on while it runs."""
    return cast(F, numba.njit(cache=True, nogil=True, boundscheck=False)(function))


@compiled
def ones(x: int) -> int:
    """How many bits are set in a number of 0 to 2**62 - 1."""
    x = x - ((x >> 1) & 0x5555555555555555)
    x = (x & 0x3333333333333333) + ((x >> 2) & 0x3333333333333333)
    x = (x + (x >> 4)) & 0x0F0F0F0F0F0F0F0F
    x += x >> 8
    x += x >> 16
    x += x >> 32
    return x & 0x7F


def seeded(seed: int) -> int:
    """A generator's first number: never 0, and far apart for seeds that are near (splitmix64)."""
    x = (seed + 1) * 0x9E3779B97F4A7C15 & (2**64 - 1)
    x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9 & (2**64 - 1)
    x = (x ^ (x >> 27)) * 0x94D049BB133111EB & (2**64 - 1)
    return ((x ^ (x >> 31)) & (2**63 - 1)) or 1
