"""No one is let in: a part of the walk of `proofs.let_in`, and that it notices what it is there for."""

from collections.abc import Iterator
from contextlib import ExitStack
from typing import Any

import pytest
from django.db import transaction
from django.test import Client
from proofs.let_in import canaries, guards, mutants, policy, public, swapped, walk
from proofs.let_in.people import NOBODY, READERS, Reader
from proofs.let_in.policy import Record
from proofs.let_in.scene import Scene, erased, scene

from pentameter.kernel.actor import Role
from public_door import BOTH

PART = 250
SWAPPED = "cases/<uuid:case_id>/support/notes/<uuid:entry_id>/"
ROUTE = "cases/<uuid:case_id>/protection/determine/"


def reader(role: Role) -> Reader:
    return next(one for one in READERS if one.role is role)


def test_every_address_is_known_to_the_policy() -> None:
    assert not walk.unknown()
    assert not public.unknown()


def test_every_guard_lets_through_the_roles_of_the_policy() -> None:
    assert not guards.otherwise(walk.addresses())


def test_a_guard_that_asks_for_something_else_is_noticed() -> None:
    (determine,) = (one for one in walk.addresses() if one.route == ROUTE)
    guard = guards.guard_of(determine.view)
    assert guard is not None
    with mutants.for_whoever_signs_in(guard):
        assert guards.otherwise([determine])


@pytest.mark.django_db(databases=BOTH)
def test_what_a_reader_wrote_is_that_readers_alone() -> None:
    found = walk.Found()
    public.walk(found, ("GET", "POST"))
    assert not found.wrong, "\n".join(found.wrong)
    assert found.counts["public door"] > 200


@pytest.fixture(scope="module")
def stage(django_db_setup: None, django_db_blocker: Any) -> Iterator[Scene]:
    """One scene for all of these tests. Each undoes what it did, and it goes with the last."""
    with django_db_blocker.unblock(), ExitStack() as around:
        for database in BOTH:
            outer = transaction.atomic(using=database)
            outer._from_testcase = True
            around.enter_context(outer)
        yield scene(whole=False)
        for database in BOTH:
            transaction.set_rollback(True, using=database)


@pytest.mark.django_db(databases=BOTH)
def test_nobody_is_let_in_but_whom_the_policy_lets_in(stage: Scene) -> None:
    found = walk.Found()
    walk.walk(stage, READERS, ("GET", "POST"), found, bodies=False, part=walk.Part(0, PART))
    swapped.swap(stage, [reader(Role.CASEWORKER)], found, [SWAPPED], queries=("reference", "from"), most=3)
    assert not found.wrong, "\n".join(found.wrong)
    assert found.counts["checks"] > 80
    assert min(found.counts[one] for one in ("let in", "kept out", "nobody signed in", "swapped")) >= 2


@pytest.mark.django_db(databases=BOTH)
def test_a_guard_that_is_gone_is_noticed(stage: Scene) -> None:
    view = next(one.view for one in walk.addresses() if one.route == ROUTE)
    guard = guards.guard_of(view)
    assert guard is not None
    asking = (NOBODY, reader(Role.FORCE_OFFICER))
    assert not walk.noticed(stage, ROUTE, asking)
    for way in mutants.WAYS:
        with way(guard):
            assert walk.noticed(stage, ROUTE, asking)


@pytest.mark.django_db(databases=BOTH)
def test_a_canary_that_sings_to_the_wrong_reader_is_heard(stage: Scene) -> None:
    hers = next(one for one in stage.of("case") if one.name == "of one's own agency")
    desk = walk.people.asking(reader(Role.DUTY_DESK))[0]
    sang = walk.ask(desk, "GET", f"/cases/{hers.places['case_id']}/", {}, {}).sang
    assert ("identity", hers.mark) in sang
    assert not canaries.told_wrongly(sang, reader(Role.DUTY_DESK), stage.marked)
    assert canaries.told_wrongly(sang, reader(Role.REMOVALS_OFFICER), stage.marked)
    assert canaries.told_wrongly(sang, NOBODY, stage.marked)


@pytest.mark.django_db(databases=BOTH)
def test_a_case_with_everything_in_it_can_be_erased_and_keeps_nothing(stage: Scene) -> None:
    gone = erased()
    desk = walk.people.asking(reader(Role.DUTY_DESK))[0]
    for page in ("", "protection/", "timeline/", "people/", "consent/"):
        told = walk.ask(desk, "GET", f"/cases/{gone.places['case_id']}/{page}", {}, {})
        assert told.status == 200, page
        assert not [one for one in told.sang if one[1] == gone.mark]


def test_the_hard_denies_have_the_last_word() -> None:
    case = Record("case", "hers", agency="durham")
    constable = reader(Role.FORCE_OFFICER)
    assert policy.lets_in(policy.sees_who_she_is, constable, case)
    for closed in (
        Record("case", "hers", agency="durham", never_was=True),
        Record("case", "hers", agency="durham", conflicted=frozenset({constable.id})),
    ):
        assert not policy.lets_in(policy.sees_who_she_is, constable, closed)


def test_no_row_leads_a_walled_role_to_a_case() -> None:
    roles = (Role.REMOVALS_OFFICER, Role.ADMINISTRATOR, Role.MODERATOR, Role.EDITOR, Role.PROSECUTOR, Role.STATISTICIAN)
    assert not [role for role in roles if policy.ever(policy.sees_who_she_is, reader(role))]


def test_mutants_change_one_thing_each() -> None:
    source = "def f(a, b):\n    if a == b and not a:\n        return True\n    return False\n"
    made = [one.what for one in mutants.mutants("m", source)]
    assert len(made) == len(set(made)) == 9


def test_an_anonymous_browser_is_led_to_the_sign_in() -> None:
    assert policy.lets_in(policy.anybody, NOBODY, Record("", ""))
    assert not policy.lets_in(policy.whoever_signs_in, NOBODY, Record("", ""))
    assert isinstance(walk.people.asking(NOBODY)[0], Client)
