"""Given models, with and without heterogeneity, and Chao's bounds, against the packages."""

import pytest
from published import reference, table

from darkfigure import chao, closed, loglinear, search
from darkfigure.errors import BadInput, Refusal
from darkfigure.histories import CaptureHistories

# Rcapture 1.4.4 closedpCI.t: table, Mt by profile likelihood (maximum, 95% limits), lower bound (total, 95% limits)
RCAPTURE = {
    "Korea": (141.0758631008, (130.9985201004, 155.7724209878), 141.9926473507, (130.9985201004, 155.7724157704)),
    "Kosovo": (7392.9172667623, (7147.74889204, 7656.1953480853), 8591.1836376245, (8188.7186884222, 9026.9177730998)),
    "Western": (2000.0053310524, (1430.7728878753, 2964.6071922536), 2200.5079046678, (1507.41702716, 3409.27959708)),
    "NewOrl_5": (1027.3026171485, (665.5825005628, 1762.0307748601), 1294.1034935156, (760.9876124766, 2485.57558616)),
    "UKdat_5": (
        13437.9203230713,
        (11985.1155928947, 15165.89886952),
        13570.0268009403,
        (12085.75976446, 15323.37475891),
    ),
    "Ned_5": (52914.4205809745, (48612.9140234386, 57784.798685), 53714.1094525039, (49123.41172282, 58913.20022312)),
}


@pytest.mark.parametrize("name", RCAPTURE)
def test_profile_likelihood(name: str) -> None:
    best, limits, _, _ = RCAPTURE[name]
    answer = loglinear.estimate(table(name))
    assert answer.diagnostics["profile_maximum"] == pytest.approx(best, rel=2e-4)  # they use Stirling's formula
    assert (answer.interval.low, answer.interval.high) == pytest.approx(limits, rel=2e-4)


@pytest.mark.parametrize("name", RCAPTURE)
def test_lower_bound_for_unequal_rates(name: str) -> None:
    _, _, total, limits = RCAPTURE[name]
    answer = chao.estimate(table(name), kind="unequal rates")
    assert answer.total == pytest.approx(total, rel=1e-6)
    assert (answer.interval.low, answer.interval.high) == pytest.approx(limits, rel=2e-4)


def test_all_recorded_independence_models() -> None:
    for record in reference()["records"]:
        if record["function"] == "closedp" and "headline=Mt" in record["settings"]:
            assert loglinear.estimate(table(record["dataset"])).total == pytest.approx(record["estimate"], rel=1e-6)


def test_every_model_that_the_packages_ranked() -> None:
    """Each of the ten best models of each table, with its total, its deviance and its BIC."""
    compared = 0
    for record in reference()["records"]:
        for row in record.get("top10", []) if "closedpMS" in record["function"] else []:
            histories = table(record["dataset"])
            model = [tuple(histories.lists[int(digit) - 1] for digit in part) for part in row["model"][1:-1].split(",")]
            model = [group for group in model if len(group) > 1]
            try:
                answer = loglinear.estimate(histories, model=model, interval="none")
            except Refusal:
                assert row["abundance"] > 1e9  # what they print where there is no finite estimate
                continue
            assert answer.diagnostics["bic"] == pytest.approx(row["BIC"], rel=1e-6)
            if "zero_overlaps" not in answer.diagnostics:
                assert answer.total == pytest.approx(row["abundance"], rel=1e-5)
            compared += 1
    assert compared > 60


def test_korea_as_published() -> None:
    """Silverman, Chan and Vincent 2024, table 3; Ball, Shin and Yang 2018."""
    assert round(loglinear.estimate(table("Korea"), model="b:c, c:d").total) == 157
    with pytest.raises(Refusal, match=r"no finite estimate.*b:c") as refusal:
        loglinear.estimate(table("Korea"), model="b:c, b:d")
    assert refusal.value.status == "infinite"
    assert refusal.value.what_would_help


def test_higher_orders() -> None:
    """Rcapture on Kosovo: [123,14,34] gives 10,356.5 and [123,134] 12,741.0."""
    assert loglinear.estimate(table("Kosovo"), model="E:A:O, E:H, O:H").total == pytest.approx(
        10356.5189572519, rel=1e-6
    )
    assert loglinear.estimate(table("Kosovo"), model="E:A:O, E:O:H").total == pytest.approx(12740.9677419355, rel=1e-6)


@pytest.mark.parametrize("kind", ["poisson", "darroch", "gamma"])
def test_heterogeneity_raises_the_estimate(kind: str) -> None:
    plain = loglinear.estimate(table("UKdat_5"), interval="none")
    mixed = loglinear.estimate(table("UKdat_5"), heterogeneity=kind, interval="percentile", replicates=60)
    assert mixed.total > plain.total
    assert mixed.diagnostics["parameters"] == plain.diagnostics["parameters"] + 1
    assert mixed.interval.low < mixed.total < mixed.interval.high


def test_an_interval_conditional_on_the_model() -> None:
    """Rcapture for the best BIC model of the United Kingdom's five lists: 17,991 to 30,142, profile likelihood."""
    answer = loglinear.estimate(table("UKdat_5"), model="L:N, L:P, N:P, N:U, P:G")
    assert (answer.interval.low, answer.interval.high) == pytest.approx((17990.9508902138, 30141.9042300142), rel=2e-4)
    chosen = search.estimate(table("UKdat_5"), interval="profile")
    assert chosen.interval == answer.interval
    assert "too narrow" in " ".join(chosen.warnings)


def test_chao_by_hand() -> None:
    """f1 = 40 + 30 + 20 and f2 = 6 of Artificial_3, three lists."""
    assert chao.estimate(table("Artificial_3"), kind="plain").total == pytest.approx(96 + 2 / 3 * 90**2 / 12)
    corrected = chao.estimate(table("Artificial_3"))
    assert corrected.total == pytest.approx(96 + 2 / 3 * 90 * 89 / 14)
    assert 96 < corrected.interval.low < corrected.total < corrected.interval.high
    nobody_twice = CaptureHistories.from_mapping({("A",): 9, ("B",): 8, ("C",): 4, ("A", "B", "C"): 3})
    with pytest.raises(Refusal, match="exactly two"):
        chao.estimate(nobody_twice, kind="plain")


def test_two_lists() -> None:
    """Textbook: 10 on the first day, 15 on the second, 5 on both."""
    two = CaptureHistories.from_mapping({("A",): 5, ("B",): 10, ("A", "B"): 5})
    assert closed.estimate(two, estimator="lincoln_petersen").total == pytest.approx(30.0)
    assert closed.estimate(two).total == pytest.approx(11 * 16 / 6 - 1)
    assert loglinear.estimate(two).total == pytest.approx(30.0)
    apart = CaptureHistories.from_mapping({("A",): 5, ("B",): 10})
    for estimator in ("lincoln_petersen", "chapman"):
        with pytest.raises(Refusal, match="No two lists share"):
            closed.estimate(apart, estimator=estimator)
    with pytest.raises(BadInput, match="Two lists are wanted"):
        closed.estimate(table("Korea"))


def test_unknown_words_are_named() -> None:
    with pytest.raises(BadInput, match="no interval 'wide'"):
        loglinear.estimate(table("Korea"), interval="wide")
    with pytest.raises(BadInput, match="no heterogeneity 'odd'"):
        loglinear.estimate(table("Korea"), heterogeneity="odd")
    with pytest.raises(BadInput, match=r"between 0\.5 and 1"):
        loglinear.estimate(table("Korea"), level=95)
    with pytest.raises(BadInput, match="no bound"):
        chao.estimate(table("Korea"), kind="upper")
