"""The demo's first release: made by one invented statistician, signed by another, published at once, and corrected."""

from dataclasses import replace
from datetime import datetime, timedelta
from uuid import UUID

from pentameter.accounts import api as accounts
from pentameter.accounts.queries.people import demo_people
from pentameter.config.demo.seeding import OPERATION
from pentameter.kernel.actor import Actor
from pentameter.operations import api as operations
from pentameter.releases.queries.editions import edition_lines, edition_row
from pentameter.releases.rules.choices import Choice
from pentameter.releases.rules.withholding import THRESHOLD
from pentameter.releases.services.describing import describe
from pentameter.releases.services.freezing import Plan, begin_correction, begin_release
from pentameter.releases.services.protecting import make_safe
from pentameter.releases.services.publishing import publish_due
from pentameter.releases.services.signing import sign
from pentameter.releases.shelf.content import Description

SLUG = "people-found"
CHOICES = (Choice.FOUND_BY_AREA_AND_WEEK, Choice.REGISTERED_BY_AREA_AND_AGE, Choice.CONVICTIONS_BY_OFFENCE)
WORDS = Description(
    summary="How many people agencies found in this wave, where and in which weeks, and which laws have led to a "
    "conviction. Small counts are withheld, so that nobody can be recognised.",
    source="Weekly returns of the agencies that take part; cases that were opened for people who were found; "
    "investigations of the operation's agencies.",
    method="Counts were frozen on one day. Those below ten are withheld, with as few others as it takes so that nobody "
    "can work them out. A program then tried to do so, and could not.",
    counting="People found are counted by agencies, week by week. People for whom a case was opened are counted here, "
    "once each. The two are counted in different ways and are never added up. Whoever does not wish to be counted "
    "is in no count of cases.",
    revisions="The figures are counted anew after the wave. A correction before that appears as a new version, and "
    "says what changed.",
    withheld="Every count below ten, and others from which it could be worked out. A withheld count is never zero.",
)
_AS_FIRST_SAID = (
    "Counts were frozen on one day. Those below ten are withheld. A program then tried to work them out, and could not."
)
CHANGED = (
    "How the figures were made safe is told more fully: the first version did not say that a few other counts are "
    "withheld as well. No figure changed."
)
_FIRST, _SECOND = "statistician", "second.statistician"


def release_demo(at: datetime) -> int:
    """Make, sign and publish the demo's release and a correction of it, if there is none yet. Answers its tables."""
    waves = operations.waves_of(OPERATION)
    people = {one.username: one.id for one in demo_people()}
    if not waves or edition_lines() or _SECOND not in people:
        return 0
    first, second = _actor(people[_FIRST]), _actor(people[_SECOND])
    plan = Plan(f"People found: {waves[-1].name.lower()}", SLUG, CHOICES, waves[-1].id)
    edition = begin_release(plan=plan, by=first, at=at)
    if not _published(edition, replace(WORDS, method=_AS_FIRST_SAID), first, second, at):
        return 0
    later = at + timedelta(seconds=1)
    correction = begin_correction(edition_id=edition, by=first, at=later)
    _published(correction, replace(WORDS, changed=CHANGED), first, second, later)
    return len(CHOICES)


def _published(edition: UUID, words: Description, first: Actor, second: Actor, at: datetime) -> bool:
    """Make a version safe, describe it, let somebody else sign it, and publish it. False: it could not be made safe."""
    if not make_safe(edition_id=edition, threshold=THRESHOLD, revision=_revision(edition), by=first):
        return False
    describe(edition_id=edition, words=words, revision=_revision(edition), by=first)
    sign(edition_id=edition, publish_at=at, revision=_revision(edition), by=second, at=at)
    publish_due(at=at)
    return True


def _revision(edition: UUID) -> int:
    return edition_row(edition).revision


def _actor(user_id: UUID) -> Actor:
    """Somebody of the demonstration.

    Raises:
        ValueError: their account is closed.
    """
    found = accounts.actor_of_user(user_id, second_factor=True)
    if found is None:
        raise ValueError(f"The account {user_id} of the demonstration is closed.")
    return found
