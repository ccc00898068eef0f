"""The whole text of a version, from what was made safe and what was written."""

from collections.abc import Iterable
from datetime import datetime

from django.conf import settings

from pentameter.releases.keys import Truth
from pentameter.releases.models import EarlyReader, Edition
from pentameter.releases.queries.rows import safe_of, truth_of, words_of
from pentameter.releases.shelf.content import Content


def composed(row: Edition, publish_at: datetime, readers: Iterable[EarlyReader]) -> Content:
    """What the public will read."""
    truth: Truth = truth_of(row)
    return Content(
        slug=row.release.slug,
        title=row.release.title,
        number=row.number,
        as_of=row.as_of,
        published_at=publish_at,
        threshold=row.threshold or 0,
        description=words_of(row.words),
        tables=safe_of(row),
        ranges=truth.ranges,
        access=tuple(f"{one.name}, {one.office}" for one in readers),
        demo=settings.IS_DEMO,
    )
