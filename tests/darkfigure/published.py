"""The published tables that the tests use: name, lists, and how many people were on exactly which of them.

This folder is no package: the tests stand on the path, and a package of this name would hide the library.
"""

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from darkfigure.histories import CaptureHistories

SHARED = Path(__file__).resolve().parents[3] / "shared" / "reference" / "mse"

_TABLES: dict[str, tuple[str, str]] = {
    # Ball, Shin and Yang 2018 (HRDAG): Korean women held in sexual slavery at Palembang
    "Korea": ("b c d", "d41 c5 b5 bc54 bd6 bcd12"),
    # Chan, Silverman and Vincent 2021, Table 2: constructed
    "Artificial_3": ("A B C", "A40 B30 C20 AB6"),
    # Ball et al. 2002: killings in Kosovo, 20 March to 22 June 1999 (E EXH, A ABA, O OSCE, H HRW)
    "Kosovo": ("E A O H", "E1131 A845 O936 H306 EA177 EO228 EH106 AO217 AH31 OH123 EAO181 EAH18 EOH42 AOH32 EAOH27"),
    # Farrell et al. 2019: sex trafficking, a site in the western United States
    "Western": ("A B C D E", "A52 B90 C114 D45 E21 AC4 AD2 AE5 BC6 BD1 DE3 ACE1 BCD1"),
    # Bales, Murphy and Silverman 2020: Greater New Orleans 2016, eight lists as five
    "NewOrl_5": ("A B C D H", "A25 B24 C70 D33 H21 AB1 AC1 AD2 BC2 BD2 BH1 CD1 ABC1 ABD1"),
    # Silverman 2014 (Home Office): United Kingdom 2013 (L LA, N NG, P PF, G GO, g GP, C NCA)
    "UKdat": (
        "L N P G g C",
        "L54 N463 P907 G695 g316 C57 LN15 LP19 LG3 NP56 NG19 Ng1 NC3 PG69 Pg10 PC31 Gg8 GC6 gC1 LNP1 LNG1 NPG4 NPC3 "
        "PGC1 LNPG1",
    ),
    # The same with PF and NCA as one list
    "UKdat_5": (
        "L N P G g",
        "L54 N463 P995 G695 g316 LN15 LP19 LG3 NP62 NG19 Ng1 PG76 Pg11 Gg8 LNP1 LNG1 NPG4 LNPG1",
    ),
    # van Dijk et al. 2017, Silverman 2020 Table 2: the Netherlands 2010 to 2015, six lists as five
    "Ned_5": (
        "I K P R Z",
        "I756 K1299 P4466 R650 Z632 IK1 IP81 IR5 IZ73 KP44 KZ4 PR82 PZ125 RZ2 IPR2 IPZ11 PRZ1",
    ),
}


def table(name: str) -> CaptureHistories:
    """A published table by its name in the literature."""
    lists, rows = _TABLES[name]
    cells = {}
    for row in rows.split():
        letters = row.rstrip("0123456789")
        cells[tuple(letters)] = int(row[len(letters) :])
    return CaptureHistories.from_mapping(cells, lists.split())


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
