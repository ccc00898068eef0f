"""Everyone who is protected, and as the matching wants them: a subject for each of their names and documents."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from pentameter.decisions.matching import Birth, Subject
from pentameter.decisions.queries.windows import open_windows
from pentameter.decisions.reading import NotADate, born, country
from pentameter.victims.api import HeldPeople, HeldPerson, Identity, held_people, holds_mark


def everybody() -> HeldPeople:
    """Who is held by the clocks, or by days to ask for a reconsideration that run from the serving.

    The mark is read before both, so that a window which opens meanwhile counts as later.
    """
    mark = holds_mark()
    return replace(held_people(besides=open_windows()), mark=mark)


def subjects(people: Iterable[HeldPerson], today: date) -> Iterator[Subject]:
    """The subjects of all; the id of each is the case's."""
    for person in people:
        first = person.identity.documents[0] if person.identity.documents else ""
        for name, given, surname in _names(person.identity):
            yield _subject(person, name, given, surname, first, today)
        for document in person.identity.documents[1:]:
            yield _subject(person, *_names(person.identity)[0], document, today)


def _names(said: Identity) -> list[tuple[str, str, str]]:
    """Whole name, given name and surname: as she is called, as it is told apart where both are, and her other names."""
    apart = [("", said.given, said.surname)] if said.given.strip() or said.surname.strip() else []
    whole = [(one, "", "") for one in (said.name, *said.other_names) if one.strip()]
    return [*apart, *whole] or [("", "", "")]


def _subject(person: HeldPerson, name: str, given: str, surname: str, document: str, today: date) -> Subject:
    said = person.identity
    return Subject(
        id=str(person.case_id),
        name=name,
        given=given,
        surname=surname,
        born=_born(said.born, today),
        sex=said.sex,
        nationality=country(said.nationality),
        document=document,
    )


def _born(text: str, today: date) -> Birth | None:
    """A date that cannot be read says nothing of her; her name still finds her."""
    try:
        return born(text, today)
    except NotADate:
        return None
