"""A question in an address: nobody reads it, nobody else opens it, and not for long."""

from datetime import timedelta
from string import ascii_letters, digits

import pytest
from hypothesis import given
from hypothesis import strategies as st

import cast
from pentameter.entities import sealed_questions
from pentameter.entities.sealed_questions import Question, opened, sealed

ASKED = Question("Мира Тестова", "to find her")
SAFE = set(ascii_letters + digits + "-_")


def test_it_comes_back_to_whoever_asked_and_to_nobody_else() -> None:
    token = sealed(ASKED, cast.garda())
    assert set(token) <= SAFE
    assert opened(token, cast.garda()) == ASKED
    assert opened(token, cast.durham_constable()) is None
    assert sealed(ASKED, cast.garda()) != token


def test_when_its_time_is_over_it_is_asked_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    assert timedelta(minutes=10) < sealed_questions.HOLDS <= timedelta(hours=1)
    monkeypatch.setattr(sealed_questions, "HOLDS", timedelta(0))
    assert opened(sealed(ASKED, cast.garda()), cast.garda()) is None


@given(st.text(max_size=200))
def test_what_never_was_one_of_ours_is_nothing(token: str) -> None:
    assert opened(token, cast.garda()) is None


@pytest.mark.parametrize("spoil", [lambda token: token[:-1], lambda token: token[1:], lambda token: token + "A"])
def test_what_was_changed_is_nothing(spoil) -> None:
    assert opened(spoil(sealed(ASKED, cast.garda())), cast.garda()) is None
