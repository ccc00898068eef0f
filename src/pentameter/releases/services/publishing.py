"""At its time: a signed version is published, or it is overtaken and is not. It waits while it cannot be checked."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from pentameter.audit.api import Event, record
from pentameter.kernel.actor import SYSTEM
from pentameter.releases.models import Edition
from pentameter.releases.naming.services import naming
from pentameter.releases.queries.rows import line_of
from pentameter.releases.rules.signing import still_holds
from pentameter.releases.rules.states import State, Step
from pentameter.releases.services.bringing import bring
from pentameter.releases.services.loading import HeldEdition
from pentameter.releases.services.wording import NAMES, words_said
from pentameter.releases.shelf.freezing import digest
from pentameter.victims.api import uncounted_mark


def publish_due(*, at: datetime) -> tuple[UUID, ...]:
    """Publish every version whose time has come. Answers those that are published now."""
    due = Edition.objects.filter(state=State.SIGNED.value, publish_at__lte=at).order_by("publish_at", "id")
    return tuple(pk for pk in due.values_list("pk", flat=True) if _published(pk, at))


def _published(edition_id: UUID, at: datetime) -> bool:
    with transaction.atomic():
        rows = Edition.objects.select_for_update(of=("self",)).select_related("release")
        here = HeldEdition(rows.get(pk=edition_id))
        if here.state is not State.SIGNED or here.row.publish_at is None or here.row.publish_at > at:
            return False
        named = naming(words_said(here.row))
        if not named.whole:
            return False
        reason = NAMES if named.identifies else _overtaken(here)
        if reason:
            _overtake(here, reason)
            return False
        _replace_earlier(here.row)
        here.step(Step.PUBLISH, published_at=here.row.publish_at)
        detail = {"number": here.row.number, "content": here.row.content_digest}
        record(Event.RELEASE_PUBLISHED, by=SYSTEM, subject=("release", edition_id), detail=detail)
    bring(edition_id=edition_id)
    return True


def _overtaken(here: HeldEdition) -> str:
    """Why it may not be published; "" where it may."""
    if digest(here.row.content) != here.row.content_digest:
        return "The text is not the one that was signed."
    if not line_of(here.row).counts_cases:
        return ""
    return still_holds(here.row.counted, uncounted_mark()).reason


def _overtake(here: HeldEdition, reason: str) -> None:
    gone = {"content": "", "content_digest": "", "signed_by": "", "signed_at": None, "publish_at": None}
    here.step(Step.OVERTAKE, **gone, ended_because=reason)
    record(Event.RELEASE_OVERTAKEN, by=SYSTEM, subject=("release", here.row.id), detail={"number": here.row.number})


def _replace_earlier(row: Edition) -> None:
    """The version that stood until now is replaced; it can still be read, and says so."""
    earlier = Edition.objects.select_for_update().filter(release=row.release_id, state=State.PUBLISHED.value)
    for one in earlier:
        HeldEdition(one).step(Step.REPLACE)
