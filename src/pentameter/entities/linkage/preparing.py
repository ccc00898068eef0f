"""Facts brought into the forms in which they are compared. What cannot be read is not known."""

from collections.abc import Iterable

from pentameter.entities.linkage import births, contacts
from pentameter.entities.linkage.facts import PersonFacts, Prepared
from pentameter.entities.linkage.words import words


def prepare(facts: PersonFacts) -> Prepared:
    """The facts read once."""
    name = words(facts.name)
    born = births.birth(facts.dob) or births.UNKNOWN
    code = contacts.postcode(facts.postcode)
    return Prepared(
        words=name.plain,
        forms=name.forms,
        head=name.head,
        sounds=name.sounds,
        letters=name.letters,
        birth_year=born.year,
        birth_day=born.day,
        sex=contacts.sex(facts.sex) or "",
        nationality=contacts.nationality(facts.nationality) or "",
        phones=_told(contacts.phone(one) for one in facts.phones),
        documents=_told(contacts.document(one) for one in facts.documents),
        postcode=code,
        outward=contacts.outward(code),
        place=contacts.place(facts.place),
    )


def _told(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(set(filter(None, values))))
