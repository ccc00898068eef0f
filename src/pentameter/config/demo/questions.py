"""The demo's questions of policy: what was published, with its source, kept as the national centre keeps them."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import transaction

from pentameter.justice.rules.questions import State
from pentameter.justice.services.questions import NewEntry, add_entry, add_question, policy_questions
from pentameter.kernel.actor import SYSTEM, Jurisdiction

NEWSPAPERS = "newspapers of October 2007 on the launch of the second wave"


@dataclass(frozen=True, slots=True)
class DemoQuestion:
    """A question, and what was published of it in its order."""

    text: str
    place: Jurisdiction
    law: str
    entries: tuple[NewEntry, ...]


LAUNCH = date(2007, 10, 3)
QUESTIONS = (
    DemoQuestion(
        "Should paying for sexual services be an offence?",
        Jurisdiction.ENGLAND_WALES,
        "",
        (
            NewEntry(State.RAISED, LAUNCH, "It was asked at the launch of the second wave.", NEWSPAPERS, True),
            NewEntry(
                State.NOT_UNDER_REVIEW,
                LAUNCH,
                "A minister ruled out an immediate change of this kind at the launch.",
                NEWSPAPERS,
                True,
            ),
        ),
    ),
    DemoQuestion(
        "Should paying for sexual services of a person who is subjected to force be an offence?",
        Jurisdiction.ENGLAND_WALES,
        "PCA09-14",
        (
            NewEntry(
                State.DECIDED,
                date(2010, 4, 1),
                "Section 14 of the Policing and Crime Act 2009 came into force.",
                "Home Office Circular 006/2010",
            ),
        ),
    ),
    DemoQuestion(
        "Should paying for sexual services be an offence?",
        Jurisdiction.NORTHERN_IRELAND,
        "NI-64A",
        (
            NewEntry(
                State.DECIDED,
                date(2015, 6, 1),
                "Article 64A of the Sexual Offences (Northern Ireland) Order 2008 came into force.",
                "Human Trafficking and Exploitation (Criminal Justice and Support for Victims) Act (Northern Ireland)"
                " 2015, ss. 15 and 28(5)",
            ),
        ),
    ),
)


@transaction.atomic
def keep_questions(today: date) -> int:
    """Keep the demo's questions, if there is none yet. Answers how many were kept."""
    if policy_questions(by=SYSTEM):
        return 0
    for one in QUESTIONS:
        _keep(one, today)
    return len(QUESTIONS)


def _keep(told: DemoQuestion, today: date) -> UUID:
    first, *others = told.entries
    kept = add_question(text=told.text, jurisdiction=told.place, law=told.law, first=first, by=SYSTEM, today=today)
    for seen, entry in enumerate(others, start=1):
        add_entry(question_id=kept, entry=entry, seen=seen, by=SYSTEM, today=today)
    return kept
