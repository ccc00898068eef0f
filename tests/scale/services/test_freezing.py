"""Lists that are frozen from what is known: each person once, whoever may be counted, and what linking leaves open."""

import json
from typing import Any
from uuid import UUID

import pytest

import cast
from entities.ground import judged
from pentameter.accounts.models import Agency
from pentameter.audit.models import Entry
from pentameter.entities.models import Placing
from pentameter.entities.rules.judgements import Finding
from pentameter.kernel import clock
from pentameter.kernel.actor import SYSTEM
from pentameter.scale.estimating import Frozen
from pentameter.scale.queries.runs import Ground, run_whole
from pentameter.scale.rules.tables import Table
from pentameter.scale.services.asking import ask_run
from pentameter.scale.services.freezing import freeze_lists
from scale import scene
from scale.scene import CENTRE, NGO, POLICE, Scene

pytestmark = pytest.mark.django_db


def asked(**other: Any) -> UUID:
    return ask_run(question=scene.this_year(**other), by=cast.national_analyst(), today=clock.today())


def frozen(**other: Any) -> tuple[Frozen, Ground]:
    run_id = asked(**other)
    lists = freeze_lists(run_id=run_id, by=SYSTEM)
    ground = run_whole(run_id).ground
    assert ground is not None
    return lists, ground


def test_a_person_counts_once_on_every_list_of_whoever_knew_of_her() -> None:
    ground = Scene()
    ground.woman(POLICE, "cleveland", NGO)
    ground.woman(POLICE)
    lists, how = frozen()
    assert lists.table == Table(("NG", "PF"), ((2, 1), (3, 1)))
    assert lists.drawn == ()
    assert dict(how.agencies) == {"cleveland": "PF", "durham": "PF", "northern-support": "NG"}


def test_who_is_no_victim_is_not_counted() -> None:
    ground = Scene()
    for role in ("suspect", "witness", "buyer", "unknown", ""):
        ground.woman(POLICE, role=role)
    ground.woman(NGO, role="victim")
    lists, how = frozen()
    assert lists.table.people == 1
    assert how.unsaid == 2


@pytest.mark.parametrize(
    ("scheme", "handling", "sender", "counted"),
    [
        ("3x5x2", "P", POLICE, True),
        ("3x5x2", "C", POLICE, False),  # the centre is not named
        ("5x5x5", "1", POLICE, True),
        ("5x5x5", "1", "garda", False),  # released to the same state alone
        ("5x5x5", "4", POLICE, False),
        ("5x5x5", "5", POLICE, False),
        ("5x5x5", "4", CENTRE, True),  # the centre's own
        ("9x9x9", "P", POLICE, False),
        ("3x5x2", "", POLICE, False),
    ],
)
def test_a_handling_code_that_forbids_it_keeps_her_off_and_is_counted(
    scheme: str, handling: str, sender: str, counted: bool
) -> None:
    ground = Scene()
    ground.woman(sender, scheme=scheme, handling=handling)
    lists, how = frozen()
    assert (lists.table.people, how.left_out) == ((1, 0) if counted else (0, 1))


def test_only_the_period_place_and_type_that_were_asked_for() -> None:
    ground = Scene()
    ground.woman(POLICE, area="Kent", theme="forced_labour")
    ground.woman(POLICE)
    assert frozen()[0].table.people == 2
    assert frozen(area="Kent")[0].table.people == 1
    assert frozen(theme="forced_labour")[0].table.people == 1
    assert frozen(area="Kent", theme="sexual_exploitation")[0].table.people == 0


def test_an_agency_that_keeps_no_list_puts_nobody_on_one() -> None:
    ground = Scene()
    cast.in_database(cast.statistician())
    ground.woman("statistics-unit")
    assert frozen()[0].table.people == 0


def test_what_waits_to_be_judged_is_drawn_and_the_likelier_is_the_table() -> None:
    ground = Scene()
    pairs = [(ground.woman(POLICE), ground.woman(NGO)) for _ in range(8)]
    scene.proposed(pairs[:4], weight=6.0)
    scene.proposed(pairs[4:], weight=-3.0)
    lists, how = frozen(draws=30)
    assert lists.table == Table(("NG", "PF"), ((1, 4), (2, 4), (3, 4)))
    assert (how.as_judged, how.doubts, len(lists.drawn)) == (16, 8, 30)
    assert len({one.digest for one in lists.drawn}) > 1


def test_the_same_seed_draws_the_same_and_another_draws_others() -> None:
    ground = Scene()
    scene.proposed([(ground.woman(POLICE), ground.woman(NGO)) for _ in range(8)], weight=0.0)
    one, again, other = (frozen(seed=seed)[0].drawn for seed in (3, 3, 4))
    assert one == again
    assert one != other


def test_what_a_person_judged_is_never_drawn_against() -> None:
    ground = Scene()
    apart, together = [(ground.woman(POLICE), ground.woman(NGO)) for _ in range(2)]
    scene.proposed([apart], weight=30.0)
    judged(*apart, Finding.DIFFERENT)
    judged(*together)
    other = ground.woman(CENTRE)
    scene.proposed([(apart[0], other), (apart[1], other)], weight=20.0)
    lists, _ = frozen(draws=30)
    both = {table.on("NG", "PF") for table in (*lists.drawn, lists.table)}
    assert both == {1}


def test_what_is_frozen_stays_whatever_is_judged_later() -> None:
    ground = Scene()
    one, other = ground.woman(POLICE), ground.woman(NGO)
    run_id = asked()
    before = freeze_lists(run_id=run_id, by=SYSTEM)
    judged(one, other)
    assert Placing.objects.values("thing").distinct().count() == 1
    assert freeze_lists(run_id=run_id, by=SYSTEM) == before
    assert frozen()[0].table.people == 1


def test_without_a_centre_nothing_is_counted() -> None:
    """Fail closed: nobody may be told on behalf of an agency that is not there."""
    ground = Scene()
    ground.woman(POLICE)
    Agency.objects.filter(slug=CENTRE).delete()
    lists, how = frozen()
    assert (lists.table.people, how.left_out) == (0, 1)


def test_the_record_holds_counts_and_no_people() -> None:
    ground = Scene()
    ground.woman(POLICE)
    frozen()
    row = Entry.objects.filter(event="lists_frozen").get()
    detail = json.loads(row.detail)
    assert detail["people"] == 1
    assert detail.keys() == {"digest", "people", "drawn"}
