"""The state tables: total, owned, and every refusal a sentence."""

import pytest

from pentameter.justice.rules.kinds import ABOUT_A_CHARGE, OF_COURT, OF_FORCE, OF_PROSECUTOR, OUTCOMES, Kind, Outcome
from pentameter.justice.rules.stages import BEFORE, CHARGE, OWNERS, Owner, Stage, following, follows


def test_both_tables_are_total_and_share_only_the_charge() -> None:
    assert set(BEFORE) | set(CHARGE) == set(Stage) == set(OWNERS)
    assert set(BEFORE) & set(CHARGE) == {Stage.CHARGED}
    before = set(Kind) - ABOUT_A_CHARGE - {Kind.CHECKED, Kind.ORDERED}
    assert all(set(row) == before for row in BEFORE.values())
    assert all(set(row) == ABOUT_A_CHARGE for row in CHARGE.values())


def test_every_kind_is_somebodys() -> None:
    assert set(Kind) == OF_FORCE | OF_PROSECUTOR | OF_COURT
    assert not OF_FORCE & OF_PROSECUTOR


@pytest.mark.parametrize("stage", list(CHARGE))
@pytest.mark.parametrize("kind", sorted(ABOUT_A_CHARGE))
def test_every_refusal_is_a_sentence(stage: Stage, kind: Kind) -> None:
    for outcome in OUTCOMES.get(kind, (None,)):
        found = follows(stage, kind, outcome)
        assert isinstance(found, Stage) or (found.endswith(".") and found[0].isupper())


@pytest.mark.parametrize("stage", [Stage.ACQUITTED, Stage.DISCONTINUED, Stage.QUASHED])
def test_what_is_over_stays_over(stage: Stage) -> None:
    assert OWNERS[stage] is Owner.NOBODY
    assert following(CHARGE)[stage] == frozenset()


def test_a_verdict_needs_its_outcome() -> None:
    assert follows(Stage.IN_TRIAL, Kind.VERDICT) == "Choose how it ended."
    assert follows(Stage.IN_TRIAL, Kind.VERDICT, Outcome.NOT_AGREED) is Stage.AGAIN


def test_every_word_is_said_without_underscores() -> None:
    said = [one.words for one in (*Stage, *Kind, *Outcome)]
    assert all(said)
    assert not [one for one in said if "_" in one]
