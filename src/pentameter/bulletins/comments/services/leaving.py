"""Leaving: a reader deletes the account and everything in it. Answers of others stay, under a comment without words."""

from uuid import UUID

from pentameter.bulletins.comments.models import Barred, Comment, Reader, Standing, Wording
from pentameter.bulletins.comments.queries.privilege import steps_of
from pentameter.bulletins.comments.rules.ladder import Held, Step
from pentameter.bulletins.comments.services.telling import answer_reports_of_what_is_gone
from pentameter.bulletins.comments.transactions import together
from pentameter.bulletins.site.services import turn_edition
from pentameter.kernel import clock


def leave(*, reader_id: UUID) -> None:
    """Delete a reader, their address, words, letters and appeals, for good.

    Who leaves while they may not comment cannot come back under the same address before that is over: its keyed digest
    alone is kept.
    """
    with together():
        reader = Reader.objects.select_for_update().filter(pk=reader_id).first()
        if reader is None:
            return
        _bar(reader)
        now, theirs = clock.now(), Comment.objects.filter(reader=reader)
        Wording.objects.filter(comment__reader=reader).delete()
        Standing.objects.filter(comment__reader=reader).update(text="", name="", words="")
        for comment_id in theirs.filter(reports__answered_at=None, reports__isnull=False).values_list("pk", flat=True):
            answer_reports_of_what_is_gone(comment_id=comment_id)
        theirs.update(taken_back_at=now, changed_at=now, digest="")
        reader.delete()
        turn_edition()


def _bar(reader: Reader) -> None:
    holding = [one for one in steps_of(reader.pk) if one.holds(clock.now()) and _forbids(one)]
    if holding:
        ends = [one.until for one in holding]
        until = None if None in ends else max(one for one in ends if one)
        Barred.objects.update_or_create(address_digest=reader.address_digest, defaults={"until": until})


def _forbids(one: Held) -> bool:
    return one.step in (Step.SUSPENDED, Step.WITHDRAWN)
