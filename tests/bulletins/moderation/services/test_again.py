"""What the public database lost is brought there again; what was brought before the loss stays as it is."""

from datetime import timedelta

import pytest

from bulletins import moderating, people
from pentameter.bulletins.comments.models import Letter, Standing
from pentameter.bulletins.moderation.models import Decision
from pentameter.bulletins.moderation.rules.acts import Act
from pentameter.bulletins.moderation.services.again import bring_again
from pentameter.kernel import clock
from public_door import BOTH

pytestmark = pytest.mark.django_db(databases=BOTH)


def test_a_removal_that_was_lost_removes_again_and_tells_once() -> None:
    people.article()
    comment = people.comment(people.reader(), "A fair thought about the table.")
    moderating.decided(comment, Act.APPROVE)
    before, shown = clock.now(), Standing.objects.get(pk=comment.pk)
    moderating.decided(comment, Act.REMOVE)
    letters = Letter.objects.count()
    gone = Standing.objects.get(pk=comment.pk)
    shown.save()
    assert Standing.objects.get(pk=comment.pk).text
    for _ in range(2):
        bring_again(since=before)
        assert Standing.objects.get(pk=comment.pk).state == gone.state
        assert not Standing.objects.get(pk=comment.pk).text
    assert Letter.objects.count() == letters
    assert not Decision.objects.filter(brought_at=None).exists()


def test_what_is_older_is_left_as_it_was_brought() -> None:
    people.article()
    comment = people.comment(people.reader(), "A fair thought about the table.")
    moderating.decided(comment, Act.APPROVE)
    at = Decision.objects.get().brought_at
    bring_again(since=clock.now() + timedelta(seconds=1))
    assert Decision.objects.get().brought_at == at
