"""A case in which every sealed field holds a canary: a word that stands nowhere else.

`WHERE` where she is, `HELP` how she is helped, `WHO` who she is, `WORD` what decisions are made of. Whatever is sealed
while the seeds are sown is remembered, so that a sealed field in which no canary sits is found.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import time, timedelta
from uuid import UUID

import pytest
from django.apps import apps

from cast import caseworker, decision_maker, durham_constable, duty_desk, in_database
from decisions import ground
from justice import ground as justice_ground
from pentameter.config.sensitivity import Sensitivity, declared
from pentameter.decisions.rules.court_side import Entry, Progress, Side
from pentameter.decisions.rules.drafts import Draft
from pentameter.decisions.rules.states import Kind
from pentameter.decisions.services import accounts, matters
from pentameter.decisions.services.court_side import record_court_side, strike_court_side
from pentameter.justice.models import Investigation
from pentameter.kernel import clock, sealing
from pentameter.victims.keys import safe_of
from pentameter.victims.models import Alert, Case
from pentameter.victims.queries.ledger import ConsentFacts
from pentameter.victims.queries.opening import bound
from pentameter.victims.rules.cases import Age, Practical, Whereabouts
from pentameter.victims.rules.consent import Purpose, Said
from pentameter.victims.rules.contents import AppointmentWords, StayWords, TaskWords
from pentameter.victims.rules.events import Event, EventKind, Outcome
from pentameter.victims.rules.referrals import ReferralKind
from pentameter.victims.rules.support import EntryKind, FlagKind
from pentameter.victims.services import appointments, assessments, attachments, flags, notes, plans, stays
from pentameter.victims.services.consent import Saying, record_consent
from pentameter.victims.services.corrections import strike_out
from pentameter.victims.services.events import record_event
from pentameter.victims.services.imports import import_cases
from pentameter.victims.services.referrals import Asking, ask_support, revoke_referral
from pentameter.victims.services.rescue import Rescue, register_rescue
from tests.victims.exchange import csv_of, sent
from tests.victims.records import other_organisation
from victims.support_ground import assigned

WHERE, HELP, WHO, WORD = "canarywhereabouts", "canarysupport", "canaryidentity", "canarydecision"
CANARIES = (WHERE, HELP, WHO, WORD)
DAY = timedelta(days=1)
ACCOUNT = f"She was brought here under another name, worked without pay for months, and was never alone. {WORD}"
UNHEARD = f"She was asked twice with an interpreter and says that she is not able to speak of it yet. {WORD}"
KEYS = {
    "victims.CaseKey.wrapped": "a key",
    "decisions.ListKey.wrapped": "a key",
    "decisions.RemovalList.told": "what the officer called the list",
    "decisions.RemovalList.file": "what the officer sent; it goes when its lines are read",
    "decisions.ListLine.told": "what the officer sent",
    "decisions.ListLine.found": "ids and reasons without words of a case",
    "decisions.Letter.sealed": "a PDF, packed; the letter of the matter is asked for by its own address",
}
"""Sealed, and no place for a canary; each with the reason."""
CONTEXTS = ("victims.", "decisions.")


class Remembered:
    """What was sealed, by its ciphertext."""

    def __init__(self) -> None:
        self.plain: dict[bytes, bytes] = {}


@contextmanager
def remembering(monkeypatch: pytest.MonkeyPatch) -> Iterator[Remembered]:
    """Whatever is sealed within."""
    remembered = Remembered()
    seal = sealing.seal

    def sealed(key: bytes, plain: bytes, *, bound_to: str) -> bytes:
        made = seal(key, plain, bound_to=bound_to)
        remembered.plain[made] = plain
        return made

    with monkeypatch.context() as patched:
        patched.setattr(sealing, "seal", sealed)
        yield remembered


def without_canary(remembered: Remembered) -> list[str]:
    """Sealed fields of cases and decisions in which no row holds a canary."""
    missing = []
    for one in declared():
        name = f"{one.model}.{one.field}"
        if one.sensitivity is Sensitivity.SEALED and name.startswith(CONTEXTS) and name not in KEYS:
            rows = apps.get_model(one.model).objects.values_list(one.field, flat=True)
            said = [remembered.plain.get(bytes(row), b"") for row in rows if row is not None]
            if not any(canary.encode() in text for text in said for canary in CANARIES):
                missing.append(name)
    return missing


def sow() -> list[UUID]:
    """The cases with everything in them, a matter on one of them, and a removal list on which she stands."""
    ground.stage()
    for person in (caseworker(), decision_maker()):
        in_database(person)
    hers, unheard = rescued(), rescued()
    accounts.explain_absence(case_id=unheard, words=UNHEARD, by=caseworker())
    consents(hers)
    helped(hers)
    referred(hers)
    happened(hers)
    decided(hers)
    in_court(hers)
    listed()
    return [hers, unheard, *imported()]


def rescued() -> UUID:
    who = replace(ground.ZORANA, name=f"Zorana {WHO}", other_names=(WHO,), documents=(f"DM{WHO}",))
    rescue = Rescue(
        identity=who,
        age=Age.ADULT,
        practical=Practical("bg", f"by telephone {HELP}", "a woman", f"after six {HELP}", HELP),
        whereabouts=Whereabouts(where=f"a house {WHERE}", note=WHERE),
        found_on=clock.today() - 40 * DAY,
    )
    done = register_rescue(rescue=rescue, by=durham_constable())
    Case.objects.filter(pk=done.case_id).update(support_agency_id=caseworker().agency)
    assigned(done.case_id)
    return done.case_id


def consents(case_id: UUID) -> None:
    facts = ConsentFacts(language="bg", interpreter=HELP, asked_by=HELP, note=f"in her own words {HELP}")
    for purpose in Purpose:
        record_consent(case_id=case_id, saying=Saying(purpose, Said.GIVEN, facts=facts), by=caseworker())


def helped(case_id: UUID) -> None:
    by, today = caseworker(), clock.today()
    assessment = assessments.Assessment(EntryKind.RISK, "medium", f"found {HELP}", today, today + 9 * DAY, None)
    assessments.assess(case_id=case_id, assessment=assessment, by=by)
    notes.write_note(case_id=case_id, text=f"a note {HELP}", by=by)
    flag = flags.raise_flag(case_id=case_id, flag=flags.Flag(FlagKind.DO_NOT_CALL, f"why {HELP}", today), by=by)
    flags.end_flag(case_id=case_id, flag_id=flag, reason=f"no more {HELP}", by=by)
    task = plans.Task(TaskWords(f"a dentist {HELP}", HELP), today + 3 * DAY, by.id)
    plans.plan_task(case_id=case_id, task=task, by=by)
    words = AppointmentWords("a doctor", "Bulgarian", "a woman", f"by letter {HELP}", HELP)
    appointment = appointments.Appointment(words, today + 2 * DAY, time(14, 30))
    appointments.arrange(case_id=case_id, appointment=appointment, by=by)
    stay = stays.Stay(StayWords("safe_house", f"a provider {WHERE}", f"a house {WHERE}"), today - DAY, None)
    stays.begin_stay(case_id=case_id, stay=stay, by=by)
    upload = attachments.Upload(f"{HELP}.txt", f"a letter {HELP}".encode(), f"about {HELP}")
    attachments.attach(case_id=case_id, upload=upload, by=by)


def referred(case_id: UUID) -> None:
    other_organisation()
    asked = asked_elsewhere(case_id)
    revoke_referral(case_id=case_id, referral_id=asked, reason=f"because {HELP}", by=caseworker())


def asked_elsewhere(case_id: UUID) -> UUID:
    """Another organisation is asked to help beside; it has not answered."""
    asking = Asking("shoreline-refuge", ReferralKind.HELP, ("name",), f"asked {HELP}")
    return ask_support(case_id=case_id, asking=asking, by=caseworker())


def happened(case_id: UUID) -> None:
    positive = Event(
        EventKind.REASONABLE_GROUNDS,
        clock.today() - 35 * DAY,
        Outcome.POSITIVE,
        ground=WORD,
        evidence=WORD,
        decider=WORD,
        reasons=f"why {WORD}",
    )
    record_event(case_id=case_id, event=positive, origin="seed", by=decision_maker())
    checked = Event(EventKind.REMOVAL_CHECKED, clock.today() - DAY)
    mistake = record_event(case_id=case_id, event=checked, origin="seed", by=duty_desk())
    alert = Alert.objects.filter(case_id=case_id)[0]
    note = safe_of(case_id).seal({"note": f"called back {HELP}"}, bound_to=bound("alert", alert.id))
    Alert.objects.filter(pk=alert.pk).update(note=note)
    strike_out(case_id=case_id, event_id=mistake, reason=f"a mistake {WORD}", by=duty_desk())


def decided(case_id: UUID) -> None:
    accounts.disclose_account(case_id=case_id, words=ACCOUNT, by=caseworker())
    matter = matters.open_matter(case_id=case_id, kind=Kind.REMOVAL, opened_on=None, by=decision_maker())
    matters.take_up(matter_id=matter, because="", version=1, by=decision_maker())
    matters.save_draft(matter_id=matter, draft=Draft(facts=WORD, reasons=WORD), version=2, by=decision_maker())


def in_court(case_id: UUID) -> None:
    reference = Investigation.objects.get(pk=justice_ground.investigation()).reference
    entry = Entry(Side.TOLD, Progress.GIVEN, clock.today(), f"told of the charge {HELP}")
    told = record_court_side(case_id=case_id, reference=reference, entry=entry, by=caseworker())
    strike_court_side(case_id=case_id, entry_id=told, reason=f"another woman {HELP}", by=caseworker())


def listed() -> None:
    from pentameter.decisions.services import desk

    hers = ground.checked()
    line = ground.line_of(hers)
    desk.confirm_line(line_id=line.id, reason=f"she is {HELP}", version=line.version, by=duty_desk())


def imported() -> list[UUID]:
    row = {"prs_FirstName": WHO, "prs_SecondName": WHO, "cco_CaseComment": HELP, "prs_MailingCity": WHERE}
    import_cases(arrived=sent(csv_of(row)), age_unknown=Age.ADULT, by=caseworker())
    return list(Case.objects.filter(agency_id=caseworker().agency).values_list("id", flat=True))
