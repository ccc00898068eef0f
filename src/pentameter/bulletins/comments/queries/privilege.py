"""What bears on whether a reader may comment now, and where a comment stands."""

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from django.db.models import Count

from pentameter.bulletins.comments import our_rules
from pentameter.bulletins.comments.models import Agreement, Comment, Discussion, Measure, Reader, Standing
from pentameter.bulletins.comments.rules.closing import Taking
from pentameter.bulletins.comments.rules.ladder import Held, Step, is_checked_first, may_comment
from pentameter.bulletins.comments.rules.life import Decided, Ruling, Written
from pentameter.kernel.verdict import Verdict, refused

PUBLISHED_TO_BE_KNOWN = 3
"""With so many comments that stand a reader is no longer new."""


def has_privilege(reader_id: UUID, *, now: datetime) -> Verdict:
    """Whether a reader may comment now: the address is confirmed, the rules are agreed to, no step forbids it."""
    if not Reader.objects.filter(pk=reader_id).exclude(confirmed_at=None).exists():
        return refused("Confirm your address first, by the link that was sent to it.")
    if not Agreement.objects.filter(reader_id=reader_id, edition=our_rules.CURRENT.number).exists():
        return refused("Our rules have changed. Read them and agree before you comment.")
    return may_comment(steps_of(reader_id), now=now)


def steps_of(reader_id: UUID) -> tuple[Held, ...]:
    """The steps of the ladder that a reader was put on."""
    return tuple(as_held(one) for one in Measure.objects.filter(reader_id=reader_id))


def as_held(one: Measure) -> Held:
    """A measure as the rules see it."""
    return Held(Step(one.step), one.began_at, one.until, lifted=one.lifted_at is not None)


def is_new(reader_id: UUID) -> bool:
    """Whether a reader is new here: fewer than three comments of theirs stand."""
    return bool(who_is_new({reader_id}))


def who_is_new(readers: Collection[UUID]) -> frozenset[UUID]:
    """Those of several readers who are new here. One SQL query."""
    standing = Standing.objects.filter(comment__reader__in=readers, state=Decided.PUBLISHED.value).order_by()
    counted = standing.values("comment__reader").annotate(number=Count("pk"))
    known = counted.filter(number__gte=PUBLISHED_TO_BE_KNOWN).values_list("comment__reader", flat=True)
    return frozenset(readers) - frozenset(known)


def goes_first_to_moderators(reader_id: UUID, *, now: datetime) -> bool:
    """Whether a moderator reads a reader's comments first under every article."""
    return is_new(reader_id) or is_checked_first(steps_of(reader_id), now=now)


def taking_of(bulletin_id: UUID) -> Taking | None:
    """How an article takes comments; None where nothing was decided."""
    row = Discussion.objects.filter(pk=bulletin_id).first()
    return None if row is None else as_taking(row)


def as_taking(row: Discussion) -> Taking:
    """How an article takes comments, as the rules see it."""
    return Taking(row.is_open, row.closes_on, shows=row.shows, held=row.held)


def written_of(comment: Comment) -> Written:
    """The writer's side of a comment."""
    taken_back, hidden = comment.taken_back_at is not None, comment.hidden_at is not None
    return Written(comment.version, comment.written_at, taken_back=taken_back, hidden=hidden)


def ruling_of(comment: Comment) -> Ruling | None:
    """What staff decided last of a comment that was fetched with its standing."""
    standing: Standing | None = getattr(comment, "standing", None)
    return None if standing is None else Ruling(Decided(standing.state), standing.wording_version)
