"""What readers are told is checked, too; and nobody answers an appeal against what they had a part in."""

from collections.abc import Callable

import pytest
from django.core import mail

import cast
from bulletins import moderating, people
from decisions.ground import protected, stage
from pentameter.bulletins.comments.models import Appeal, Letter, Reader
from pentameter.bulletins.comments.rules.ladder import Step
from pentameter.bulletins.moderation.models import Step as StepRow
from pentameter.bulletins.moderation.queries.appeals import appeal_page, waiting_appeals
from pentameter.bulletins.moderation.rules.acts import Act
from pentameter.bulletins.moderation.services.answering import answer_appeal
from pentameter.bulletins.moderation.services.checking import may_be_told
from pentameter.bulletins.moderation.services.disciplining import NewStep, lift_step, take_step
from pentameter.kernel import clock
from pentameter.kernel.verdict import Refused
from public_door import BOTH

pytestmark = pytest.mark.django_db(databases=BOTH)
NAMING = "You named Zorana Testova."


def _removed(writer: Reader, words: str) -> None:
    moderating.decided(people.comment(writer), Act.REMOVE, words=words)


def _asked(writer: Reader, words: str) -> None:
    moderating.decided(people.comment(writer), Act.ASK_EDIT, words=words)


def _noted(writer: Reader, words: str) -> None:
    take_step(new=NewStep(writer.pk, Step.NOTE, words), by=cast.moderator(), today=clock.today())


def _lifted(writer: Reader, words: str) -> None:
    _noted(writer, "Be kind.")
    lift_step(step_id=StepRow.objects.get().pk, because=words, by=cast.moderator())


def _answered(writer: Reader, words: str) -> None:
    removed = moderating.decided(people.comment(writer), Act.REMOVE)
    appeal = Appeal.objects.create(reader=writer, decision=removed, words="It was fair.", at=clock.now())
    answer_appeal(appeal_id=appeal.pk, upheld=False, words=words, by=cast.second_moderator())


@pytest.mark.parametrize("tells", [_removed, _asked, _noted, _lifted, _answered])
def test_no_reason_names_her(tells: Callable[[Reader, str], None]) -> None:
    stage()
    protected()
    people.article()
    with pytest.raises(Refused, match="What you tell the reader"):
        tells(people.reader(), NAMING)
    moderating.beat()
    assert not [one for one in Letter.objects.all() if "Testova" in one.body]
    assert not [one for one in mail.outbox if "Testova" in str(one.body)]


def test_a_telephone_number_may_be_told() -> None:
    stage()
    assert may_be_told("Ring 07700 900417 if you know more.", by=cast.moderator()).allowed


def test_who_removed_the_comment_answers_no_appeal_against_the_step_that_followed() -> None:
    people.article()
    writer = people.reader()
    removed = moderating.decided(people.comment(writer), Act.REMOVE, by=cast.moderator())
    warning = NewStep(writer.pk, Step.WARNING, "Be kind.", decision=removed)
    step = take_step(new=warning, by=cast.second_moderator(), today=clock.today())
    appeal = Appeal.objects.create(reader=writer, decision=step, words="It was fair.", at=clock.now())
    for had_a_part in (cast.moderator(), cast.second_moderator()):
        assert [line.mine for line in waiting_appeals(had_a_part.id)] == [True]
        page = appeal_page(appeal.pk, had_a_part.id)
        assert page is not None
        assert page.line.mine
        with pytest.raises(Refused, match="you had a part in the decision"):
            answer_appeal(appeal_id=appeal.pk, upheld=False, words="It stays.", by=had_a_part)
