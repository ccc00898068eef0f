"""safetables beside tau-argus: the same tables, the same protection levels, each figure in a process of its own.

`pytauargus` 0.6 bundles the engine of Statistics Netherlands with HiGHS. Both are told which cells are sensitive, how
far each has to be protected to both sides, and that a cell costs one. What tau-argus hides is then shown to our
attacker too.
"""

import contextlib
import json
import resource
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np


@dataclass(frozen=True)
class Size:
    """Codes of each dimension, people in a cell on average, and how tau-argus is asked: "" where it is not."""

    what: str
    codes: tuple[int, ...]
    people: float
    method: str
    nested: bool = False


SIZES = {
    "small": Size("table of 10 x 12", (10, 12), 60, "OPT(1,10)"),
    "medium": Size("table of 40 areas in 8 regions x 20", (40, 20), 100, "MOD(1,5,1,1,0)", nested=True),
    "large": Size("table of 99 x 99, 10,000 cells", (99, 99), 400, "MOD(1,5,1,1,0)"),
    "nested": Size(
        "table of 160 areas in 32 regions x 50, 10,000 cells", (160, 50), 200, "MOD(1,5,1,1,0)", nested=True
    ),
    "cube": Size("table of 45 x 5 x 8", (45, 5, 8), 60, ""),
    "large cube": Size("table of 100 x 9 x 9, 10,000 cells", (100, 9, 9), 60, ""),
}
SEEDS = (1,)
MEGABYTES = 1024


def table(size: Size, seed: int) -> Any:
    """A random table with many small counts."""
    from safetables import Dimension, Table

    rng = np.random.default_rng(seed)
    inner = rng.poisson(rng.gamma(0.7, size.people / 0.7, size.codes))
    dimensions = [
        Dimension.flat(f"d{at}", [f"c{code:03d}" for code in range(many)]) for at, many in enumerate(size.codes)
    ]
    if size.nested:
        regions = [f"r{at:03d}" for at in range(size.codes[0] // 5)]
        areas = {region: [f"c{5 * at + k:03d}" for k in range(5)] for at, region in enumerate(regions)}
        dimensions[0] = Dimension.nested("d0", "Total", {"Total": regions, **areas})
    places = np.ndindex(*size.codes)
    cells = {tuple(f"c{code:03d}" for code in place): int(inner[place]) for place in places}
    return Table.of(dimensions, cells)


def ours(size: Size, seed: int) -> dict[str, float]:
    """What safetables hides, and how long it takes, the proof included."""
    import safetables
    from safetables.attacker import unprotected
    from safetables.problems import problem

    whole = table(size, seed)
    before = time.process_time()
    safe = safetables.protect(whole, safetables.Rules(threshold=10))
    spent = time.process_time() - before
    asked = problem([whole], safetables.Rules(threshold=10))
    open_ = unprotected(asked.system(safe.table.hidden.ravel()), asked.needs, asked.values)
    return {"spent": spent, "hidden": safe.hidden, "sensitive": safe.sensitive, "open": len(open_)}


def theirs(size: Size, seed: int) -> dict[str, float]:
    """What tau-argus hides, and how many of its sensitive cells our attacker narrows too far."""
    from safetables import Rules
    from safetables.attacker import unprotected
    from safetables.problems import problem

    whole = table(size, seed)
    asked = problem([whole], Rules(threshold=10))
    with tempfile.TemporaryDirectory() as folder:
        before = time.process_time()
        marks = _tau_argus(whole, asked, size.method, Path(folder))
        spent = time.process_time() - before
    hidden = np.array([marks.get(codes, False) for codes in whole.cells])
    open_ = {place for place, _ in unprotected(asked.system(hidden), asked.needs, asked.values)}
    return {"spent": spent, "hidden": int(hidden.sum()), "sensitive": len(asked.needs), "open": len(open_)}


def _tau_argus(whole: Any, asked: Any, method: str, folder: Path) -> dict[tuple[str, ...], bool]:
    """Which cells tau-argus hides."""
    from pytauargus.engine import run_batch

    need = {place: at for at, place in enumerate(asked.needs.places.tolist())}
    lines = []
    for place, (codes, value) in enumerate(whole.items()):
        if not value:
            continue
        at = need.get(place)
        levels = (0, 0) if at is None else (value - asked.needs.low[at], asked.needs.high[at] - value)
        shown = ["" if code == "Total" else code for code in codes]
        fields = [
            *(code or "T" for code in shown),
            f"{value:.0f}",
            "S" if at is None else "U",
            "1",
            *(f"{one:.0f}" for one in levels),
        ]
        lines.append(";".join(fields))
    (folder / "table.tab").write_text("\n".join(lines) + "\n")
    (folder / "table.rda").write_text(_metadata(whole, folder))
    quoted = "".join(f'"{one.name}"' for one in whole.dimensions)
    batch = [
        f'<OPENTABLEDATA> "{folder / "table.tab"}"',
        f'<OPENMETADATA> "{folder / "table.rda"}"',
        f'<SPECIFYTABLE> {quoted}|"count"||"cost"',
        "<SAFETYRULE> MAN(10)",
        "<READTABLE> 0",
        f"<SUPPRESS> {method}",
        f'<WRITETABLE> (1,5,SO+,"{folder / "out.tab"}")',
    ]
    (folder / "run.arb").write_text("\n".join(batch) + "\n")
    with contextlib.chdir(folder):  # it writes its logs where it stands
        run_batch(str(folder / "run.arb"))
    return _read(whole, folder / "out.tab")


def _metadata(whole: Any, folder: Path) -> str:
    parts = ['<SEPARATOR> ";"', '<SAFE> "S"', '<UNSAFE> "U"', '<PROTECT> "Z"']
    for one in whole.dimensions:
        parts += [one.name, "  <RECODEABLE>", '  <TOTCODE> "T"']
        if len(one.families) > 1:
            inner = [
                f"{code}\n" + "".join(f"@{part}\n" for part in one.parts_of(code)) for code in one.parts_of("Total")
            ]
            (folder / f"{one.name}.hrc").write_text("".join(inner))
            parts += ["  <HIERARCHICAL>", f'  <HIERCODELIST> "{folder / one.name}.hrc"', '  <HIERLEADSTRING> "@"']
    parts += ["count", "  <NUMERIC>", "  <DECIMALS> 0", "status", "  <STATUS>", "cost", "  <NUMERIC> <COST>"]
    parts += ["lower", "  <NUMERIC> <LOWERPL>", "upper", "  <NUMERIC> <UPPERPL>"]
    return "\n".join(parts) + "\n"


def _read(whole: Any, path: Path) -> dict[tuple[str, ...], bool]:
    found = {}
    many = len(whole.dimensions)
    for line in path.read_text().splitlines():
        fields = [field.strip().strip('"') for field in line.split(";" if ";" in line else ",")]
        codes = tuple("Total" if field in ("T", "") else field for field in fields[:many])
        found[codes] = fields[-1] in ("U", "M", "B", "D", "F", "H", "u", "m") or any(
            field in ("U", "M") for field in fields[many:]
        )
    return found


RUNS: dict[str, Callable[[Size, int], dict[str, float]]] = {"safetables": ours, "tau-argus": theirs}


def main(size: str, program: str, seed: int) -> dict[str, float]:
    """CPU seconds, cells hidden, and peak memory."""
    import scipy.optimize  # noqa: F401 - loading the library is no part of the figure

    found = RUNS[program](SIZES[size], seed)
    return {**found, "megabytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024}


def rows(measure: Callable[..., dict[str, float]]) -> Iterator[tuple[str, ...]]:
    """The lines of the table."""
    for name, size in SIZES.items():
        asked = [program for program in RUNS if size.method or program == "safetables"]
        found = {program: [measure(size=name, program=program, seed=seed) for seed in SEEDS] for program in asked}
        hidden = {program: sum(one["hidden"] for one in runs) for program, runs in found.items()}
        for program, runs in found.items():
            what = f"{size.what}, {len(SEEDS)} of them: {program}"
            besides = sum(one["hidden"] - one["sensitive"] for one in runs)
            yield what, "", "cells hidden, of them for others' sake", f"{hidden[program]:,} / {besides:,}", ""
            yield what, "", "sensitive cells left open", f"{sum(one['open'] for one in runs):,}", "0"
            yield what, "", "CPU s, the longest", f"{max(one['spent'] for one in runs):.3g}", ""
            yield (
                what,
                "",
                "peak memory",
                f"{max(one['megabytes'] for one in runs):,.0f} MB",
                f"at most {MEGABYTES:,} MB",
            )
        if "tau-argus" not in hidden:
            continue
        ratio = hidden["safetables"] / max(hidden["tau-argus"], 1)
        yield size.what, "", "cells hidden against tau-argus", f"{ratio:.3f}", "at most 1.1"


if __name__ == "__main__":
    sys.stdout.write(json.dumps(main(**json.loads(sys.argv[1]))) + "\n")
