"""The second person signs; the first never can, and what changed since is seen."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

import cast
from no_row_no_act import no_row_no_act
from pentameter.kernel import clock
from pentameter.releases.models import Writer
from pentameter.releases.queries.rows import line_of
from pentameter.releases.rules.choices import Choice
from pentameter.releases.rules.states import State
from pentameter.releases.services.describing import describe
from pentameter.releases.services.loading import NotYet
from pentameter.releases.services.signing import send_back, sign
from pentameter.releases.shelf.freezing import thaw
from public_door import BOTH
from releases import scene
from releases.people import refuses_to_be_counted, registered

pytestmark = pytest.mark.django_db(databases=BOTH)


def _signs(edition, by) -> None:
    now = clock.now()
    sign(edition_id=edition, publish_at=now, revision=scene.revision(edition), by=by, at=now)


def test_the_second_person_signs_the_whole_text() -> None:
    edition = scene.signed(scene.described(scene.a_wave()))
    row = scene.row(edition)
    assert (row.state, row.signed_by) == (State.SIGNED, cast.second_statistician().id)
    said = thaw(row.content, row.content_digest)
    assert said.description == scene.WORDS
    assert said.published_at == row.publish_at


def test_the_first_cannot_sign() -> None:
    edition = scene.described(scene.a_wave())
    with pytest.raises(NotYet, match="A second person"):
        _signs(edition, cast.statistician())
    assert scene.row(edition).state == State.DESCRIBED


def test_nor_can_whoever_wrote_a_word_of_it() -> None:
    edition = scene.described(scene.a_wave())
    describe(edition_id=edition, words=scene.WORDS, revision=scene.revision(edition), by=cast.second_statistician())
    with pytest.raises(NotYet, match="You worked on this version"):
        _signs(edition, cast.second_statistician())


def test_the_database_holds_it_too() -> None:
    edition = scene.signed(scene.described(scene.a_wave()))
    row = scene.row(edition)
    row.signed_by = row.frozen_by
    with pytest.raises(IntegrityError), transaction.atomic():
        row.save()


def test_a_version_of_which_nobody_knows_the_writers_is_not_signed() -> None:
    edition = scene.described(scene.a_wave())
    Writer.objects.all().delete()
    with pytest.raises(NotYet, match="not known who worked"):
        _signs(edition, cast.second_statistician())


def test_who_withdrew_from_being_counted_meanwhile_stops_the_signature() -> None:
    of = scene.a_wave()
    people = registered(of, 30)
    edition = scene.described(of, Choice.REGISTERED_BY_AREA_AND_AGE)
    refuses_to_be_counted(people[3])
    with pytest.raises(NotYet, match="freeze them again"):
        _signs(edition, cast.second_statistician())


def test_two_that_were_made_safe_side_by_side_are_attacked_together() -> None:
    """The second to be signed is held against the first, which it did not know when it was made safe."""
    of = scene.a_wave()
    one, other = scene.described(of), scene.described(of, slug="again")
    scene.signed(one)
    scene.signed(other)
    found = line_of(scene.row(other)).found
    assert found is not None
    assert (found.safe, found.earlier) == (True, 1)


def test_sent_back_the_signature_is_gone() -> None:
    edition = scene.signed(scene.described(scene.a_wave()), at=clock.now() + timedelta(days=1))
    send_back(
        edition_id=edition, because="Kent is missing.", revision=scene.revision(edition), by=cast.second_statistician()
    )
    row = scene.row(edition)
    assert (row.state, row.signed_by, row.content, row.publish_at) == (State.SAFE, "", "", None)
    assert row.ended_because == "Kent is missing."


def test_to_send_it_back_needs_a_reason() -> None:
    edition = scene.described(scene.a_wave())
    with pytest.raises(NotYet, match="what has to change"):
        send_back(edition_id=edition, because=" ", revision=scene.revision(edition), by=cast.second_statistician())


def test_no_row_no_signature() -> None:
    edition = scene.described(scene.a_wave())
    no_row_no_act(lambda: scene.signed(edition))
