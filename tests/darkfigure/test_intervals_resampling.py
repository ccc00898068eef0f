"""Resampled tables: people stay, zeros stay, and the same seed gives the same bits."""

import contextlib
import io
import os
import subprocess
import sys

import numpy as np
import pytest
from published import table

from darkfigure import stepwise
from darkfigure.intervals import resampling
from darkfigure.intervals.resampling import leave_one_out, resample

RUN = """
import hashlib, json
from darkfigure import examples, search, stepwise
uk, west = examples.load("UKdat_5"), examples.load("Western")
answers = [stepwise.estimate(uk, replicates=100, seed=7), search.estimate(west, replicates=50, top=8, seed=7)]
print(hashlib.sha256(json.dumps([one.to_dict() for one in answers]).encode()).hexdigest())
"""


def test_people_and_zeros_stay() -> None:
    histories = table("NewOrl_5")
    tables = resample(histories, 200, seed=1)
    assert (tables.sum(axis=0) == histories.n).all()
    empty = np.ones(32, dtype=bool)
    empty[histories.codes] = False
    assert not tables[empty].any()
    assert tables.mean(axis=1)[histories.codes] == pytest.approx(histories.counts, abs=5 * np.sqrt(70 / 200))


def test_seeds() -> None:
    histories = table("Western")
    assert np.array_equal(resample(histories, 60, seed=5), resample(histories, 60, seed=5))
    assert not np.array_equal(resample(histories, 60, seed=5), resample(histories, 60, seed=6))


def test_the_same_people_whatever_the_order() -> None:
    histories = table("Western")
    turned = histories.permute(["C", "E", "A", "B", "D"])
    here, there = resample(histories, 60, seed=5), resample(turned, 60, seed=5)
    for pattern, code in zip(histories.patterns, histories.codes, strict=True):
        on = {name for name, member in zip(histories.lists, pattern, strict=True) if member}
        other = sum(1 << place for place, name in enumerate(turned.lists) if name in on)
        assert np.array_equal(here[code], there[other])


def test_one_person_less() -> None:
    histories = table("Korea")
    tables = leave_one_out(histories)
    assert tables.shape == (8, 6)
    assert (tables.sum(axis=0) == histories.n - 1).all()
    assert (np.diag(tables[histories.codes]) == histories.counts - 1).all()


def test_some_tables_at_a_time_or_all(monkeypatch: pytest.MonkeyPatch) -> None:
    histories = table("Western")
    whole = stepwise.estimate(histories, replicates=100, seed=2)
    monkeypatch.setattr(resampling, "CELLS", 32 * 7)
    parts = stepwise.estimate(histories, replicates=100, seed=2)
    assert parts.total == whole.total
    limits = (whole.interval.low, whole.interval.high)
    assert (parts.interval.low, parts.interval.high) == pytest.approx(limits, rel=1e-12)


def test_the_same_bits_whatever_the_number_of_threads() -> None:
    """Here with as many as the machine gives, in another process with one (or with four, where one is given here)."""
    libraries = [f"{library}_NUM_THREADS" for library in ("OPENBLAS", "OMP", "MKL")]
    threads = "4" if "1" in map(os.environ.get, libraries) or os.cpu_count() == 1 else "1"
    there = {**os.environ, **dict.fromkeys(libraries, threads)}
    done = subprocess.run([sys.executable, "-c", RUN], env=there, check=True, capture_output=True, text=True)
    with contextlib.redirect_stdout(io.StringIO()) as here:
        exec(RUN, {})
    assert done.stdout == here.getvalue()
