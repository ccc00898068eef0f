"""What speaks against an estimate, on tables where each diagnosis is known to arise."""

from typing import Any

import pytest
from published import table

from darkfigure import cautions, decomposable, latent_class, search, stepwise
from darkfigure.estimate import Estimate, Interval


def made(total: float = 200.0, observed: int = 100, **fields: Any) -> Estimate:
    """An estimate with these diagnostics and nothing else to it."""
    limits = fields.pop("interval", Interval("bca", 0.95, 150.0, 300.0))
    settings = fields.pop("settings", {})
    return Estimate(total, total - observed, observed, "made", "", limits, diagnostics=fields, settings=settings)


def bootstrap(**fields: Any) -> dict[str, Any]:
    """The figures of a bootstrap that is in order."""
    return {
        "replicates": 1000,
        "statuses": {"finite": 1000, "infinite": 0, "zero": 0, "not identified": 0},
        "probabilities": [0.02, 0.98],
        "another_seed": [[149.0, 151.0], [298.0, 302.0]],
        "modes": [200.0],
        "z0": 0.1,
    } | fields


CASES = [
    ({"bootstrap": bootstrap()}, []),
    ({"bootstrap": bootstrap(probabilities=[0.0005, 0.97])}, [("limit at the extremes", True)]),
    ({"bootstrap": bootstrap(another_seed=[[149.0, 151.0], [250.0, 350.0]])}, [("depends on the seed", False)]),
    ({"bootstrap": bootstrap(modes=[150.0, 400.0])}, [("several modes", False)]),
    ({"bootstrap": bootstrap(z0=float("inf"))}, [("outside its replicates", True)]),
    ({"bootstrap": bootstrap(statuses={"finite": 990, "infinite": 10})}, [("lost replicates", False)]),
    ({"bootstrap": bootstrap(statuses={"finite": 900, "infinite": 100})}, [("lost replicates", True)]),
    ({"interval": Interval("profile", 0.95, 150.0, float("inf"))}, [("no limit", True)]),
    ({"converged": False, "chain_medians": [150.0, 300.0]}, [("not converged", True)]),
    ({"converged": True}, []),
    ({"share_at_cap": 0.01}, [("at the cap", False)]),
    ({"edge_mass": 0.1}, [("at the cap", True)]),
    ({"peaks": [150, 300]}, [("several modes", False)]),
    ({"zero_overlaps": {"A:B": 0.01}}, [("empty overlap", False)]),
    ({"best": [{"bic": 10.0, "total": 200.0}, {"bic": 11.0, "total": 300.0}]}, [("rivals disagree", False)]),
    ({"best": [{"bic": 10.0, "total": 200.0}, {"bic": 13.0, "total": 300.0}]}, []),
    ({"total_without_doubtful": 400.0, "doubtful": ["A:B"]}, [("rivals disagree", False)]),
    (
        {"settings": {"delta": 0.5}, "prior_sensitivity": {"delta=0.25": 300.0, "delta=1": 190.0}},
        [("prior matters", True)],
    ),
    (
        {"settings": {"delta": 0.5}, "prior_sensitivity": {"delta=0.25": 210.0, "delta=1": 190.0, "delta=3": 110.0}},
        [("other priors", False)],
    ),
    ({"prior_sensitivity": {"variance=0.25": 300.0, "variance=4": 190.0}}, [("prior matters", True)]),
]


@pytest.mark.parametrize(("fields", "expected"), CASES)
def test_each_diagnosis(fields: dict[str, Any], expected: list[tuple[str, bool]]) -> None:
    found = cautions.of(made(**fields))
    assert [(caution.code, caution.forbids) for caution in found] == expected
    assert all(caution.code in cautions.CODES and caution.sentence.endswith(".") for caution in found)


def test_differences_that_matter() -> None:
    assert cautions.apart([200.0, 300.0], 100, 1.5)
    assert not cautions.apart([10_005.0, 10_030.0], 10_000, 1.5)  # six times the unseen, the same total
    assert not cautions.apart([200.0, 240.0], 100, 1.5)


def test_the_kingdoms_search_and_average() -> None:
    codes = [caution.code for caution in cautions.of(search.estimate(table("UKdat_5")))]
    assert codes == ["limit at the extremes", "several modes", "rivals disagree"]
    codes = [caution.code for caution in cautions.of(decomposable.estimate(table("UKdat_5")))]
    assert codes == ["several modes", "other priors"]


def test_the_netherlands() -> None:
    """Chains stop in two modes, the search rests on an empty pair, and the prior decides between the graphs."""
    run = latent_class.Run(chains=4, burn_in=200, sweeps=200)
    assert "not converged" in [caution.code for caution in cautions.of(latent_class.estimate(table("Ned_5"), run=run))]
    averaged = cautions.of(decomposable.estimate(table("Ned_5")))
    assert [(caution.code, caution.forbids) for caution in averaged][-1] == ("prior matters", True)
    chosen = cautions.of(stepwise.estimate(table("Ned_5"), replicates=500))
    assert {"several modes", "empty overlap"} <= {caution.code for caution in chosen}
    assert "K and R" in chosen[-1].sentence


def test_stored_estimates_can_be_asked() -> None:
    estimate = stepwise.estimate(table("NewOrl_5"), replicates=500)
    again = Estimate.from_dict(estimate.to_dict())
    assert cautions.of(again) == cautions.of(estimate)
    assert [caution.code for caution in cautions.of(again)] == ["limit at the extremes"]
    assert cautions.of(again)[0].to_dict()["forbids"] is True
