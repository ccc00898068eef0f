"""What of comments waits for a moderator today."""

import pytest

import cast
from bulletins import moderating, people
from pentameter.bulletins.moderation.models import Case
from pentameter.config.today.moderation import of
from public_door import BOTH

pytestmark = pytest.mark.django_db(databases=BOTH)


def test_nothing_waits_then_comments_and_first_those_that_may_harm_somebody() -> None:
    assert not list(of(cast.moderator()))
    people.article()
    writer = people.reader()
    people.comment(writer, "One thought.")
    harmful = people.comment(writer, "Another thought.")
    moderating.beat()
    assert [one[0] for one in of(cast.moderator())] == ["Read 2 comments"]
    Case.objects.filter(pk=harmful.pk).update(urgent=True)
    assert [one[0] for one in of(cast.moderator())] == [
        "Look at 1 comment that may harm somebody",
        "Read 1 comment",
    ]
