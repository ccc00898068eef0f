"""Of whom it has to be asked whether they are somebody protected, and who may be told how a prosecution stands."""

from datetime import timedelta
from uuid import UUID

import pytest

from justice import ground
from pentameter.justice.models import Investigation, Protection, SuspectKey
from pentameter.justice.queries.asking import AGAIN, anybody_to_ask_about, to_ask_about
from pentameter.justice.queries.choices import agencies_to_add, waves_to_choose
from pentameter.justice.queries.prosecutions import prosecution_by_reference, prosecutions
from pentameter.justice.rules.people import Person
from pentameter.justice.services.protection import keep_answers
from pentameter.justice.services.suspects import change_suspect
from pentameter.kernel import clock
from pentameter.kernel.actor import SYSTEM

pytestmark = pytest.mark.django_db


def due(mark: int = 0, later: timedelta = timedelta(0)) -> set[UUID]:
    now = clock.now() + later
    found = {one.suspect_id for one in to_ask_about(mark=mark, now=now)}
    assert anybody_to_ask_about(mark=mark, now=now) is bool(found)
    return found


def test_a_new_suspect_is_asked_about_once_until_holds_move_on_or_it_is_too_long_ago() -> None:
    made = ground.suspect(asked=False)
    assert due() == {made}
    keep_answers(answers={made: False}, mark=5, by=SYSTEM)
    assert due(5) == set()
    assert due(6) == {made}
    assert due(5, AGAIN + timedelta(minutes=1)) == {made}


def test_what_is_known_to_be_possible_stays_and_is_looked_at_again_only_as_time_passes() -> None:
    made = ground.suspect(asked=False)
    keep_answers(answers={made: True}, mark=5, by=SYSTEM)
    assert due(9, AGAIN / 2) == set()
    assert due(9, AGAIN * 2) == {made}
    keep_answers(answers={made: False}, mark=9, by=SYSTEM)
    assert Protection.objects.get().answer == "may_be"


def test_what_was_not_known_is_asked_again_after_a_while_and_not_at_every_beat() -> None:
    made = ground.suspect(asked=False)
    keep_answers(answers={made: None}, mark=5, by=SYSTEM)
    assert due(9) == set()
    assert due(5, timedelta(minutes=11)) == {made}


def test_who_does_not_open_is_asked_about_as_somebody_unknown() -> None:
    ground.suspect(asked=False)
    SuspectKey.objects.update(wrapped=b"nothing that opens")
    (found,) = to_ask_about(mark=0, now=clock.now())
    assert found.person is None
    SuspectKey.objects.all().delete()
    assert due() == set()


def test_who_was_changed_while_it_was_asked_is_asked_about_again() -> None:
    made = ground.suspect(asked=False)
    (asked,) = to_ask_about(mark=0, now=clock.now())
    person, by = Person(name="Zorana Testova"), ground.durham_constable()
    change_suspect(suspect_id=made, person=person, mention=None, version=asked.version, by=by)
    versions = {made: asked.version}
    keep_answers(answers={made: False}, mark=5, by=SYSTEM, versions=versions)
    assert due(5) == {made}
    keep_answers(answers={made: True}, mark=5, by=SYSTEM, versions=versions)
    assert Protection.objects.get().answer == "may_be"


def test_a_prosecution_is_found_by_its_reference_and_names_nobody() -> None:
    inside = ground.investigation()
    ground.convicted_suspect(inside)
    reference = Investigation.objects.get().reference
    assert prosecution_by_reference(f" {reference.lower()} ") == inside
    assert prosecution_by_reference("J-0000-0000") is None
    (found,) = prosecutions([inside]).values()
    assert [(stage.value, count) for stage, count in found.stages] == [("convicted", 1)]
    assert ground.NAME not in str(found)


def test_what_can_be_chosen() -> None:
    ground.people()
    slugs = [slug for slug, _ in agencies_to_add()]
    assert slugs[0] == ground.prosecutor().agency
    assert {"durham", "cleveland"} <= set(slugs)
    assert waves_to_choose() == []
