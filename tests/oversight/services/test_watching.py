"""The watch over a real record: what becomes a flag, once, and what of it is written down."""

from datetime import timedelta
from uuid import UUID

import pytest
from django.db import transaction

from cast import durham_constable, durham_system
from no_row_no_act import no_row_no_act
from oversight.ground import colleague, looks_at, rescued_by, stage, strangers, watched
from pentameter.audit.api import Event, looked, record
from pentameter.audit.models import Entry
from pentameter.entities.api import digest_of_asked
from pentameter.kernel import clock
from pentameter.kernel.actor import SYSTEM
from pentameter.oversight.models import Alike, Flag, WatchRun
from pentameter.oversight.queries.runs import last_run
from pentameter.oversight.services.homes import declare_home
from pentameter.oversight.services.watching import watch

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _stage() -> None:
    stage()


def kinds() -> list[str]:
    """The patterns that were flagged."""
    return list(Flag.objects.order_by("pattern").values_list("pattern", flat=True))


def test_strangers_are_flagged_once_with_the_rows_and_nobody_named() -> None:
    cases = strangers()
    looks_at(cases)
    assert watched() == 1
    flag = Flag.objects.get()
    assert (flag.pattern, flag.person, flag.agency_id) == ("unconnected", durham_constable().id, "durham")
    rows = Entry.objects.filter(seq__in=map(int, flag.rows.split()))
    assert {UUID(one.subject_id) for one in rows} == set(cases)
    told = Entry.objects.get(event="flag_raised")
    assert not any(str(case) in told.detail + told.subject_id for case in cases)
    assert watched() == 0
    assert Flag.objects.count() == 1
    assert WatchRun.objects.count() == 2


def test_ones_own_cases_and_those_of_a_machine_are_not() -> None:
    looks_at([rescued_by(durham_constable()) for _ in range(3)])
    looks_at(strangers(), by=durham_system())
    assert watched() == 0


def test_a_look_that_has_not_settled_waits_for_the_next_run() -> None:
    looks_at(strangers())
    assert watched(hours=0) == 0
    assert watched() == 1


def test_a_run_that_was_done_is_not_done_again() -> None:
    looks_at(strangers())
    due = clock.now() + timedelta(hours=2)
    assert [watch(due=due, by=SYSTEM), watch(due=due, by=SYSTEM)] == [1, 0]
    assert last_run() == due


def test_what_comes_later_that_day_joins_the_flag_and_opens_it_again() -> None:
    cases = strangers()
    looks_at(cases)
    watched()
    Flag.objects.update(outcome="explained", reason="x", reviewed_by="someone", reviewed_at=clock.now())
    looks_at(cases)
    assert watched() == 1
    flag = Flag.objects.get()
    assert (flag.outcome, flag.reviewed_by, len(flag.rows.split())) == ("", "", 6)


def test_ones_own_street_is_known_by_its_mark_alone() -> None:
    declare_home(postcode="DH1 3XX", by=durham_constable())
    looks_at([rescued_by(colleague(0), where="A room above the shop, Mill Lane, dh1 3xx")])
    assert watched() == 1
    assert kinds() == ["likeness"]
    assert [one.kind for one in Alike.objects.all()] == ["address"]
    everything = "".join(Entry.objects.values_list("detail", flat=True)) + Flag.objects.get().rows
    assert "DH1" not in everything.upper()


def test_ones_own_surname_is_known_in_memory_alone() -> None:
    looks_at(
        [rescued_by(colleague(number), surname="O'THORNLEY" if number == 2 else "Thornley") for number in range(3)]
    )
    watched()
    assert "likeness" in kinds()
    assert Alike.objects.filter(kind="surname").count() == 2
    assert not Entry.objects.filter(detail__icontains="thornley").exists()


def test_a_search_for_ones_own_name_is_known_by_its_digest() -> None:
    with transaction.atomic():
        for _ in range(2):
            detail = {"asked": digest_of_asked("Thornley"), "mentions": [], "reports": []}
            record(Event.SEARCHED, by=durham_constable(), subject=("search", ""), purpose="x", detail=detail)
    watched()
    assert kinds() == ["likeness"]


def test_without_its_row_no_flag_stands() -> None:
    with transaction.atomic():
        pass
    looks_at(strangers())
    no_row_no_act(lambda: watched())


def test_reports_and_things_are_read_too() -> None:
    from entities.ground import Ground

    mention = Ground().mention(name="Jo Thornley")
    with transaction.atomic():
        for seq in range(2):
            detail = {"mentions": [str(mention)], "of": 1}
            record(Event.THING_READ, by=durham_constable(), subject=("thing", f"{seq}"), detail=detail)
        looked(Event.THINGS_LISTED, by=durham_constable(), kind="thing", ids=[mention])
    watched()
    assert kinds() == ["likeness"]
