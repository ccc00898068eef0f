"""A bulletin that the public database lost, or a withdrawal, is brought there again."""

import pytest

from bulletins.editing.ground import published, version
from cast import editor
from pentameter.bulletins.editing.models import Publication
from pentameter.bulletins.editing.services.bringing import bring_again, bring_waiting
from pentameter.bulletins.editing.services.publishing import withdraw_story
from pentameter.bulletins.site.models import Bulletin
from pentameter.kernel import clock
from public_door import BOTH

pytestmark = pytest.mark.django_db(databases=BOTH)


def test_a_withdrawal_that_was_lost_withdraws_again() -> None:
    story = published()
    before, shown = clock.now(), Bulletin.objects.get(pk=story)
    withdraw_story(story_id=story, because="Its figures were wrong.", version=version(story), by=editor())
    bring_waiting()
    assert Bulletin.objects.get(pk=story).state == "withdrawn"
    shown.save()
    bring_waiting()
    assert Bulletin.objects.get(pk=story).state == "published", "nobody knows yet that it was lost"
    for _ in range(2):
        bring_again(since=before)
        assert Bulletin.objects.get(pk=story).state == "withdrawn"
    assert not Publication.objects.filter(brought_at=None).exists()
