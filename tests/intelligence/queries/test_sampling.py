"""A sample of what was reported opens, or it is seen that it does not; and files that are away are named."""

from uuid import uuid4

import pytest

from intelligence import ground
from pentameter.intelligence import store
from pentameter.intelligence.models import DataKey, IntakeFile, Mention
from pentameter.intelligence.queries.sampling import files_missing, mentions_that_open

pytestmark = pytest.mark.django_db


def test_mentions_open_with_their_agencys_key_alone() -> None:
    assert mentions_that_open(at_most=10) == (0, 0)
    wave = ground.wave()
    ground.sent(ground.csv_of([ground.full(1), ground.full(2)]), wave)
    tried, opened = mentions_that_open(at_most=100)
    assert tried == opened == Mention.objects.count() > 2
    assert mentions_that_open(at_most=1) == (1, 1)
    first, second = Mention.objects.order_by("id")[:2]
    Mention.objects.filter(pk=first.pk).update(sealed=second.sealed)
    assert mentions_that_open(at_most=100) == (tried, tried - 1)
    DataKey.objects.all().delete()
    assert mentions_that_open(at_most=100) == (tried, 0)


def test_a_file_that_is_being_taken_in_and_is_away_is_named() -> None:
    file_id = ground.received(ground.csv_of([ground.good()]), ground.wave())
    assert files_missing() == ()
    store.discard(file_id)
    assert files_missing() == (file_id,)
    IntakeFile.objects.update(state="done")
    assert files_missing() == ()
    assert not store.is_kept(uuid4())
