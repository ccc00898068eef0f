"""The gate as a table, and as what no path gets around."""

from dataclasses import replace
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pentameter.decisions.rules.gate import GRANTS, Closing, Hearing, Told, checks, gate
from pentameter.decisions.rules.states import HEARD, RESULTS, Kind, Result
from pentameter.kernel.verdict import ALLOWED, refused

WEIGHT = (
    "She names the house, the two men and the debt as the telephone records do; I believe her, and what was done to "
    "her weighs heavily here."
)
REASONS = (
    "Her claim rests on what she told us of the men who hold the debt. The country report says that nobody there would "
    "protect her from them."
)
ABSENCE = (
    "She was asked twice by her caseworker, with an interpreter, and does not wish to speak of it; I go by the police "
    "report and the medical letter."
)
READ = Hearing(Told.DISCLOSED, opened=True)
HELD = refused("Her period runs to 30 March 2026.")


def closing(kind: Kind = Kind.REMOVAL, result: Result = Result.REMOVED, **changed: object) -> Closing:
    """A decision for which everything is done, but for what is changed."""
    done = Closing(kind, result, REASONS, READ, WEIGHT, removal=ALLOWED)
    return replace(done, **changed)


@pytest.mark.parametrize(
    ("kind", "result", "changed", "because"),
    [
        (Kind.REMOVAL, Result.REMOVED, {}, ""),
        (Kind.REMOVAL, Result.NOT_REMOVED, {}, ""),
        (Kind.ASYLUM, Result.REFUSED, {}, ""),
        (Kind.ASYLUM, Result.GRANTED, {}, ""),
        (Kind.REMOVAL, Result.REMOVED, {"hearing": Hearing(Told.NOT_ASKED)}, "was not disclosed"),
        (Kind.REMOVAL, Result.REMOVED, {"hearing": Hearing(Told.CLOSED, opened=True)}, "withdrew her consent"),
        (Kind.REMOVAL, Result.REMOVED, {"hearing": Hearing(Told.UNKNOWN)}, "not known whether there is an account"),
        (Kind.REMOVAL, Result.REMOVED, {"hearing": Hearing(Told.DISCLOSED)}, "have not opened her account"),
        (Kind.REMOVAL, Result.REMOVED, {"hearing": Hearing(Told.ABSENT)}, "why there is no account in words"),
        (Kind.REMOVAL, Result.REMOVED, {"hearing": Hearing(Told.ABSENT, absence="None.")}, "too short"),
        (Kind.REMOVAL, Result.REMOVED, {"hearing": Hearing(Told.ABSENT, absence=ABSENCE), "weight": ""}, ""),
        (Kind.REMOVAL, Result.REMOVED, {"weight": ""}, "the weight of her account in words"),
        (Kind.REMOVAL, Result.REMOVED, {"weight": "Due weight given."}, "too short"),
        (Kind.REMOVAL, Result.REMOVED, {"weight_used_before": True}, "earlier decision"),
        (Kind.REMOVAL, Result.REMOVED, {"reasons": ""}, "Give the reasons"),
        (Kind.REMOVAL, Result.REMOVED, {"removal": HELD}, "runs to 30 March 2026"),
        (Kind.REMOVAL, Result.NOT_REMOVED, {"removal": HELD}, "runs to 30 March 2026"),
        (Kind.REMOVAL, Result.REMOVED, {"outstanding": ("A reconsideration is open.",)}, "reconsideration is open"),
        (Kind.REMOVAL, Result.GRANTED, {}, "Choose how"),
        (Kind.REMOVAL, None, {}, "Choose how"),
        (Kind.ASYLUM, Result.REFUSED, {"removal": HELD}, "runs to 30 March 2026"),
        (Kind.ASYLUM, Result.REFUSED, {"outstanding": ("Grounds are open.",)}, "Grounds are open"),
        (Kind.ASYLUM, Result.REFUSED, {"weight": ""}, "the weight of her account in words"),
        (Kind.ASYLUM, Result.GRANTED, {"removal": HELD, "outstanding": ("Grounds are open.",)}, ""),
        (Kind.ASYLUM, Result.GRANTED, {"hearing": Hearing(Told.NOT_ASKED)}, "was not disclosed"),
        (Kind.LEAVE, Result.REFUSED, {"hearing": Hearing(Told.UNKNOWN), "removal": HELD, "weight": ""}, ""),
        (Kind.LEAVE, Result.REFUSED, {"reasons": "No."}, "too short"),
        (Kind.CONCLUSIVE_GROUNDS, Result.NEGATIVE, {"reasons": ""}, "Give the reasons"),
    ],
)
def test_truth_table(kind: Kind, result: Result, changed: dict[str, object], because: str) -> None:
    verdict = gate(closing(kind, result, **changed))
    assert verdict.allowed == (because == "")
    assert because in verdict.reason


def test_what_is_not_told_refuses() -> None:
    assert not gate(Closing(Kind.REMOVAL, Result.REMOVED, REASONS)).allowed
    unheard = Closing(Kind.ASYLUM, Result.GRANTED, REASONS)
    assert "not known whether there is an account" in gate(unheard).reason


hearings = st.builds(Hearing, st.sampled_from(Told), st.booleans(), st.sampled_from(["", "None.", ABSENCE]))
closings = st.builds(
    Closing,
    st.sampled_from(sorted(HEARD)),
    st.sampled_from([None, *Result]),
    st.sampled_from(["", "No.", REASONS]),
    hearings,
    st.sampled_from(["", "Read.", WEIGHT]),
    st.booleans(),
    st.sampled_from([ALLOWED, HELD]),
    st.sampled_from([(), ("A decision on conclusive grounds is open.",)]),
)


@given(closings)
def test_no_path_closes_without_the_three(one: Closing) -> None:
    if not gate(one).allowed:
        return
    heard = one.hearing.told is Told.DISCLOSED and one.hearing.opened and one.weight == WEIGHT
    explained = one.hearing.told is Told.ABSENT and one.hearing.absence == ABSENCE
    assert heard or explained
    assert one.reasons == REASONS
    assert not (heard and one.weight_used_before)
    if (one.kind, one.result) not in GRANTS:
        assert one.removal.allowed
        assert not one.outstanding


@given(closings)
def test_the_list_on_the_page_and_the_gate_say_the_same(one: Closing) -> None:
    if one.result in RESULTS[one.kind]:
        assert gate(one).allowed == all(check.done for check in checks(one))


@pytest.mark.parametrize(("kind", "told"), list(product(sorted(HEARD), Told)))
def test_taking_any_one_thing_away_shuts_it(kind: Kind, told: Told) -> None:
    result = RESULTS[kind][1]
    open_gate = closing(kind, result)
    assert gate(open_gate).allowed
    for shut in (
        replace(open_gate, hearing=replace(READ, opened=False)),
        replace(open_gate, hearing=Hearing(told, opened=False)),
        replace(open_gate, weight=""),
        replace(open_gate, reasons=""),
        replace(open_gate, removal=HELD),
        replace(open_gate, outstanding=("Something is open.",)),
    ):
        assert not gate(shut).allowed
