"""`python -m proofs.bad_input [PART ...] [--cases N] [--strings N] [--requests N] [--files N] [--keep FOLDER]`.

Parts: parsers, workbooks, strings, described, files; without any, all of them. Exit code 1 if anything was found. With
`--keep`, what was sent is kept in that folder, to be made a regression test in `tests/config/corpus`.
"""

import argparse
import hashlib
import logging
import sys
import time
import warnings
from collections import Counter
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor, as_completed
from pathlib import Path
from typing import TYPE_CHECKING

from rich.table import Table

from pentameter.config.terminal import console, progress

if TYPE_CHECKING:
    from proofs.bad_input.parsing import Tried

CHUNKS = 100
FAULTS = "FAULT", "WRONG"
Part = Callable[[argparse.Namespace], Counter[str]]


def main() -> int:
    """Send it all, and say what became of it."""
    parser = argparse.ArgumentParser(prog="python -m proofs.bad_input")
    parser.add_argument("parts", nargs="*", metavar="PART", help=f"of {', '.join(PARTS)}")
    parser.add_argument("--cases", type=int, default=1_000_000, help="over all parsers")
    parser.add_argument("--workbooks", type=int, default=3_000, help="each is opened by a process of its own")
    parser.add_argument("--strings", type=int, default=5_000, help="in every parameter of every address")
    parser.add_argument("--requests", type=int, default=300, help="of each sender to each operation, each way")
    parser.add_argument("--files", type=int, default=10_000, help="hostile files, sent to a running door")
    parser.add_argument("--seed", type=int, default=2007)
    parser.add_argument("--processes", type=int, default=2)
    parser.add_argument("--keep", type=Path, help="a folder for what found a fault")
    chosen = parser.parse_args()
    if unknown := set(chosen.parts) - set(PARTS):
        parser.error(f"there is no part {', '.join(sorted(unknown))}; there are {', '.join(PARTS)}")
    logging.disable(logging.CRITICAL)  # each refusal writes a line
    warnings.simplefilter("ignore")  # and Pillow one for each broken picture
    bad = 0
    for name, part in PARTS.items():
        if not chosen.parts or name in chosen.parts:
            before = time.perf_counter()
            counts = part(chosen)
            show(name, counts, time.perf_counter() - before)
            bad += sum(number for what, number in counts.items() if what.endswith(FAULTS))
    return 1 if bad else 0


def _parsers(chosen: argparse.Namespace) -> Counter[str]:
    from proofs.bad_input import parsing

    tried = parsing.Tried()
    size = max(1, chosen.cases // CHUNKS)
    with ProcessPoolExecutor(chosen.processes) as pool, progress() as bars:
        task = bars.add_task("Parsers", total=chosen.cases)
        waiting = [pool.submit(parsing.part, chosen.seed * 1_000_003 + one, size) for one in range(CHUNKS)]
        for done in as_completed(waiting):
            tried.add(done.result())
            bars.update(task, advance=size)
    return _told(tried, chosen)


def _workbooks(chosen: argparse.Namespace) -> Counter[str]:
    sys.path.insert(0, "tests")
    from proofs.bad_input import files, parsing

    tried = parsing.Tried()
    size = max(1, chosen.workbooks // CHUNKS)
    with ProcessPoolExecutor(chosen.processes) as pool, progress() as bars:
        task = bars.add_task("Workbooks", total=chosen.workbooks)
        seeds = files.workbooks()
        waiting = [pool.submit(parsing.workbooks, chosen.seed + one, size, seeds) for one in range(CHUNKS)]
        for done in as_completed(waiting):
            tried.add(done.result())
            bars.update(task, advance=size)
    return _told(tried, chosen)


def _told(tried: "Tried", chosen: argparse.Namespace) -> Counter[str]:
    for (parser, what), sent in tried.faults.items():
        say(f"{parser}: {what}: {sent[:200]!r}")
        if chosen.keep:
            folder = chosen.keep / parser
            folder.mkdir(parents=True, exist_ok=True)
            (folder / hashlib.sha256(sent).hexdigest()[:12]).write_bytes(sent)
    tried.counts["slowest, in milliseconds of processor time"] = round(tried.slowest * 1000)
    return tried.counts


def _strings(chosen: argparse.Namespace) -> Counter[str]:
    from proofs.let_in.__main__ import on_throw_away

    def act() -> tuple[Counter[str], list[str]]:
        from proofs.bad_input import asked
        from proofs.let_in.scene import scene

        said = asked.Said(tell=say)
        asked.staff(scene(whole=False), chosen.strings, said, seed=chosen.seed)
        asked.public_door(chosen.strings, said, seed=chosen.seed)
        return said.counts, list(said.wrong)

    return on_throw_away(act)[0]


def _described(chosen: argparse.Namespace) -> Counter[str]:
    from proofs.let_in.__main__ import on_throw_away

    def act() -> tuple[Counter[str], list[str]]:
        from proofs.bad_input import described
        from proofs.bad_input.senders import senders, there
        from proofs.let_in.scene import scene

        scene(whole=False)
        answered = described.Answered()
        described.ask(senders(), there(), chosen.requests, answered, chance=chosen.seed, tell=say)
        return answered.counts, list(answered.wrong)

    return on_throw_away(act)[0]


def _files(chosen: argparse.Namespace) -> Counter[str]:
    sys.path.insert(0, "tests")
    from proofs.bad_input import serving

    return serving.run(chosen.files, seed=chosen.seed, tell=say)


PARTS: dict[str, Part] = {
    "parsers": _parsers,
    "workbooks": _workbooks,
    "strings": _strings,
    "described": _described,
    "files": _files,
}


def say(what: str) -> None:
    """Something that was found, as soon as it is."""
    console().print(what, highlight=False, markup=False, soft_wrap=True)


def show(name: str, counts: Counter[str], seconds: float) -> None:
    """What was tried, how often, and what became of it."""
    table = Table(title=f"Bad input: {name} ({seconds:.0f} s)", show_header=False)
    for what, number in sorted(counts.items()):
        table.add_row(what, f"{number:,}")
    found = sum(number for what, number in counts.items() if what.endswith(FAULTS))
    table.add_row("failed, told, meant or got out", f"{found:,}")
    console().print(table)


if __name__ == "__main__":
    sys.exit(main())
