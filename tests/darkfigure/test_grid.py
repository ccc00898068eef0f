"""A thinned grid against the whole one."""

import numpy as np
import pytest

from darkfigure.grid import geometric_nodes, grid_posterior, node_weights


def test_node_weights_sum_a_line_exactly() -> None:
    nodes = geometric_nodes(1, 5_000, 60)
    assert node_weights(nodes) @ (3.0 + 2.0 * nodes) == pytest.approx(3 * 5_000 + 5_000 * 5_001)


@pytest.mark.parametrize("most", [5_000, 400_000])
def test_quantiles_are_those_of_every_whole_number(most: int) -> None:
    def log_density(n0: np.ndarray) -> np.ndarray:
        x = np.log(n0)
        return np.logaddexp(-0.5 * ((x - 7) / 0.2) ** 2, -0.5 * ((x - 8) / 0.1) ** 2 - 0.5) - x

    nodes = geometric_nodes(1, most, 900)
    thinned = grid_posterior(nodes, log_density(nodes), most)
    every = np.exp(log_density(np.arange(1, most + 1)))
    cumulative = np.cumsum(every / every.sum())
    for p in (0.025, 0.1, 0.5, 0.9, 0.975):
        assert thinned.quantile(p) == pytest.approx(1 + np.searchsorted(cumulative, p), rel=1e-4)
    assert thinned.mean == pytest.approx(every @ np.arange(1, most + 1) / every.sum(), rel=1e-6)


def test_a_flat_posterior_lies_at_its_edge() -> None:
    nodes = geometric_nodes(1, 100_000, 300)
    flat = grid_posterior(nodes, np.zeros(len(nodes)), 100_000)
    assert flat.edge_mass == pytest.approx(0.01, rel=1e-2)
    assert flat.quantile(0.5) == pytest.approx(50_000, abs=1)
