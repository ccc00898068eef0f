"""The people and things that a report mentions, each with the form by which it is found elsewhere."""

from collections.abc import Iterator

from pentameter.intelligence.intake.columns import LABELS, PEOPLE_IN_A_ROW, PHONES_IN_A_ROW
from pentameter.intelligence.intake.drafts import MentionDraft
from pentameter.intelligence.intake.interpret.reading import Reading
from pentameter.intelligence.intake.limits import EARLIEST_YEAR
from pentameter.intelligence.intake.normalise import countries, dates, identifiers, phones, postcodes
from pentameter.intelligence.intake.normalise.words import shown
from pentameter.intelligence.vocabulary import MentionKind

_FACTS = ("name", "role", "sex", "dob", "nationality", "document")
_PEOPLE = tuple(tuple(f"person{n}_{fact}" for fact in _FACTS) for n in range(1, PEOPLE_IN_A_ROW + 1))
_THINGS = frozenset(name for name in LABELS if name.startswith(("vehicle_", "premises_", "advert_", "organisation_")))
_PHONES = tuple(f"phone{n}" for n in range(1, PHONES_IN_A_ROW + 1))


def mentions(reading: Reading) -> dict[str, MentionDraft]:
    """Everything the row mentions, in the order of its columns, each by the name that links have for it."""
    found = {**dict(_people(reading)), **dict(_phones(reading))}
    if not reading.cells.keys().isdisjoint(_THINGS):
        for thing in (_vehicle, _premises, _advert, _organisation):
            found |= {one.kind.value: one for one in thing(reading)}
    return found


def _mention(kind: MentionKind, identifier: str, /, **values: str | None) -> MentionDraft:
    return MentionDraft(kind, {name: value for name, value in values.items() if value}, identifier)


def _people(reading: Reading) -> Iterator[tuple[str, MentionDraft]]:
    for n, columns in enumerate(_PEOPLE, start=1):
        if not reading.cells.keys().isdisjoint(columns):
            yield f"person{n}", _person(reading, columns)


def _person(reading: Reading, columns: tuple[str, ...]) -> MentionDraft:
    name, role, sex, dob, nationality, document = columns
    number = identifiers.compact(reading.fact(document) or "")
    return _mention(
        MentionKind.PERSON,
        number,
        name=" ".join((reading.fact(name) or "").split()),
        role=reading.code(role),
        sex=reading.code(sex),
        dob=_born(reading, dob),
        nationality=_nationality(reading, nationality),
        document=number,
    )


def _born(reading: Reading, name: str) -> str:
    """A date of birth in ISO form, or the year where only that is known."""
    if (cell := reading.fact(name)) is None:
        return ""
    if len(cell) > 6 or (year := dates.year_alone(cell)) is None:
        if dates.day(cell, reading.today.year) is None:
            other = "" if dates.nearest(cell, reading.today.year) else ", or the year alone"
            reading.not_a_date(name, cell, needed=False, other=other)
            return ""
        day = reading.day(name)
        return day.isoformat() if day else ""
    if not EARLIEST_YEAR <= int(year) <= reading.today.year:
        reading.problem(name, "date", f"{year} is no year of birth of anyone alive. Check it, or leave it empty.")
        return ""
    return year


def _nationality(reading: Reading, name: str) -> str:
    if (cell := reading.cells.get(name)) is None:
        return ""
    if code := countries.code(cell):
        return code
    if reading.fact(name) is not None:
        reading.problem(
            name,
            "nationality",
            f"{shown(cell)} is no country we know. Write its name or its code, such as Romania or RO.",
        )
    return ""


def _phones(reading: Reading) -> Iterator[tuple[str, MentionDraft]]:
    for name in _PHONES:
        if (cell := reading.fact(name)) is None:
            continue
        if phone := phones.parse(cell, phones.region_of(reading.agency)):
            yield name, _mention(MentionKind.PHONE, phone.number, number=phone.number, extension=phone.extension)
        else:
            reading.problem(
                name,
                "phone",
                f"{shown(cell)} is not a telephone number. Write one number as it is dialled, such as 07700 900417, "
                "or with its country code, such as +353 20 912 3456.",
            )


def _vehicle(reading: Reading) -> Iterator[MentionDraft]:
    registration = identifiers.compact(reading.fact("vehicle_registration") or "")
    description = reading.fact("vehicle_description")
    if registration or description:
        yield _mention(MentionKind.VEHICLE, registration, registration=registration, description=description)


def postcode(reading: Reading, name: str) -> str:
    """The postcode in a cell, as it is printed."""
    if (cell := reading.fact(name)) is None:
        return ""
    if (code := postcodes.parse(cell)) is None:
        reading.problem(
            name,
            "postcode",
            f"{shown(cell)} is not a postcode. Write one such as DH1 3XX or D02 X285, or leave it empty.",
        )
        return ""
    return code


def _premises(reading: Reading) -> Iterator[MentionDraft]:
    kind, address = reading.fact("premises_kind"), reading.fact("premises_address")
    code = postcode(reading, "premises_postcode")
    if kind or address or code:
        identifier = identifiers.premises(address or "", code)
        yield _mention(MentionKind.PREMISES, identifier, kind=kind, address=address, postcode=code)


def _advert(reading: Reading) -> Iterator[MentionDraft]:
    site, reference = reading.fact("advert_site"), reading.fact("advert_reference")
    if site or reference:
        yield _mention(
            MentionKind.ADVERT, identifiers.advert(site or "", reference or ""), site=site, reference=reference
        )


def _organisation(reading: Reading) -> Iterator[MentionDraft]:
    if name := reading.fact("organisation_name"):
        yield _mention(MentionKind.ORGANISATION, identifiers.organisation(name), name=name)
