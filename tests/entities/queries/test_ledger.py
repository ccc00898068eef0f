"""The ledger opened: every judgement on some mentions, earliest first, with who, when and why."""

import pytest

import cast
from entities.ground import DIFFERENT, SAME, Ground, judged, undone
from pentameter.entities.models import Judgement
from pentameter.entities.queries.ledger import lines_of, rows_touching
from pentameter.entities.rules.judgements import pair_of
from pentameter.entities.services import decide_by_machine
from pentameter.entities.services.machine import Decided
from pentameter.kernel.actor import SYSTEM

pytestmark = pytest.mark.django_db


def test_lines_come_earliest_first_with_all_that_is_known() -> None:
    for person in (cast.national_analyst(), cast.durham_sergeant()):
        cast.in_database(person)
    a, b, c = Ground().mentions(3)
    decide_by_machine(decided=[Decided(a, b, SAME, 21.5)], model_version="persons-1", by=SYSTEM)
    second = judged(b, a, DIFFERENT, reason="Born in another year.", by=cast.durham_sergeant())
    undone(second, reason="The date was the mother's.")
    judged(c, b)
    machine, person, last = lines_of(rows_touching([b]))
    assert (machine.by, machine.score, machine.model_version, machine.holds) == ("Pentameter", 21.5, "persons-1", True)
    assert (person.by, person.reason, person.supersedes) == ("Bridget Marwood", "Born in another year.", machine.id)
    assert person.undone is not None
    assert (person.undone.by, person.undone.reason) == ("Esther Lindqvist", "The date was the mother's.")
    assert (last.pair, last.reason, last.undone) == ((b, c), "", None)


def test_a_judgement_is_found_from_either_end_once() -> None:
    a, b = Ground().mentions(2)
    judged(a, b)
    assert len(rows_touching([a, b])) == len(rows_touching([a])) == len(rows_touching([b])) == 1


def test_all_that_was_said_of_one_pair_and_by_whom() -> None:
    cast.in_database(cast.durham_sergeant())
    a, b, c = Ground().mentions(3)
    first = judged(a, b)
    second = judged(b, a, DIFFERENT, by=cast.durham_sergeant())
    judged(a, c)
    left, right = pair_of(b, a)
    lines = lines_of(Judgement.objects.filter(left=left, right=right).order_by("made_at"))
    assert [(line.id, line.holds) for line in lines] == [(first, False), (second, True)]
    assert lines[1].by == "Bridget Marwood"
