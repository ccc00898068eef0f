"""Everything that an assessment counts, gathered at one moment."""

from datetime import date, datetime
from uuid import UUID

from pentameter.accounts import api as accounts
from pentameter.entities import api as entities
from pentameter.justice import api as justice
from pentameter.kernel.actor import Actor
from pentameter.kernel.verdict import never_was
from pentameter.picture.assessment.evidence import Evidence
from pentameter.picture.forms import Asked
from pentameter.picture.queries.picture import Picture, Rights, picture
from pentameter.scale import api as scale
from pentameter.victims import api as victims

_COUNTS_ALL = Rights(sees_all=True, reads=False, sees_quarantine=True)


def gathered(wave_id: UUID, by: Actor, *, at: datetime, today: date) -> Evidence:
    """The evidence on a wave, counted over all reports. A fixed number of queries, but for people who are counted.

    Raises:
        Refused: there is no such wave, or it is known from publications alone.
    """
    seen = picture(Asked(wave=wave_id), by, _COUNTS_ALL, at=at, today=today)
    if seen.wave.is_history:
        raise never_was()
    ways, cut = entities.ways(_of_the_wave(seen), by)
    return Evidence(
        picture=seen,
        agencies=accounts.agencies(),
        rescued=victims.rescued_counts(waves=[wave_id]),
        people=victims.people_counted(wave_id),
        flows=entities.flows(ways),
        flows_cut=cut,
        referrals=victims.referral_counts(),
        decisions=victims.decision_counts(),
        notifications=victims.notification_counts(),
        outcomes=justice.outcomes(wave_id, by=by),
        laws=justice.law_lines(on=today, by=by),
        questions=justice.policy_questions(by=by),
        estimates=scale.estimates(by=by),
    )


def _of_the_wave(seen: Picture) -> entities.Asked:
    """Reports of the wave's days."""
    return entities.Asked(first=seen.wave.starts_on, last=min(seen.today, seen.wave.ends_on or seen.today))
