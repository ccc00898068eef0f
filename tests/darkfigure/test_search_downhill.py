"""Downhill search against a plain loop over neighbours."""

import numpy as np
import pytest
from published import table
from test_search_scores import slowly

from darkfigure import identify
from darkfigure.intervals.resampling import resample
from darkfigure.lattice import main_effects, table_of
from darkfigure.models import name_of
from darkfigure.search import downhill


def hierarchical(terms: np.ndarray) -> bool:
    held = np.flatnonzero(terms).tolist()
    return all(part in held for code in held for part in range(code) if part & code == part)


def descend(counts: np.ndarray, lists: int, order: int, criterion: str) -> tuple[np.ndarray, float]:
    """Try to add or leave out each set of lists; go to the best; stop when none is better."""
    terms = main_effects(lists)
    here = slowly(terms, counts, criterion)
    while True:
        near = []
        for mask in range(2**lists):
            changed = terms.copy()
            changed[mask] ^= True
            if 2 <= mask.bit_count() <= order and hierarchical(changed):
                near.append((*slowly(changed, counts, criterion), mask))
        best = min(near)
        if not best[0] < here[0] - 1e-9:
            return terms, here[1]
        here, terms = best[:2], terms.copy()
        terms[best[2]] ^= True


@pytest.mark.parametrize(
    ("name", "order", "criterion"),
    [("Korea", 2, "bic"), ("Kosovo", 3, "bic"), ("Kosovo", 3, "aic"), ("NewOrl_5", 2, "bic"), ("UKdat_5", 2, "bic")],
)
def test_the_slow_twin(name: str, order: int, criterion: str) -> None:
    histories = table(name)
    tables = np.hstack([table_of(histories.cells()), resample(histories, 50, seed=6)[:, :3]])
    found = downhill.choose(tables, order, criterion)
    for lane, counts in enumerate(tables.T):
        terms, dark = descend(counts, len(histories.lists), order, criterion)
        assert name_of(found.terms[:, lane], histories.lists) == name_of(terms, histories.lists)
        assert found.dark_figure[lane] == pytest.approx(dark, rel=1e-7)


def test_a_local_minimum() -> None:
    """Silverman, Chan and Vincent 2024, table 6: 12,262 where the best of all is 22,991; six lists 12,350."""
    for name, total in (("UKdat_5", 12_262), ("UKdat", 12_350)):
        assert round(downhill.choose(table_of(table(name).cells()), 2, "bic").totals[0]) == total


def test_few_at_once_or_many(monkeypatch: pytest.MonkeyPatch) -> None:
    """The size of the groups in which neighbours are fitted has no part in the answer."""
    tables = resample(table("NewOrl_5"), 60, seed=2)
    wide = downhill.choose(tables, 2, "bic")
    monkeypatch.setattr(downhill, "AT_ONCE", 60)
    narrow = downhill.choose(tables, 2, "bic")
    assert np.array_equal(wide.terms, narrow.terms)
    assert np.allclose(wide.totals, narrow.totals, rtol=1e-9)


def test_tables_without_an_estimate_stay_where_they_are() -> None:
    found = downhill.choose(table_of(np.array([[4, 5, 0, 6, 0, 0, 0], [4, 5, 1, 6, 2, 1, 1]])), 2, "bic")
    assert found.status.tolist() == [identify.INFINITE, identify.FINITE]
