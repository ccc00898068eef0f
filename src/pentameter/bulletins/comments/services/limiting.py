"""Counting what was tried lately, and refusing what is too much."""

from pentameter.bulletins.comments.addresses import digest_of
from pentameter.bulletins.comments.models import Attempt
from pentameter.bulletins.comments.rules.limits import LIMITS, LONGEST, Tried, may_try
from pentameter.kernel import clock
from pentameter.kernel.verdict import require


def count_try(tried: Tried, *, who: str) -> None:
    """Count one try of whoever `who` stands for, if there may be one more.

    Raises:
        Refused: with the sentence that says when it goes on.
    """
    now, digest = clock.now(), digest_of(tried.value, who)
    lately = Attempt.objects.filter(kind=tried.value, who=digest, at__gt=now - LIMITS[tried].span).count()
    require(may_try(tried, lately=lately))
    Attempt.objects.create(kind=tried.value, who=digest, at=now)


def forget_tries() -> int:
    """Delete the tries that no limit asks for any more."""
    return Attempt.objects.filter(at__lt=clock.now() - LONGEST).delete()[0]
