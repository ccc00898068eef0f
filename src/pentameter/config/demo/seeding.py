"""Registers the demo's cases through the same services as any other case: rescue, consent, referral, events.

All of them in one transaction, and only where no case is there yet: a second start adds nothing.
"""

from datetime import date
from uuid import UUID

from django.db import transaction

from pentameter.accounts import api as accounts
from pentameter.accounts.queries.people import demo_people
from pentameter.config.demo.cases import CASES, DemoCase
from pentameter.kernel.actor import Actor, Role
from pentameter.kernel.verdict import Refused
from pentameter.operations import api as operations
from pentameter.victims import api as victims
from pentameter.victims.rules.consent import Purpose, Said
from pentameter.victims.rules.referrals import ReferralKind
from pentameter.victims.services.alerts import finish_alert, show_alerts
from pentameter.victims.services.answering import accept_referral, show_referrals
from pentameter.victims.services.consent import Saying, record_consent
from pentameter.victims.services.referrals import Asking, ask_support

OPERATION = "demonstration"
_REGISTER = (Role.FORCE_OFFICER, Role.FORCE_SUPERVISOR)
_DECIDES, _DESK = "decision.maker", "duty.desk"


@transaction.atomic
def register_cases(today: date) -> int:
    """Register the demo's cases as of `today`, if there is no case yet. Answers how many were registered."""
    if are_registered():
        return 0
    found = demo_people()
    people = {one.username: one.id for one in found}
    officers = {one.agency.slug: one.id for one in found if one.role in _REGISTER}
    waves = operations.waves_of(OPERATION)
    for case in CASES:
        _register(case, today, _person(officers[case.agency]), people, waves)
    return len(CASES)


def are_registered() -> bool:
    """Whether there are cases already."""
    return any(one.people for one in victims.rescued_counts())


def _register(
    case: DemoCase, today: date, officer: Actor, people: dict[str, UUID], waves: tuple[operations.WaveCard, ...]
) -> None:
    rescue = victims.Rescue(
        identity=_identity(case),
        age=case.age,
        practical=victims.Practical(language=case.language, worker_gender="a woman" if case.sex == "female" else ""),
        whereabouts=victims.Whereabouts(where=case.where, since=case.found_on(today).isoformat()),
        found_on=case.found_on(today),
        place=case.place,
        wave=_wave(case.found_on(today), waves),
    )
    registered = victims.register_rescue(rescue=rescue, by=officer)
    if case.support:
        _find_support(case, registered.case_id, officer, _person(people[case.caseworker]))
    authority = _person(people[_DECIDES])
    events = list(case.events(today))
    for event in events:
        if event is events[-1]:
            _deal_with_alerts(registered.case_id, _person(people[_DESK]))
        victims.record_event(case_id=registered.case_id, event=event, origin="demonstration", by=authority)


def _deal_with_alerts(case_id: UUID, desk: Actor) -> None:
    """What the desk was alerted to before the last thing that happened was dealt with; what came of that waits."""
    for line in show_alerts(by=desk).open:
        if line.case_id == case_id:
            finish_alert(alert_id=line.id, note="Called back, and told her caseworker.", by=desk)


def _identity(case: DemoCase) -> victims.Identity:
    return victims.Identity(
        given=case.given,
        surname=case.surname,
        born=case.born,
        sex=case.sex,
        nationality=case.nationality,
        documents=(case.document,),
    )


def _find_support(case: DemoCase, case_id: UUID, officer: Actor, caseworker: Actor) -> None:
    """She agrees, and says whether she may be counted; the organisation is asked; its caseworker takes her case on."""
    record_consent(case_id=case_id, saying=Saying(Purpose.SUPPORT, Said.GIVEN), by=officer)
    counted = Said.GIVEN if case.counted else Said.REFUSED
    record_consent(case_id=case_id, saying=Saying(Purpose.STATISTICS, counted), by=officer)
    asked = next((one.id for one in show_referrals(by=caseworker) if one.case_id == case_id), None)
    if asked is None:
        asking = Asking(case.support, ReferralKind.SUPPORT, ("name", "worker_gender"))
        asked = ask_support(case_id=case_id, asking=asking, by=officer)
    accept_referral(referral_id=asked, by=caseworker)


def _person(user_id: UUID) -> Actor:
    found = accounts.actor_of_user(user_id, second_factor=True)
    if found is None:
        raise Refused("The people of the demonstration are not there.")
    return found


def _wave(found_on: date, waves: tuple[operations.WaveCard, ...]) -> UUID | None:
    """The wave that ran on the day on which she was found."""
    ran = [one for one in waves if one.starts_on <= found_on and (one.ends_on is None or found_on <= one.ends_on)]
    return max(ran, key=lambda one: one.starts_on).id if ran else None
