"""The non-punishment screen as a table: every combination of signs and checks, and what may follow."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import product

import pytest

from pentameter.justice.rules.grounds import GROUNDS, grounds
from pentameter.justice.rules.kinds import CLEARS, OUTCOMES, Kind, Outcome
from pentameter.justice.rules.screen import (
    CHECK_NEXT,
    CHECK_OWNERS,
    LASTS,
    Answer,
    Check,
    CheckState,
    Looked,
    Sign,
    Source,
    keys_of,
    may_charge,
    may_check,
    protection_sign,
    state,
)
from pentameter.justice.rules.stages import Stage
from pentameter.justice.rules.standing import Charge, Event, Standing
from pentameter.kernel.actor import Jurisdiction

NOW = datetime(2026, 6, 1, 12, tzinfo=UTC)
PLACE = Jurisdiction.ENGLAND_WALES
REASONS = "Nothing speaks for it and nobody said so"
DESK = frozenset({Looked.DESK})
READ = frozenset({Looked.REPORTS})


def sign(source: Source, answer: Answer, key: str = "") -> Sign:
    return Sign(source, answer, key or f"{source.value}:{answer.value}")


def checked(outcome: Outcome | None) -> Standing:
    if outcome is None:
        return Standing()
    return Standing(checks=(Event("k", Kind.CHECKED, date(2026, 5, 1), outcome),))


@pytest.mark.parametrize("outcome", [None, *OUTCOMES[Kind.CHECKED]])
@pytest.mark.parametrize("answers", list(product(Answer, repeat=2)), ids=lambda two: "-".join(two))
@pytest.mark.parametrize("saw", [True, False])
def test_a_charge_follows_only_a_clearing_check_that_saw_every_sign(
    outcome: Outcome | None, answers: tuple[Answer, Answer], saw: bool
) -> None:
    signs = (sign(Source.REPORTS, answers[0]), sign(Source.PROTECTION, answers[1]))
    seen = keys_of(signs) if saw else frozenset()
    speaks = any(one is not Answer.NOTHING for one in answers)
    expected = outcome in CLEARS and (saw or not speaks)
    found = may_charge(checked(outcome), seen, signs)
    assert found.allowed is expected
    assert expected or found.reason.endswith(".")


@pytest.mark.parametrize(
    ("outcome", "seen", "expected"),
    [
        (None, True, CheckState.TO_MAKE),
        (Outcome.NOTHING_FOUND, True, CheckState.MAY_CHARGE),
        (Outcome.MAY_BE_CHARGED, True, CheckState.MAY_CHARGE),
        (Outcome.MAY_BE_CHARGED, False, CheckState.ASK_AGAIN),
        (Outcome.NOT_TO_BE_CHARGED, True, CheckState.CLOSED),
        (Outcome.NOT_TO_BE_CHARGED, False, CheckState.CLOSED),
    ],
)
def test_the_state_of_a_check(outcome: Outcome | None, seen: bool, expected: CheckState) -> None:
    signs = (sign(Source.MARK, Answer.MAY_BE),)
    assert state(checked(outcome), keys_of(signs) if seen else frozenset(), signs) is expected


@pytest.mark.parametrize(
    ("stages", "expected"),
    [
        ((Stage.CHARGED,), CheckState.REVIEW),
        ((Stage.SENTENCED, Stage.ACQUITTED), CheckState.REVIEW),
        ((Stage.DISCONTINUED, Stage.QUASHED, Stage.ACQUITTED), CheckState.CLOSED),
    ],
)
def test_a_no_of_somebody_who_is_charged_asks_to_review_the_charge(
    stages: tuple[Stage, ...], expected: CheckState
) -> None:
    charges = {one.value: Charge(one.value, "MSA15-2", date(2026, 4, 1), one) for one in stages}
    now = replace(checked(Outcome.NOT_TO_BE_CHARGED), charges=charges)
    assert state(now, frozenset(), ()) is expected
    assert not may_charge(now, frozenset(), ()).allowed


@pytest.mark.parametrize(
    ("check", "answer", "sentence"),
    [
        (Check(None, "", DESK, REASONS), Answer.NOTHING, "Outcome: choose"),
        (Check(Outcome.NOTHING_FOUND, "", frozenset(), REASONS), Answer.NOTHING, "What you looked at: choose"),
        (Check(Outcome.NOTHING_FOUND, "", READ, REASONS), Answer.NOTHING, ""),
        (Check(Outcome.NOTHING_FOUND, "", DESK, REASONS), Answer.UNKNOWN, "Outcome: something points to a victim"),
        (Check(Outcome.NOTHING_FOUND, "", DESK, REASONS), Answer.MAY_BE, "Outcome: something points to a victim"),
        (Check(Outcome.MAY_BE_CHARGED, "", DESK, REASONS), Answer.NOTHING, "Ground: choose"),
        (Check(Outcome.MAY_BE_CHARGED, "s22", DESK, REASONS), Answer.NOTHING, "Ground: choose"),
        (Check(Outcome.MAY_BE_CHARGED, "art26", READ, REASONS), Answer.NOTHING, ""),
        (Check(Outcome.MAY_BE_CHARGED, "art26", READ, REASONS), Answer.MAY_BE, "What you looked at: the duty desk"),
        (Check(Outcome.MAY_BE_CHARGED, "art26", READ, REASONS), Answer.UNKNOWN, "What you looked at: the duty desk"),
        (Check(Outcome.MAY_BE_CHARGED, "art26", DESK, REASONS), Answer.MAY_BE, ""),
        (Check(Outcome.NOT_TO_BE_CHARGED, "art26", READ, REASONS), Answer.MAY_BE, ""),
        (Check(Outcome.NOT_TO_BE_CHARGED, "art26", READ, "no"), Answer.MAY_BE, "Reasons: say in a sentence"),
    ],
)
def test_a_check_is_whole_or_says_what_is_missing(check: Check, answer: Answer, sentence: str) -> None:
    found = may_check(check, PLACE, (sign(Source.PROTECTION, answer),))
    assert found.allowed is not bool(sentence)
    assert found.reason.startswith(sentence)


@pytest.mark.parametrize(
    ("answer", "age", "expected"),
    [
        (None, timedelta(0), Answer.UNKNOWN),
        (Answer.NOTHING, timedelta(0), Answer.NOTHING),
        (Answer.NOTHING, LASTS, Answer.NOTHING),
        (Answer.NOTHING, LASTS + timedelta(seconds=1), Answer.UNKNOWN),
        (Answer.UNKNOWN, timedelta(0), Answer.UNKNOWN),
        (Answer.MAY_BE, LASTS * 99, Answer.MAY_BE),
    ],
)
def test_what_is_late_is_not_known(answer: Answer | None, age: timedelta, expected: Answer) -> None:
    assert protection_sign(answer, NOW - age if answer else None, NOW).answer is expected


@pytest.mark.parametrize("source", list(Source))
@pytest.mark.parametrize("answer", list(Answer))
def test_every_sign_is_a_sentence(source: Source, answer: Answer) -> None:
    assert sign(source, answer).sentence.endswith(".")


def test_every_state_of_the_check_is_owned_and_said() -> None:
    assert set(CHECK_OWNERS) == set(CHECK_NEXT) == set(CheckState)
    assert all(one.words for one in CheckState)


@pytest.mark.parametrize("place", list(Jurisdiction))
def test_every_jurisdiction_has_article_26_at_the_least(place: Jurisdiction) -> None:
    assert grounds(place)[-1].code == "art26"
    assert all(one.law and one.asks for one in grounds(place))


def test_what_is_to_confirm_says_so_and_schedule_4_is_named() -> None:
    assert "to confirm" in next(one for one in GROUNDS[Jurisdiction.IRELAND] if one.code == "s5A").shown
    assert "to confirm" in next(one for one in GROUNDS[Jurisdiction.SCOTLAND] if one.code == "s8").shown
    assert "Schedule 4" in GROUNDS[PLACE][0].limits
