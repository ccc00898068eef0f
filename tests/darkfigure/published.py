"""The published tables as the tests use them, and what other programs made of them.

This folder is no package: the tests stand on the path, and a package of this name would hide the library.
"""

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from darkfigure import examples
from darkfigure.histories import CaptureHistories

SHARED = Path(__file__).resolve().parents[3] / "shared" / "reference" / "mse"

# one letter a list, in the order of the file, so that models read shortly
LETTERS = {
    "Korea": "bcd",
    "Artificial_3": "ABC",
    "Kosovo": "EAOH",  # EXH, ABA, OSCE, HRW
    "Western": "ABCDE",
    "NewOrl_5": "ABCDH",
    "UKdat": "LNPGUC",  # LA, NG, PF, GO, GP (the public), NCA
    "UKdat_5": "LNPGU",
    "Ned_5": "IKPRZ",
}


def table(name: str) -> CaptureHistories:
    """A published table by its name in the literature, its lists by their letters."""
    return CaptureHistories.from_cells(examples.load(name).cells(), tuple(LETTERS[name]))


@cache
def reference() -> dict[str, Any]:
    """What the R packages gave; the test is left out, and says so, where that file is not there."""
    path = SHARED / "reference.json"
    if not path.exists():
        pytest.skip(f"the packages' recorded results are not here ({path.name} beside the project's folder)")
    loaded: dict[str, Any] = json.loads(path.read_text())
    return loaded


def fixture(name: str) -> Path:
    """A file of resampled tables, each with the packages' estimate."""
    path = SHARED / "fixtures" / f"boot_{name}.csv"
    if not path.exists():
        pytest.skip(f"the packages' resampled tables are not here ({path.name})")
    return path
