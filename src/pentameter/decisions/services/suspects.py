"""Asking whether suspects may be somebody protected. Justice gets one of three words, and nothing else.

A victim who is made to offend must not be charged unseen. Only here both sides may be asked; what is found goes to
justice as "may be somebody protected: call the duty desk". What cannot be read, or says too little, may be.
"""

from collections.abc import Iterator
from datetime import date

from django.db import transaction

from pentameter.decisions.matching import Birth, Screen, Subject
from pentameter.decisions.protected import everybody, subjects
from pentameter.decisions.reading import NotADate, born, country
from pentameter.justice import api as justice
from pentameter.kernel import clock
from pentameter.kernel.actor import Actor
from pentameter.victims.api import holds_mark

AT_ONCE = 200


@transaction.atomic
def ask_about_suspects(*, by: Actor) -> int:
    """Ask about the next suspects of whom it has to be asked. Answers about how many.

    The mark of holds is read before anybody is compared, so that what changes meanwhile is asked again.
    """
    now = clock.now()
    if not justice.anybody_to_ask_about(mark=holds_mark(), now=now):
        return 0
    held = everybody()
    asked = justice.to_ask_about(mark=held.mark, now=now, most=AT_ONCE)
    screen, today = Screen(subjects(held.people, clock.today())), clock.today()
    answers = {one.suspect_id: _answer(screen, one, today, whole=not held.unreadable) for one in asked}
    if answers:
        versions = {one.suspect_id: one.version for one in asked}
        justice.keep_answers(answers=answers, mark=held.mark, by=by, versions=versions)
    return len(answers)


def _answer(screen: Screen, asked: justice.AskedAbout, today: date, *, whole: bool) -> bool | None:
    """Whether the suspect may be somebody protected. None: not known, for somebody could not be compared."""
    if asked.person is None:
        return None
    if any(screen.answer(one).held for one in _subjects(asked.person, str(asked.suspect_id), today)):
        return True
    return False if whole else None


def _subjects(person: justice.Person, identifier: str, today: date) -> Iterator[Subject]:
    """The person by each name that is known of them."""
    others = (one for part in person.other_names.split(";") for one in part.split(","))
    for name in (person.name, *(one.strip() for one in others if one.strip())):
        yield Subject(
            id=identifier,
            name=name,
            born=_born(person.born, today),
            sex=person.sex,
            nationality=country(person.nationality),
            document=person.document,
        )


def _born(text: str, today: date) -> Birth | None:
    """A date that cannot be read says nothing; the name still finds."""
    try:
        return born(text, today) if text else None
    except NotADate:
        return None
