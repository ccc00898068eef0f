"""The machine's decisions: many at once, once however often they are entered, and never over a person."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

import cast
from entities.ground import DIFFERENT, SAME, Ground, judged, things, undone
from pentameter.audit.api import Event
from pentameter.audit.models import Entry
from pentameter.entities.models import Interest, Judgement, Placing
from pentameter.entities.rules.judgements import Way
from pentameter.entities.services import decide_by_machine
from pentameter.entities.services.machine import MOST_AT_ONCE, Decided, MachineDecided
from pentameter.kernel.actor import SYSTEM
from pentameter.kernel.ids import new_id
from pentameter.kernel.verdict import Refused
from tests.no_row_no_act import no_row_no_act

pytestmark = pytest.mark.django_db


@pytest.fixture
def ground() -> Ground:
    return Ground()


def decided(*pairs: Decided, version: str = "persons-1") -> MachineDecided:
    return decide_by_machine(decided=pairs, model_version=version, by=SYSTEM)


def test_many_pairs_are_one_act_with_one_row(ground: Ground) -> None:
    a, b, c = ground.mention("durham"), ground.mention("kent"), ground.mention("garda")
    done = decided(Decided(a, b, SAME, 17.5), Decided(c, b, SAME, 19.0, Way.IDENTIFIER))
    assert (done.made, done.passed_over) == (2, 0)
    assert things() == {frozenset({a, b, c})}
    assert Entry.objects.filter(event=Event.PAIRS_DECIDED).count() == 1
    assert Interest.objects.filter(withdrawn_at=None).count() == 6
    row = Judgement.objects.get(way="machine")
    assert (row.score, row.model_version, row.made_by) == (17.5, "persons-1", "system")


def test_entered_again_they_are_there_once(ground: Ground) -> None:
    a, b = ground.mentions(2)
    decided(Decided(a, b, SAME, 17.5))
    done = decided(Decided(b, a, SAME, 18.5), version="persons-2")
    assert (done.made, done.passed_over) == (0, 1)
    assert Judgement.objects.count() == 1


def test_what_a_person_judged_is_passed_over(ground: Ground) -> None:
    a, b = ground.mentions(2)
    judged(a, b, DIFFERENT)
    assert decided(Decided(a, b, SAME, 40.0)).passed_over == 1
    assert things() == set()


def test_what_a_person_undid_is_not_decided_again(ground: Ground) -> None:
    a, b = ground.mentions(2)
    decided(Decided(a, b, SAME, 17.5))
    undone(Judgement.objects.get().id)
    assert decided(Decided(a, b, SAME, 30.0), version="persons-2").passed_over == 1
    assert things() == set()


def test_once_a_persons_judgement_is_undone_the_machine_may_speak(ground: Ground) -> None:
    a, b = ground.mentions(2)
    undone(judged(a, b, DIFFERENT))
    assert decided(Decided(a, b, SAME, 30.0)).made == 1


def test_a_newer_model_may_say_otherwise(ground: Ground) -> None:
    a, b = ground.mentions(2)
    decided(Decided(a, b, SAME, 17.5))
    assert decided(Decided(a, b, DIFFERENT, -20.0), version="persons-2").made == 1
    assert things() == set()
    assert Judgement.objects.get(finding="different").supersedes == Judgement.objects.get(finding="same")


def test_only_the_system_decides_so(ground: Ground) -> None:
    a, b = ground.mentions(2)
    with pytest.raises(Refused, match="Only the machine"):
        decide_by_machine(decided=[Decided(a, b, SAME, 17.5)], model_version="1", by=cast.national_analyst())


def test_what_can_never_be_one_is_a_fault_of_the_program(ground: Ground) -> None:
    a, phone = ground.mention(), ground.mention(kind="phone", name="07700 900417")
    with pytest.raises(ValueError, match="never the same"):
        decided(Decided(a, phone, SAME, 17.5))
    with pytest.raises(ValueError, match="judge_pair"):
        decided(Decided(a, ground.mention(), SAME, 17.5, Way.PERSON))
    with pytest.raises(ValueError, match="at most"):
        decided(*[Decided(new_id(), new_id(), SAME, 17.5)] * (MOST_AT_ONCE + 1))


def test_one_phone_of_many_mentions_is_one_thing(ground: Ground) -> None:
    """And nobody is told forty times: rows grow with the agencies that hold it, not with their pairs."""
    phones = sorted(ground.mention(agency, "07700 900417", kind="phone") for agency in ("durham", "kent") * 20)
    decided(*(Decided(phones[0], one, SAME, 20.0, Way.IDENTIFIER) for one in phones[1:]))
    assert things() == {frozenset(phones)}
    assert Interest.objects.count() == 2


def test_however_many_pairs_the_queries_are_as_many(ground: Ground) -> None:
    def queries(pairs: int) -> int:
        mentions = ground.mentions(2 * pairs)
        with CaptureQueriesContext(connection) as caught:
            decided(
                *(Decided(one, other, SAME, 20.0) for one, other in zip(mentions[::2], mentions[1::2], strict=True))
            )
        return len(caught)

    assert queries(2) == queries(20)
    assert Placing.objects.count() == 44


def test_no_row_no_act(ground: Ground) -> None:
    a, b = ground.mentions(2)
    no_row_no_act(lambda: decided(Decided(a, b, SAME, 17.5)))
