"""What is said of real tables, and what is not."""

import json
import re

import pytest
from published import table

from darkfigure.consistency import internal_consistency
from darkfigure.histories import CaptureHistories
from darkfigure.latent_class import Run
from darkfigure.panel import panel
from darkfigure.sensitivity import sensitivity
from darkfigure.statement import MAY_BE_USED, NOT_TO_BE_USED, WITH_CAUTION, Statement, reliability, rounded

pytestmark = pytest.mark.xdist_group("darkfigure's statements")  # they share four panels
METHODS = {
    "chao": {"kind": "unequal rates"},
    "stepwise": {},
    "bic": {},
    "decomposable": {},
    "latent_class": {"run": Run(chains=8, burn_in=400, sweeps=400)},
}
ASKED = {
    "Ned_5": ("chao", "stepwise", "decomposable", "latent_class"),
    "NewOrl_5": ("chao", "stepwise", "decomposable"),
    "UKdat_5": ("chao", "stepwise", "bic", "decomposable"),
    "Kosovo": tuple(METHODS),
}
"""The methods whose sentences are looked for below."""


@pytest.fixture(scope="module")
def said() -> dict[str, Statement]:
    return {
        name: panel(table(name), methods={one: METHODS[one] for one in asked}).statement
        for name, asked in ASKED.items()
    }


@pytest.mark.parametrize(
    ("name", "verdict"),
    [("Ned_5", NOT_TO_BE_USED), ("NewOrl_5", NOT_TO_BE_USED), ("UKdat_5", NOT_TO_BE_USED), ("Kosovo", WITH_CAUTION)],
)
def test_verdicts(said: dict[str, Statement], name: str, verdict: str) -> None:
    assert said[name].verdict == verdict
    assert said[name].observed == table(name).n
    assert (verdict == NOT_TO_BE_USED) is ("no number should be" in said[name].text)


def test_kosovo_is_read_out(said: dict[str, Statement]) -> None:
    """Later counts found about 13,500 killed or missing (Humanitarian Law Center)."""
    assert said["Kosovo"].text == (
        "4,400 people are known from 4 lists; 1,182 of them are on more than one. There are between about 9,800 and "
        "17,000 in all, about 5,400 to 13,000 of them never seen. This may be quoted only together with the "
        "reservations below."
    )
    assert said["Kosovo"].low == pytest.approx(9827, abs=1)
    assert said["Kosovo"].at_least == pytest.approx(8189, abs=1)
    assert any("stepwise" in one and "fails its test" in one for one in said["Kosovo"].against)


def test_the_netherlands_names_what_is_wrong(said: dict[str, Statement]) -> None:
    against = " ".join(said["Ned_5"].against)
    for found in ("has not converged", "several peaks", "K and R", "prior weights", "times the least"):
        assert found in against


def test_new_orleans_names_what_is_wrong(said: dict[str, Statement]) -> None:
    against = " ".join(said["NewOrl_5"].against)
    for found in ("A BCa limit asks for one replicate in", "fails its test", "Nobody is on both of"):
        assert found in against
    assert said["NewOrl_5"].at_least is None


def test_two_stories_of_the_kingdom(said: dict[str, Statement]) -> None:
    against = " ".join(said["UKdat_5"].against)
    assert "The methods disagree: 11,313 by stepwise, 22,990 by decomposable." in against
    assert "totals run from 12,262 to 25,978" in against
    assert "the lower bound allows, 12,086, lies above the 11,313 of stepwise" in against
    assert said["UKdat_5"].at_least is None


def test_no_number_where_nothing_is_believed() -> None:
    apart = CaptureHistories.from_mapping({("A",): 4, ("B",): 5, ("C",): 6})
    found = panel(apart).statement
    assert (found.verdict, found.low, found.high, found.at_least) == (NOT_TO_BE_USED, None, None, None)
    assert found.text == (
        "15 people are known from 3 lists; 0 of them are on more than one. From these lists nobody can say how many "
        "were never seen, and no number should be given."
    )
    assert not re.search(r"between|about", found.text)
    assert found.rests_on == ()


def test_good_lists_may_be_used() -> None:
    """Four independent lists that see a third of 5,000 people each."""
    chance = 1 / 3
    counts = {}
    for code in range(1, 16):
        pattern = tuple(code >> place & 1 for place in range(4))
        on = sum(pattern)
        counts[pattern] = round(5000 * chance**on * (1 - chance) ** (4 - on))
    found = panel(CaptureHistories.from_counts(counts), methods=["stepwise", "decomposable"], replicates=200).statement
    assert found.verdict == MAY_BE_USED
    assert found.low is not None
    assert found.high is not None
    assert found.low < 5000 < found.high
    assert found.against == ()
    assert "reservations" not in found.text


def test_sensitivity_adds_what_moves() -> None:
    uk = table("UKdat_5")
    rows = panel(uk, methods=["stepwise"], replicates=100, checks=False).rows
    found = reliability(uk, rows, sensitivity=sensitivity(uk))
    assert "Without P, stepwise gives 22,623, not 11,313." in found.against
    assert not any("Without L," in one for one in found.against)
    assert "With one list of L and N, stepwise gives 24,753, not 11,313." in found.against


def test_a_failed_test_takes_a_method_out() -> None:
    kosovo = table("Kosovo")
    rows = panel(kosovo, methods=["stepwise"], checks=False).rows
    assert reliability(kosovo, rows).low is not None
    failed = internal_consistency(kosovo, replicates=100)
    assert reliability(kosovo, rows, consistencies=[failed]).low is None


def test_two_lists_are_never_simply_used() -> None:
    two = CaptureHistories.from_mapping({("A",): 200, ("B",): 300, ("A", "B"): 100})
    found = panel(two, methods=["chapman", "lincoln_petersen"], replicates=100).statement
    assert found.verdict == WITH_CAUTION
    assert any("With two lists" in one for one in found.against)


@pytest.mark.parametrize(
    ("value", "down", "shown"),
    [(9827, True, "9,800"), (16544, False, "17,000"), (3.2, True, "3"), (3.2, False, "4"), (120, False, "120")],
)
def test_rounded_outwards(value: float, down: bool, shown: str) -> None:
    assert rounded(value, down=down) == shown


def test_shown(said: dict[str, Statement]) -> None:
    found = said["Kosovo"]
    assert json.loads(json.dumps(found.to_dict()))["low"] == found.low
    assert found.summary().startswith(found.text)
    assert "Verdict: with caution." in found.summary()
    assert "<li>" in found._repr_html_()
    assert table("Kosovo").digest[:12] in found.record


def test_a_refusal_is_said_once_and_the_seed_is_named() -> None:
    apart = CaptureHistories.from_mapping({("A",): 5, ("B",): 6, ("C",): 7})
    said = panel(apart, methods=["stepwise", "bic", "decomposable"], replicates=100, seed=5).statement
    refused = [one for one in said.against if "no number" in one]
    assert len(refused) == 1
    assert refused[0].startswith("stepwise, bic and decomposable give no number: No two lists share a person")
    assert said.record.endswith(", seed 5.")


def test_what_every_method_leaves_out_is_said(said: dict[str, Statement]) -> None:
    rests = " ".join(said["Kosovo"].rests_on)
    for assumed in ("recognised on all of them", "equally easy to see", "could ever have seen are outside"):
        assert assumed in rests
