"""An agency leaves and another takes its cases over. What protects her does not ask whose the case is, and goes on."""

from collections.abc import Collection

from django.db import transaction
from django.db.models import F, Q

from pentameter.access.api import Operation, Subject, decide
from pentameter.audit.api import Event as Act
from pentameter.audit.api import record
from pentameter.kernel import clock
from pentameter.kernel.actor import Actor
from pentameter.kernel.verdict import require
from pentameter.victims.models import Alert, Case, NeedToKnow, Referral
from pentameter.victims.rules.referrals import ReferralState


@transaction.atomic
def hand_over_cases(*, leaving: str, receiving: str, people: Collection[str], by: Actor) -> int:
    """Give all cases of an agency, their alerts and what it does for others' cases to another. How many cases.

    `people` of the agency that leaves need to know nothing any more; nobody else's need is touched.
    """
    require(decide(by, Operation.HAND_OVER, Subject("agency", receiving, owner_agency=receiving)))
    mine = Q(agency_id=leaving) | Q(support_agency_id=leaving)
    cases = list(Case.objects.select_for_update().filter(mine).order_by("pk").values_list("pk", flat=True))
    Case.objects.filter(agency_id=leaving).update(agency_id=receiving, version=F("version") + 1)
    Case.objects.filter(support_agency_id=leaving).update(support_agency_id=receiving, version=F("version") + 1)
    Alert.objects.filter(agency_id=leaving, done_at=None).update(agency_id=receiving)
    _hand_over_referrals(leaving, receiving)
    NeedToKnow.objects.filter(person__in=people, ended_at=None).update(ended_at=clock.now())
    for one in cases:
        record(Act.HANDED_OVER, by=by, subject=("case", one), detail={"from": leaving, "to": receiving})
    return len(cases)


def _hand_over_referrals(leaving: str, receiving: str) -> None:
    """What was accepted goes on under the other agency, unless that one was asked for the same person already."""
    live = Referral.objects.filter(state__in=[ReferralState.ASKED.value, ReferralState.ACCEPTED.value])
    theirs = list(live.filter(asked_id=receiving).values_list("case_id", flat=True))
    live.filter(asked_id=leaving).exclude(case_id__in=theirs).update(asked_id=receiving, version=F("version") + 1)
    live.filter(asker_id=leaving).update(asker_id=receiving, version=F("version") + 1)
