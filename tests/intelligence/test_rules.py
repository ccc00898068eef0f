"""Who may be told, as a table that someone who knows the handling codes can read; and the states, which are total."""

import itertools

import pytest

import cast
from pentameter.intelligence.rules import (
    FILE_NEXT,
    RELEASES,
    ROW_NEXT,
    FileState,
    Handling,
    RowState,
    may_be_told,
    may_mend,
    may_take_back,
    shelves_for,
    shelves_of,
    stays_at_home,
)
from pentameter.intelligence.vocabulary import HANDLING_CODES
from pentameter.kernel.actor import Actor, Jurisdiction, Role

ENGLAND = Jurisdiction.ENGLAND_WALES
READERS = {
    "own": cast.durham_constable(),
    "force": cast.cleveland_sergeant(),
    "garda": cast.garda(),
    "centre": cast.national_analyst(),
    "support": cast.caseworker(),
    "grounds": cast.decision_maker(),
    "prosecutor": cast.prosecutor(),
    "removals": cast.removals_officer(),
    "statistics": cast.statistician(),
}
TOLD = {
    ("3x5x2", "P"): {"own", "force", "garda", "centre", "prosecutor"},
    ("3x5x2", "C"): {"own"},
    ("5x5x5", "1"): {"own", "force", "centre"},
    ("5x5x5", "2"): {"own", "force", "centre", "support", "grounds"},
    ("5x5x5", "3"): {"own", "force", "centre"},
    ("5x5x5", "4"): {"own"},
    ("5x5x5", "5"): {"own"},
    ("5x5x5", "P"): {"own"},  # a code of the other scheme
    ("3x5x2", ""): {"own"},
    ("", ""): {"own"},
}


@pytest.mark.parametrize(("grade", "told"), TOLD.items())
def test_who_is_told_of_a_report_of_durhams(grade: tuple[str, str], told: set[str]) -> None:
    handling = Handling("durham", ENGLAND, *grade)
    assert {name for name, reader in READERS.items() if may_be_told(handling, reader).allowed} == told


@pytest.mark.parametrize(("scheme", "code"), [*RELEASES, ("", "")])
def test_who_is_named_is_told_unless_the_code_keeps_it_at_home(scheme: str, code: str) -> None:
    handling = Handling("durham", ENGLAND, scheme, code, frozenset({"garda", "northern-support"}))
    told = {name for name in ("garda", "support") if may_be_told(handling, READERS[name]).allowed}
    assert told == (set() if (scheme, code) in {("5x5x5", "4"), ("", "")} else {"garda", "support"})


def test_the_shelves_of_an_index_say_the_same_as_the_rule() -> None:
    """Every code, sender and set of recipients against every reader: they share a shelf where the reader is told."""
    senders = [cast.durham_constable(), cast.garda(), cast.caseworker(), cast.prosecutor()]
    named = [frozenset[str](), frozenset({"garda"}), frozenset({"northern-support", "cleveland"})]
    grades = [*RELEASES, *TOLD, ("5x5x5", "P")]
    told = []
    for sender, recipients, grade, reader in itertools.product(senders, named, grades, READERS.values()):
        assert sender.sector is not None
        assert sender.jurisdiction is not None
        handling = Handling(sender.agency, sender.jurisdiction, *grade, recipients)
        shared = shelves_of(handling, sender.sector) & shelves_for(reader)
        assert bool(shared) == may_be_told(handling, reader).allowed, (handling, reader)
        told.append(bool(shared))
    assert 100 < sum(told) < len(told) - 100
    assert not shelves_for(Actor("x", Role.FORCE_OFFICER))


def test_nobody_without_an_agency_is_told() -> None:
    assert not may_be_told(Handling("durham", ENGLAND, "3x5x2", "P"), Actor("x", Role.FORCE_OFFICER)).allowed
    assert not may_be_told(Handling("", ENGLAND, "3x5x2", "P"), Actor("x", Role.FORCE_OFFICER)).allowed


def test_every_code_says_how_far_it_releases() -> None:
    assert set(RELEASES) == {(scheme, code) for scheme, codes in HANDLING_CODES.items() for code in codes}


def test_every_state_is_owned() -> None:
    assert set(FILE_NEXT) == set(FileState)
    assert set(ROW_NEXT) == set(RowState)


@pytest.mark.parametrize("state", RowState)
def test_acts_agree_with_the_table_of_states(state: RowState) -> None:
    assert may_mend(state.value).allowed is (RowState.MENDED in ROW_NEXT[state])
    assert may_take_back(state.value).allowed is (RowState.WAITING in ROW_NEXT[state])


AT_HOME = {("5x5x5", "4"), ("5x5x5", "P"), ("3x5x2", ""), ("", "")}


@pytest.mark.parametrize("grade", TOLD)
def test_where_nobody_else_could_ever_read_it_not_even_the_sender_is_named(grade: tuple[str, str]) -> None:
    """What the sender may still release to agencies it names is not wholly at home."""
    assert stays_at_home(*grade) is (grade in AT_HOME)
