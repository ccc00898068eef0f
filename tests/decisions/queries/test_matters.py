"""The list in its order, and what waits for whom."""

from dataclasses import replace
from datetime import timedelta

import pytest

from cast import caseworker, decision_maker, durham_constable, removals_officer
from decisions import persons
from pentameter.decisions.models import Matter
from pentameter.decisions.queries.matters import PAGE, MatterFilter, Waiting, matters, waiting
from pentameter.decisions.rules.states import Kind, Owner, Result, State
from pentameter.decisions.services.matters import ask_reconsideration, open_matter
from victims.ground import many

pytestmark = pytest.mark.django_db


def test_most_urgent_first() -> None:
    case_id = persons.run_out()
    asylum = open_matter(case_id=case_id, kind=Kind.ASYLUM, opened_on=None, by=decision_maker())
    served = persons.refused_grounds(case_id)
    again = ask_reconsideration(matter_id=served, because="Look again.", late_because="", by=caseworker())
    late = open_matter(case_id=case_id, kind=Kind.REASONABLE_GROUNDS, opened_on=None, by=decision_maker())
    Matter.objects.filter(pk=late).update(due_on=persons.today() - timedelta(days=1))
    unserved = persons.taken_up(case_id, Kind.LEAVE)
    persons.decides(unserved, persons.draft(Result.REFUSED))
    found = matters(MatterFilter(), decision_maker(), persons.today())
    assert [one.id for one in found.lines] == [unserved, late, again, asylum]
    assert found.lines[0].owner is Owner.AUTHORITY
    assert found.total == 4
    done = matters(MatterFilter(state=State.SERVED), decision_maker(), persons.today())
    assert [one.id for one in done.lines] == [served]


def test_filters_narrow_it() -> None:
    case_id = persons.run_out()
    mine = persons.taken_up(case_id, Kind.ASYLUM)
    persons.taken_up(case_id, Kind.REMOVAL, by=persons.colleague())
    chosen = MatterFilter(kind=Kind.ASYLUM, mine=True)
    assert chosen.active == 2
    assert [one.id for one in matters(chosen, decision_maker(), persons.today()).lines] == [mine]
    none = matters(replace(chosen, state=State.SERVED), decision_maker(), persons.today())
    assert (none.lines, none.pages) == ((), 1)


def test_it_has_pages_and_a_fixed_number_of_queries(django_assert_num_queries) -> None:
    persons.protected()
    many(PAGE + 1)
    from pentameter.victims.models import Case

    for row in Case.objects.all()[: PAGE + 1]:
        open_matter(case_id=row.id, kind=Kind.ASYLUM, opened_on=None, by=decision_maker())
    with django_assert_num_queries(2):
        first = matters(MatterFilter(), decision_maker(), persons.today())
    assert (len(first.lines), first.pages) == (PAGE, 2)
    assert len(matters(MatterFilter(page=9), decision_maker(), persons.today()).lines) == 1


def test_who_may_not_see_them_is_shown_none() -> None:
    persons.taken_up(persons.run_out())
    for person in (removals_officer(), durham_constable()):
        assert matters(MatterFilter(), person, persons.today()).lines == ()


def test_what_waits_is_counted() -> None:
    case_id = persons.run_out()
    persons.taken_up(case_id)
    persons.refused_grounds(case_id, served=False)
    open_matter(case_id=case_id, kind=Kind.ASYLUM, opened_on=None, by=decision_maker())
    assert waiting(decision_maker()) == Waiting(unserved=1, unopened=1, mine=1)
    assert waiting(removals_officer()) == Waiting(0, 0, 0)
