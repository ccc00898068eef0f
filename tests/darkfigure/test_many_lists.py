"""Two lists, eight, twelve and sixteen need no special case; nor do very many people."""

import inspect
import subprocess
import sys

import numpy as np
import pytest

from darkfigure import chao, loglinear, search, stepwise
from darkfigure.histories import CaptureHistories

MEGABYTES = 1024
TWELVE = """
import re
import numpy as np
from darkfigure import CaptureHistories, stepwise
{drawn}
answer = stepwise.estimate(drawn(12, people=2000), replicates=50)
print(answer.total, int(re.search(r"VmHWM:\\s+(\\d+) kB", open("/proc/self/status").read())[1]) / 1024)
"""
"""What the process itself held at its height. `ru_maxrss` would count the process that started it, too."""


def drawn(lists: int, people: int = 4000, seed: int = 1) -> CaptureHistories:
    """People seen by each of the lists by chance, each list with its own; L00 and L01 share some on purpose."""
    random = np.random.default_rng(seed)
    on = random.random((people, lists)) < random.uniform(0.05, 0.15, lists)
    on[:, 1] |= on[:, 0] & (random.random(people) < 0.5)
    return CaptureHistories.from_individuals(on[on.any(axis=1)], [f"L{place:02}" for place in range(lists)])


@pytest.mark.parametrize("lists", [2, 3, 6, 8])
def test_every_size_is_one_case(lists: int) -> None:
    histories = drawn(lists)
    chosen = stepwise.estimate(histories, replicates=50)
    for answer in (
        chosen,
        search.estimate(histories, interval="none"),
        loglinear.estimate(histories),
        chao.estimate(histories, kind="unequal rates"),
    ):
        assert histories.n < answer.total < 20_000
        assert answer.status == "finite"
    if lists == 8:
        assert "L00:L01" in chosen.model
        assert chosen.total == pytest.approx(4000, rel=0.1)


def test_twelve_lists_in_little_memory() -> None:
    """In a process of its own, so that nothing else is counted."""
    command = [sys.executable, "-c", TWELVE.format(drawn=inspect.getsource(drawn))]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    total, megabytes = (float(part) for part in done.stdout.split())
    assert total == pytest.approx(2000, rel=0.1)
    assert megabytes < MEGABYTES


def test_sixteen_lists() -> None:
    answer = loglinear.estimate(drawn(16, people=500), interval="wald")
    assert answer.total == pytest.approx(500, rel=0.15)


@pytest.mark.parametrize("scale", [10**3, 10**9, 10**13])
def test_very_many_people(scale: int) -> None:
    """Independence has no scale: a table multiplied through gives its total multiplied through."""
    counts = {("A",): 40, ("B",): 30, ("C",): 20, ("A", "B"): 6, ("A", "C"): 5, ("B", "C"): 4, ("A", "B", "C"): 1}
    one = loglinear.estimate(CaptureHistories.from_mapping(counts), interval="wald")
    many = CaptureHistories.from_mapping({key: count * scale for key, count in counts.items()})
    assert loglinear.estimate(many, interval="wald").total == pytest.approx(one.total * scale, rel=1e-9)
    assert stepwise.estimate(many, replicates=50).total > many.n
