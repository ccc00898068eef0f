"""What is said first: a range over all that is believed and all linkings, or a refusal that says why."""

import re
from typing import Any

import pytest

from darkfigure.judgement import CONVENTIONS
from pentameter.scale.rules.headline import TOO_WIDE, headline, may_be_estimated, rounded
from pentameter.scale.rules.tables import Table


def row(total: float | None, *, believed: bool = True, refused: str = "") -> dict[str, Any]:
    estimate = None if total is None else {"total": total}
    return {"estimate": estimate, "believed": believed, "refused": refused}


def panel(*rows: dict[str, Any], low: float | None = 90.0, high: float | None = 200.0, verdict: str) -> dict[str, Any]:
    against = ["Against it."]
    return {
        "rows": rows,
        "statement": {"low": low, "high": high, "verdict": verdict, "against": against, "observed": 50},
    }


def pooled(low: float, high: float | None, share: float = 0.3) -> dict[str, Any]:
    return {"interval": {"low": low, "high": high}, "diagnostics": {"share_from_linking": share}}


def results(of: dict[str, Any], pool: dict[str, Any] | None = None, refused: str = "") -> dict[str, Any]:
    return {"panel": of, "pooled": pool, "pool_refused": refused}


GOOD = panel(row(120.0), row(150.0), row(900.0, believed=False), verdict="with caution")


def test_the_range_is_what_is_believed() -> None:
    said = headline(results(GOOD))
    assert (said.low, said.high, said.answers, said.verdict, said.share) == (90, 200, (120, 150), "with caution", None)


@pytest.mark.parametrize(
    ("low", "high", "range_"), [(88.0, 190.0, (88, 200)), (100.0, 209.0, (90, 209)), (95.0, 150.0, (90, 200))]
)
def test_linkings_widen_the_range_and_never_narrow_it(low: float, high: float, range_: tuple[float, float]) -> None:
    said = headline(results(GOOD, pooled(low, high)))
    assert ((said.low, said.high), said.share) == (range_, 0.3)


def test_linkings_that_stretch_the_range_too_far_leave_none() -> None:
    said = headline(results(GOOD, pooled(60.0, 200.0)))
    assert (said.low, said.share) == (None, 0.3)
    assert "nobody has judged yet. What can be estimated reaches from about 60 to 200" in said.refused


def test_how_far_is_too_far_is_darkfigures_own_convention() -> None:
    assert CONVENTIONS.too_wide == TOO_WIDE


def test_linkings_without_a_limit_leave_no_range() -> None:
    for given in (results(GOOD, pooled(80, None)), results(GOOD, None, "Most tables have no finite estimate.")):
        said = headline(given)
        assert said.low is None
        assert "It depends on links that nobody has judged yet" in said.refused


def test_a_range_that_is_not_to_be_used_is_a_refusal_with_its_reason() -> None:
    said = headline(results(panel(row(120.0), verdict="not to be used")))
    assert (said.low, said.high) == (None, None)
    assert said.refused == (
        "The lists cannot carry an answer. Against it. "
        "What can be estimated reaches from about 90 to 200, too wide to be quoted."
    )


def test_where_every_method_refuses_the_first_reason_is_told() -> None:
    nobody = panel(
        row(None, believed=False, refused="No two lists share a person."), low=None, high=None, verdict="not to be used"
    )
    assert headline(results(nobody)).refused == "The lists cannot carry an answer. No two lists share a person."
    unbelieved = panel(row(90.0, believed=False), low=None, high=None, verdict="not to be used")
    assert "No method may be believed here. Against it." in headline(results(unbelieved)).refused


@pytest.mark.parametrize(
    ("table", "reason"),
    [
        (Table((), ()), "Nobody was counted"),
        (Table(("PF",), ((1, 9),)), r"Only one list has anybody on it \(police\)"),
    ],
    ids=["nobody", "one list"],
)
def test_of_some_tables_nothing_can_be_asked(table: Table, reason: str) -> None:
    verdict = may_be_estimated(table)
    assert not verdict.allowed
    assert re.search(reason, verdict.reason)


def test_two_lists_can_be_asked() -> None:
    assert may_be_estimated(Table(("NG", "PF"), ((1, 1), (2, 1)))).allowed


@pytest.mark.parametrize(
    ("value", "down", "said"),
    [
        (9385.6, True, "9,300"),
        (26195.0, False, "27,000"),
        (7.2, False, "8"),
        (0.0, True, "0"),
        (float("inf"), False, "no limit"),
    ],
)
def test_rounded_outwards(value: float, down: bool, said: str) -> None:
    assert rounded(value, down=down) == said
