"""`python -m proofs.let_in [--part N] [--leaks]`: everybody asks every address about everything, against the policy.

Exit code 1 if one answer is otherwise than the policy says, or an address is not known here.
"""

import argparse
import logging
import os
import sys
import time
from collections import Counter
from collections.abc import Callable

SHOWN = 400


def main() -> int:
    """Ask, and say what was answered otherwise than the policy says."""
    parser = argparse.ArgumentParser(prog="python -m proofs.let_in")
    parser.add_argument(
        "--part", type=int, default=1, help="of the pairs of address and reader one in so many; 1 is all"
    )
    parser.add_argument("--leaks", action="store_true", help="search everything but pages for what is sealed, instead")
    chosen = parser.parse_args()
    before = time.perf_counter()
    counts, wrong = on_throw_away(leaks if chosen.leaks else lambda: run(part=chosen.part))
    title = "No canary sings where nobody may listen" if chosen.leaks else "No one is let in"
    show(title, counts, wrong, time.perf_counter() - before)
    return 1 if wrong else 0


def on_throw_away(act: Callable[[], tuple[Counter[str], list[str]]]) -> tuple[Counter[str], list[str]]:
    """An act on databases that are made for it and dropped."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "pentameter.config.settings.testing")
    sys.path.insert(0, "tests")
    import django

    django.setup()
    from django.conf import settings
    from django.test.utils import get_runner, setup_test_environment

    setup_test_environment()
    logging.disable(logging.WARNING)  # each refusal writes a line
    runner = get_runner(settings)(verbosity=0, interactive=False)
    made = runner.setup_databases(aliases={"default", "public"})
    try:
        return act()
    finally:
        runner.teardown_databases(made)


def run(*, part: int) -> tuple[Counter[str], list[str]]:
    """The walk and the swapped identifiers, on a scene that is set for them."""
    from proofs.let_in import lists, public, swapped, walk
    from proofs.let_in.people import READERS
    from proofs.let_in.scene import scene

    found = walk.Found(
        wrong=[*walk.unknown(), *public.unknown()], tell=lambda what: print(what, file=sys.stderr, flush=True)
    )
    stage = scene()
    chosen = walk.Part(0, part)
    walk.walk(stage, READERS, walk.METHODS, found, part=chosen)
    for reader in (one for one in READERS if one.name in swapped.READERS):
        swapped.swap(stage, [reader], found, [route for route in walk.STAFF if chosen.has(route, reader)])
    lists.agree(stage, READERS, found)
    public.walk(found)
    found.counts["addresses"] = len(walk.STAFF) + len(public.PUBLIC)
    found.counts["readers"] = len(READERS)
    return found.counts, found.wrong


def leaks() -> tuple[Counter[str], list[str]]:
    """Everything but pages, searched for what is sealed."""
    from proofs.let_in import leaks as searching

    return searching.run()


def show(title: str, counts: Counter[str], wrong: list[str], seconds: float) -> None:
    """What was tried, how often, and what was wrong."""
    from rich.table import Table

    from pentameter.config.terminal import console

    table = Table(title=f"{title} ({seconds:.0f} s)", show_header=False)
    for what, number in sorted(counts.items()):
        table.add_row(what, f"{number:,}")
    table.add_row("wrong", f"{len(wrong):,}")
    for one in wrong[:SHOWN]:
        console().print(one, highlight=False, markup=False, soft_wrap=True)
    console().print(table)


if __name__ == "__main__":
    sys.exit(main())
