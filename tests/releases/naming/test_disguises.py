"""No disguise hides a protected name, alone or one upon another; sober sentences pass."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pentameter.decisions.api import Subject
from pentameter.releases.naming.disguises import LONGEST, is_readable, look_alikes, shown, undone
from releases.naming.disguising import DISGUISES, as_written, held, nickname, people, seeking, sober

HER = people(2007, 120)
PASSAGES = seeking(HER)
SOBER = "Officers went to the house on Tuesday and spoke with {} about the rent and the long days of work."


@pytest.mark.parametrize("name", sorted(DISGUISES))
@pytest.mark.parametrize("seed", range(5))
def test_each_disguise_of_everyone(name: str, seed: int) -> None:
    rng = random.Random(seed)
    said = [(one, DISGUISES[name](f"{one.given} {one.surname}", rng)) for one in HER]
    missed = [text for one, text in said if not held(seeking([one]), SOBER.format(text))]
    assert not missed


def test_a_short_name_does_not_hold_what_everyone_writes() -> None:
    short = seeking([Subject("1", given="Thu Ha", surname="Do"), Subject("2", given="Ruta", surname="Zukaityte")])
    assert not held(short, "It was made to look old, too. Counts of July 2008 and of February 2009.")
    assert held(short, "Do Thu was there, in 2008.")
    assert held(short, "They met Ruta Zukaityt3 in 2008.")


@settings(max_examples=400, deadline=None)
@given(
    st.integers(0, len(HER) - 1),
    st.integers(0, 2**32),
    st.lists(st.sampled_from(["unseen", "marked", "wide", "shouted"]), max_size=3),
)
def test_orders_and_layers(number: int, seed: int, layers: list[str]) -> None:
    rng = random.Random(seed)
    text = rng.choice([as_written, nickname])(HER[number], rng)
    for one in layers:
        text = DISGUISES[one](text, rng)
    assert held(PASSAGES, SOBER.format(text))


@settings(max_examples=300, deadline=None)
@given(
    st.integers(0, len(HER) - 1),
    st.integers(0, 2**32),
    st.sampled_from(["leet", "homoglyphs", "spaced"]),
    st.sampled_from(["unseen", "shouted"]),
)
def test_a_disguise_under_another(number: int, seed: int, first: str, second: str) -> None:
    rng = random.Random(seed)
    one = HER[number]
    text = DISGUISES[second](DISGUISES[first](f"{one.given} {one.surname}", rng), rng)
    assert held(PASSAGES, SOBER.format(text))


def test_sober_sentences_pass() -> None:
    """Four hundred protected people, and what the demo's reports say: at most one in a hundred is held."""
    passages = seeking(people(11, 400))
    sentences = sober()
    held_back = [one for one in sentences if held(passages, one)]
    assert len(sentences) > 100
    assert len(held_back) * 100 <= len(sentences), held_back


def test_what_cannot_be_seen_as_written_is_not_readable() -> None:
    for text in ("turned \u202eavotseT", "lost \ufffd letters", "private \ue000", "x" * (LONGEST + 1)):
        assert not is_readable(text)
    assert is_readable("What? A plain question, with an emoji \U0001f469\u200d\U0001f467.")


def test_what_does_not_show_goes() -> None:
    assert shown("T\u200bes\u00adt\x00o\u2060va") == "Testova"
    assert shown("\U0001f173\U0001f170\uff21") == "daA"


def test_runs_of_letters() -> None:
    meant = undone("A n n a   T e s t")
    assert "annatest" in meant.runs
    assert [{"anna"} <= one for one in meant.readings[1]] == [True, False]


def test_every_look_alike_is_one_small_letter() -> None:
    assert len(look_alikes()) > 100
    assert all(len(one) == 1 and one == one.lower() and looks.isascii() for one, looks in look_alikes().items())
