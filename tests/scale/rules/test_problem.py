"""Is there a problem here? The truth table of what may be concluded, and the bounds that looking supports."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pentameter.scale.rules.problem import CHANCES, Conclusion, Looking, bound, conclude

HERE, SIGNS, BOUNDED, UNMEASURED, NOTHING = Conclusion


@pytest.mark.parametrize(
    ("people", "reports", "found", "nil", "visits", "conclusion"),
    [
        (0, 0, 0, 0, 0, NOTHING),  # never looked, nothing reported
        (0, 0, 0, 3, 0, UNMEASURED),  # looked, and does not say how much
        (0, 0, 0, 3, 12, BOUNDED),  # looked at twelve places
        (0, 1, 0, 0, 0, SIGNS),  # reported, and nobody looked
        (0, 1, 0, 3, 12, SIGNS),  # reported, and looked without a find
        (0, 0, 1, 0, 0, SIGNS),  # found something, and no person
        (0, 0, 1, 3, 12, SIGNS),
        (2, 0, 1, 0, 0, HERE),
        (2, 5, 1, 3, 12, HERE),  # people who were found count most
    ],
)
def test_what_may_be_concluded(
    people: int, reports: int, found: int, nil: int, visits: int, conclusion: Conclusion
) -> None:
    seen = Looking(people=people, reports=reports, found=found, nil=nil, visits=visits)
    answer = conclude(seen)
    assert answer.conclusion is conclusion
    assert bool(answer.bounds) is (conclusion is BOUNDED)


def test_who_never_looked_concludes_nothing_in_either_direction() -> None:
    answer = conclude(Looking(not_looked=2, silent=4))
    assert answer.can == (
        "Nobody is known to have looked, and nothing was reported. Whether anybody is here stays open.",
    )
    assert answer.cannot == (
        "Of 4 weeks there is no return. Nothing is known of them.",
        "In 2 weeks the force did not look. They say nothing of the area.",
    )


def test_who_looked_and_found_nothing_has_not_shown_that_nothing_is_there() -> None:
    answer = conclude(Looking(nil=6, visits=40))
    assert answer.can[0].startswith("The force visited 40 places in 6 weeks and found nobody.")
    assert answer.cannot[0].startswith("That nobody is here cannot be said.")
    assert [(one.chance, round(one.share or 0, 3)) for one in answer.bounds] == [
        (1.0, 0.072),
        (0.5, 0.144),
        (0.2, 0.361),
    ]


@pytest.mark.parametrize("visits", [30, 100, 1_000])
def test_it_is_the_rule_of_three(visits: int) -> None:
    assert bound(visits, 1.0).share == pytest.approx(3 / visits, rel=0.06)


def test_too_little_effort_bounds_nothing() -> None:
    assert bound(0, 1.0).share is None
    assert bound(1, 1.0).share == pytest.approx(0.95)
    assert bound(1, 0.5).share is None
    assert bound(2, 0.2).share is None


@given(st.integers(1, 10_000), st.sampled_from(CHANCES))
def test_a_bound_is_what_five_in_a_hundred_would_exceed(visits: int, chance: float) -> None:
    """Were more places than that to hold somebody, so many visits would find nobody in less than 5 of 100 cases."""
    share = bound(visits, chance).share
    if share is not None:
        assert (1 - share * chance) ** visits == pytest.approx(0.05)


@given(st.integers(1, 1_000), st.sampled_from(CHANCES))
def test_more_looking_never_bounds_less(visits: int, chance: float) -> None:
    less, more = bound(visits, chance).share, bound(visits + 1, chance).share
    assert more is not None or less is None
    assert less is None or (more or 0) < less
