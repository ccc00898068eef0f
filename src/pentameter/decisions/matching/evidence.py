"""What speaks for and against two records being one person, in words and in points."""

from collections.abc import Iterator
from dataclasses import dataclass

from pentameter.decisions.matching import births, documents, names, weights
from pentameter.decisions.matching.births import Birth
from pentameter.decisions.matching.documents import Numbers
from pentameter.decisions.matching.names import Name
from pentameter.decisions.matching.subjects import Subject

_FEMALE = frozenset({"f", "female", "woman", "girl", "w"})
_MALE = frozenset({"m", "male", "man", "boy"})


@dataclass(frozen=True, slots=True)
class Known:
    """A subject as the matching sees it: everything read once."""

    id: str
    name: Name
    born: Birth | None
    sex: str
    nationality: str
    document: str


@dataclass(frozen=True, slots=True)
class Evidence:
    """For the duty desk alone: why a line may be this person. The points never leave the matching for immigration."""

    person: str
    points: float
    reasons: tuple[str, ...]


def known(subject: Subject) -> Known:
    """The subject with its name in plain words and its document number in one form."""
    cells = [cell for cell in (subject.given, subject.surname) if cell.strip()]
    whole = [subject.name] if subject.name.strip() and len(cells) != 2 else []
    return Known(
        subject.id,
        names.name(*whole, *([] if whole else cells)),
        subject.born,
        _sex(subject.sex),
        subject.nationality.strip().upper(),
        documents.number(subject.document),
    )


def _sex(text: str) -> str:
    text = text.strip().casefold()
    return "female" if text in _FEMALE else "male" if text in _MALE else ""


def points(line: Known, person: Known) -> float:
    """How much speaks for the two being one person, less what speaks against it."""
    name = names.agreement(line.name, person.name).points
    document = weights.OF_DOCUMENT[documents.compare(line.document, person.document)]
    if line.name.length and name < weights.LEAST_OF_NAME and document <= 0:
        return float("-inf")
    return name + document + beside(line, person)


def beside(line: Known, person: Known) -> float:
    """What date of birth, nationality and sex add."""
    total = weights.OF_BIRTH[births.likeness(line.born, person.born)]
    if line.nationality and person.nationality:
        same = line.nationality == person.nationality
        total += weights.SAME_NATIONALITY if same else weights.OTHER_NATIONALITY
    if line.sex and person.sex:
        total += weights.SAME_SEX if line.sex == person.sex else weights.OTHER_SEX
    return total


def evidence(line: Known, person: Known) -> Evidence:
    """The same, with its reasons."""
    return Evidence(person.id, points(line, person), tuple(_reasons(line, person)))


def _reasons(line: Known, person: Known) -> Iterator[str]:
    yield from names.agreement(line.name, person.name).reasons
    yield births.likeness(line.born, person.born).value
    numbers = documents.compare(line.document, person.document)
    if numbers is not Numbers.UNKNOWN:
        yield numbers.value
    for what, one, other in (("nationality", line.nationality, person.nationality), ("sex", line.sex, person.sex)):
        if one and other:
            yield f"the same {what}" if one == other else f"another {what}"
