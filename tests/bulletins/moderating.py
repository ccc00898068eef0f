"""Moderation for tests: comments taken in, decided about, and brought over, as the worker does."""

from uuid import UUID

import cast
from pentameter.bulletins.comments.models import Comment
from pentameter.bulletins.moderation import tasks
from pentameter.bulletins.moderation.models import Case
from pentameter.bulletins.moderation.rules.acts import Act
from pentameter.bulletins.moderation.services.deciding import Judgement, decide
from pentameter.kernel.actor import Actor


def beat() -> None:
    """Everything that the worker does at a beat, but for letters."""
    tasks.take_new_in()
    tasks.check_again()
    tasks.bring_over()


def judgement(comment: Comment, act: Act, **more: str) -> Judgement:
    """An act with a comment as it is now."""
    case, now = Case.objects.get(pk=comment.pk), Comment.objects.get(pk=comment.pk)
    return Judgement(comment.pk, act, case.version, now.version, **more)


def decided(comment: Comment, act: Act, *, by: Actor | None = None, **more: str) -> UUID:
    """The comment is taken in, decided about, and the decision brought over."""
    beat()
    if act is Act.REMOVE:
        more = {"rule": "attack", "words": "It insults the people in the article.", **more}
    made = decide(judgement=judgement(comment, act, **more), by=by or cast.moderator())
    beat()
    return made
