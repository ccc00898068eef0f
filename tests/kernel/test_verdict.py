"""A verdict is allowed or carries its reason; a refusal carries it on."""

import pytest

from pentameter.kernel.verdict import ALLOWED, Refused, Verdict, refused, require


@pytest.mark.parametrize("verdict", [ALLOWED, refused("No."), Verdict(False), Verdict(True)])
def test_it_cannot_be_mistaken_for_a_truth_value(verdict: Verdict) -> None:
    with pytest.raises(TypeError, match="allowed"):
        bool(verdict)


def test_what_is_allowed_goes_on() -> None:
    require(ALLOWED)


@pytest.mark.parametrize("hidden", [True, False])
def test_what_is_refused_stops_with_its_reason(hidden: bool) -> None:
    with pytest.raises(Refused) as refusal:
        require(refused("It has ended.", hidden=hidden))
    assert (refusal.value.reason, refusal.value.hidden, refusal.value.conflict) == ("It has ended.", hidden, False)
    assert str(refusal.value) == "It has ended."


def test_a_verdict_cannot_be_changed() -> None:
    with pytest.raises(AttributeError):
        ALLOWED.allowed = False  # type: ignore[misc]  # the point of the test
