"""One new mention against a few candidates, in plain Python."""

from collections.abc import Callable, Iterator
from math import log2

from anyascii import anyascii

from pentameter.entities.linkage.facts import BlockKey, Evidence, Model, PersonFacts, Prepared, Scored
from pentameter.intelligence.intake.normalise import phones, postcodes

PRIOR = -16.0


def prepare(facts: PersonFacts) -> Prepared:
    """The facts read once."""
    plain = "".join(letter if letter.isalpha() else " " for letter in anyascii(facts.name).lower())
    numbers = (phones.parse(one, "GB") for one in facts.phones)
    return Prepared(
        words=tuple(sorted(set(plain.split()))),
        sex=facts.sex.strip().lower()[:1],
        dob=facts.dob.strip(),
        nationality=facts.nationality.strip().upper(),
        phones=tuple(sorted({one.number for one in numbers if one})),
        documents=tuple(sorted({"".join(filter(str.isalnum, one)).upper() for one in facts.documents if one})),
        postcode=postcodes.parse(facts.postcode) or "",
        place=facts.place.strip().lower(),
    )


def block_keys(prepared: Prepared) -> tuple[BlockKey, ...]:
    """The keys under which a mention is found."""
    return tuple(sorted(set(_keys(prepared)), key=lambda key: (key.rule, key.value)))


def _keys(one: Prepared) -> Iterator[BlockKey]:
    yield from (BlockKey("phone", number) for number in one.phones)
    yield from (BlockKey("document", number) for number in one.documents)
    name = " ".join(one.words)
    if name and one.dob:
        yield BlockKey("name and year of birth", f"{name}|{one.dob[:4]}")
    if name and one.postcode:
        yield BlockKey("name and postcode", f"{name}|{one.postcode}")
    if name and one.place:
        yield BlockKey("name and place", f"{name}|{one.place}")


def score(left: Prepared, right: Prepared, *, shared: Callable[[str], int] | None = None) -> Scored:
    """How strongly the two are one person."""
    found = tuple(_evidence(left, right, shared))
    weight = PRIOR + sum(one.weight for one in found)
    return Scored(weight, 1 / (1 + 2**-weight), found, tuple(_contradictions(left, right)))


def _evidence(left: Prepared, right: Prepared, shared: Callable[[str], int] | None) -> Iterator[Evidence]:
    common = set(left.words) & set(right.words)
    if left.words == right.words and left.words:
        yield Evidence("name", "same", 11.0, "Same name")
    elif common:
        yield Evidence("name", "part", 4.0, "Part of the name is the same")
    elif left.words and right.words:
        yield Evidence("name", "different", -5.0, "Different names")
    if left.dob and right.dob:
        if left.dob == right.dob:
            yield Evidence("date of birth", "same", 11.0, "Same date of birth")
        elif left.dob[:4] == right.dob[:4]:
            yield Evidence("date of birth", "year", 2.0, "Same year of birth")
        else:
            yield Evidence("date of birth", "different", -5.0, "Different years of birth")
    if numbers := set(left.phones) & set(right.phones):
        people = max(shared(f"phone {one}") for one in numbers) if shared else 1
        yield Evidence("phone", "same", 10.0 - log2(max(people, 1)) * 2, "Same phone number")
    if set(left.documents) & set(right.documents):
        yield Evidence("document", "same", 14.0, "Same document number")
    if left.postcode and right.postcode:
        same = left.postcode == right.postcode
        yield Evidence("postcode", "same" if same else "different", 9.0 if same else -1.0, "Same postcode")


def _contradictions(left: Prepared, right: Prepared) -> Iterator[str]:
    if left.documents and right.documents and not set(left.documents) & set(right.documents):
        yield "Different document numbers"
    if left.sex and right.sex and left.sex != right.sex:
        yield "Different sexes"


def model() -> Model:
    """The model that speaks."""
    return Model(version="0", decide_at=14.0, propose_at=3.0)
