"""The list holds what an actor may see, most urgent first, and fails towards protection."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from cast import (
    caseworker,
    cleveland_sergeant,
    durham_constable,
    durham_sergeant,
    duty_desk,
    garda,
    outsider,
    removals_officer,
)
from pentameter.access.api import Operation, Reach, reach
from pentameter.kernel import clock
from pentameter.kernel.actor import Actor
from pentameter.victims.models import Case, NeedToKnow, Standing
from pentameter.victims.queries.lists import (
    EVERY_OPEN,
    WORKED_OUT,
    CaseFilter,
    CasePage,
    _narrowed,
    _put_once,
    _urgent_first,
    page_of,
    visible,
)
from pentameter.victims.rules.cases import CaseState
from pentameter.victims.rules.protection import State
from pentameter.victims.services.cases import list_cases
from victims.ground import NAME, many, rescued, supported, worked_with

pytestmark = pytest.mark.django_db


def seen_by(actor: Actor, narrowed: CaseFilter = EVERY_OPEN) -> CasePage:
    return page_of(actor, narrowed, number=1)


@pytest.mark.parametrize(
    ("actor", "cases"),
    [
        (durham_constable(), 1),
        (durham_sergeant(), 1),
        (caseworker(), 1),
        (duty_desk(), 1),
        (outsider(), 0),
        (cleveland_sergeant(), 0),
        (garda(), 0),
    ],
    ids=lambda one: getattr(one, "agency", one),
)
def test_who_sees_a_case_in_the_list(actor: Actor, cases: int) -> None:
    supported()
    assert seen_by(actor).total == cases


def test_what_was_shared_with_a_person_is_in_their_list_while_it_lasts() -> None:
    done = rescued()
    assert reach(outsider(), Operation.VIEW_CASES) is Reach.RELEASED
    now = clock.now()
    need = NeedToKnow.objects.create(
        case_id=done.case_id,
        person=outsider().id,
        kind="share",
        began_at=now - timedelta(hours=2),
        given_by=caseworker().id,
        until=now + timedelta(hours=1),
    )
    assert seen_by(outsider()).total == 1
    NeedToKnow.objects.filter(pk=need.pk).update(until=now - timedelta(hours=1))
    assert seen_by(outsider()).total == 0


def test_a_line_says_who_and_what_protects_her() -> None:
    done = supported()
    (line,) = seen_by(durham_constable()).lines
    assert (line.id, line.reference, line.name, line.state) == (done.case_id, done.reference, NAME, CaseState.OPEN)
    assert line.sentence == done.protection.removal.sentence
    assert line.support == "Northern Support"


def test_how_it_stood_yesterday_says_nothing_of_today() -> None:
    rescued()
    Standing.objects.update(on=clock.today() - timedelta(days=1), state=State.ENDED.value, sentence="Ended.")
    (line,) = seen_by(durham_constable()).lines
    assert (line.protection, line.sentence, line.earliest_end) == (State.UNKNOWN, WORKED_OUT, None)
    Standing.objects.all().delete()
    (line,) = seen_by(durham_constable()).lines
    assert line.sentence == WORKED_OUT


def test_what_is_unknown_comes_first_then_what_could_end_soonest_and_last_what_has_ended() -> None:
    ended, late, soon, unknown = (rescued().case_id for _ in range(4))
    today = clock.today()
    for case_id, state, days in (
        (ended, State.ENDED, 0),
        (late, State.RUNNING, 30),
        (soon, State.RUNNING, 2),
        (unknown, State.UNKNOWN, 40),
    ):
        Standing.objects.filter(case_id=case_id).update(state=state.value, earliest_end=today + timedelta(days=days))
    assert [line.id for line in seen_by(durham_constable()).lines] == [unknown, soon, late, ended]


def test_filters_narrow_and_counts_go_with_them() -> None:
    found, other = supported(), rescued()
    Case.objects.filter(pk=other.case_id).update(state=CaseState.CLOSED.value)
    desk = duty_desk()
    assert [line.id for line in seen_by(desk).lines] == [found.case_id]
    assert [line.id for line in seen_by(desk, CaseFilter(state="closed")).lines] == [other.case_id]
    everything = seen_by(desk, CaseFilter(state="all"))
    assert (everything.total, everything.unsupported) == (2, 1)
    assert [line.id for line in seen_by(desk, CaseFilter(state="all", support="none")).lines] == [other.case_id]
    assert seen_by(desk, CaseFilter(support="found", who="nobody")).total == 1
    assert seen_by(desk, CaseFilter(words=found.reference.lower().replace("-", " "))).total == 1
    assert seen_by(desk, CaseFilter(words=found.reference[2:6])).total == 1
    assert seen_by(desk, CaseFilter(words="!!")).total == 0


def test_an_erased_case_is_a_line_without_a_name() -> None:
    done = rescued()
    row = Case.objects.get(pk=done.case_id)
    row.key.delete()
    Case.objects.filter(pk=done.case_id).update(
        state=CaseState.ERASED.value, identity=None, practical=None, whereabouts=None
    )
    (line,) = seen_by(duty_desk(), CaseFilter(state="all")).lines
    assert line.name == "Erased"


def test_a_thousand_cases_cost_no_more_queries_than_one() -> None:
    many(120)
    desk = duty_desk()
    with CaptureQueriesContext(connection) as asked:
        page = list_cases(by=desk, page=2)
    assert (page.total, page.pages, len(page.lines), page.first) == (120, 3, 50, 51)
    kept = [one["sql"] for one in asked if not one["sql"].startswith(("SAVEPOINT", "RELEASE", "BEGIN", "COMMIT"))]
    assert len(kept) == 5, "\n".join(kept)


NARROWED = [
    EVERY_OPEN,
    CaseFilter(state="all"),
    CaseFilter(state="closed"),
    CaseFilter(state="all", support="none"),
    CaseFilter(state="all", support="found", who="nobody"),
    CaseFilter(state="all", words="her reference"),
]


@pytest.mark.parametrize("narrowed", NARROWED, ids=str)
def test_the_question_put_once_is_answered_as_one_put_each_time(narrowed: CaseFilter) -> None:
    now, today = clock.now(), clock.today()
    worked_with(), supported(), rescued()
    shared, closed = rescued(), supported()
    need = {"kind": "share", "began_at": now - timedelta(hours=2), "given_by": caseworker().id}
    for done, hours in ((shared, 1), (closed, -1)):  # one lasts, one is over
        until = now + timedelta(hours=hours)
        NeedToKnow.objects.create(case_id=done.case_id, person=outsider().id, until=until, **need)
    Case.objects.filter(pk=closed.case_id).update(state=CaseState.CLOSED.value)
    Standing.objects.filter(case_id=shared.case_id).update(state=State.ENDED.value)
    if narrowed.words:  # references are drawn by chance: that of one who is there is looked for
        narrowed = replace(narrowed, words=Case.objects.get(pk=shared.case_id).reference)
    seen = set()
    for actor in (durham_constable(), outsider(), caseworker(), duty_desk(), garda(), outsider(), removals_officer()):
        slow = _urgent_first(_narrowed(visible(actor, now), narrowed), today)
        page = seen_by(actor, narrowed)
        assert [line.id for line in page.lines] == [one.id for one in slow], actor.role
        assert (page.total, page.unsupported) == (slow.count(), slow.filter(support_agency=None).count())
        seen.add(page.total)
    assert len(seen) > 1


def test_what_somebody_searches_for_is_not_kept() -> None:
    rescued()
    kept = _put_once.cache_info().currsize
    seen_by(duty_desk(), CaseFilter(words="R-1234"))
    assert _put_once.cache_info().currsize == kept


@pytest.mark.parametrize(("asked", "shown"), [(0, 1), (-7, 1), (99, 1)])
def test_a_page_that_there_is_not_is_the_nearest_one(asked: int, shown: int) -> None:
    rescued()
    assert page_of(duty_desk(), EVERY_OPEN, number=asked).number == shown
