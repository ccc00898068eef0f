"""Where a record's facts go in a case: who she is, what to know when speaking with her, where she is, and the rest."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from pentameter.victims.rules.cases import Age, Identity, Practical, Whereabouts
from pentameter.victims.rules.htcds import languages
from pentameter.victims.rules.htcds.fields import FIELDS
from pentameter.victims.rules.htcds.reading import Fault, Record

SEXES = {"Feminine": "female", "TransgenderFeminine": "female", "Masculine": "male", "TransgenderMasculine": "male"}
_ADDRESS = (
    *("prs_MailingStreet", "prs_MailingCity", "prs_MailingState", "prs_MailingPostalCode", "prs_MailingCountry"),
    *("prs_MailingLatitude", "prs_MailingLongitude"),
)
_IN_FULL = frozenset({"prs_FirstName", "prs_SecondName", "prs_IdentityNumber", "prs_PrimaryLanguage", *_ADDRESS})
"""Fields of which a case keeps everything in its own place, so that they are no further facts beside it."""
_OLDEST = 120
_OF_AGE = 18


@dataclass(frozen=True, slots=True)
class Placed:
    """What a case begins with. `further`: the fields for which it has no place, or no place that keeps all of it."""

    identity: Identity
    age: Age
    practical: Practical
    whereabouts: Whereabouts
    found_on: date | None
    further: Mapping[str, str]


def placed(record: Record, *, today: date, age_unknown: Age) -> tuple[Placed, tuple[Fault, ...]]:
    """The record's facts in their places, and what cannot be. `age_unknown`: where no date of birth tells her age."""
    found_on = date.fromisoformat(record["cas_IncomingReferralDate"]) if record["cas_IncomingReferralDate"] else None
    case = Placed(
        identity=_identity(record),
        age=_age(record["prs_Birthdate"], today, age_unknown),
        practical=Practical(language=languages.kept(record["prs_PrimaryLanguage"])),
        whereabouts=_whereabouts(record),
        found_on=found_on,
        further=_further(record),
    )
    return case, tuple(_impossible(record["prs_Birthdate"], found_on, today))


def _identity(record: Record) -> Identity:
    first, middle, second = (record[f"prs_{part}Name"] for part in ("First", "Middle", "Second"))
    together = " ".join(filter(None, (first, middle)))
    only = bool(first) and not middle and not second
    phones = dict.fromkeys(filter(None, (record["prs_MobilePhone"], record["prs_HomePhone"])))
    return Identity(
        name=first if only else "",
        given="" if only else together,
        surname=second,
        born=record["prs_Birthdate"],
        sex=SEXES.get(record["prs_Gender"], ""),
        nationality=record["prs_Citizenship"].partition(";")[0],
        documents=tuple(filter(None, record["prs_IdentityNumber"].split("; "))),
        phones=tuple(phones),
    )


def _whereabouts(record: Record) -> Whereabouts:
    where = ", ".join(filter(None, (record[name] for name in _ADDRESS)))
    return Whereabouts(where=where, note="The mailing address that came with the record." if where else "")


def _further(record: Record) -> dict[str, str]:
    """What is kept beside. A telephone number's field, a middle name and the like are needed to write them again."""
    return {name: text for name, text in record.said.items() if name not in _IN_FULL}


def _age(born: str, today: date, unknown: Age) -> Age:
    if not born:
        return unknown
    earliest, latest = _span(born)
    if _years(latest, today) >= _OF_AGE:
        return Age.ADULT
    return Age.CHILD if _years(earliest, today) < _OF_AGE else Age.MAYBE_CHILD


def _span(born: str) -> tuple[date, date]:
    """The first and the last day on which she can have been born."""
    year, month, day = (int(part) for part in f"{born}-0-0".split("-")[:3])
    first = date(year, month or 1, day or 1)
    if day:
        return first, first
    following = date(year + (month in (0, 12)), month % 12 + 1 if month else 1, 1)
    return first, date.fromordinal(following.toordinal() - 1)


def _years(born: date, today: date) -> int:
    return today.year - born.year - ((today.month, today.day) < (born.month, born.day))


def _impossible(born: str, found_on: date | None, today: date) -> list[Fault]:
    faults = []
    if found_on and found_on > today:
        faults.append(_fault("cas_IncomingReferralDate", "has not come yet. Give today or an earlier day."))
    elif found_on and found_on.year < 2000:
        faults.append(_fault("cas_IncomingReferralDate", "lies before anything that is recorded here. Check the year."))
    if born and _span(born)[0] > min(found_on or today, today):
        faults.append(_fault("prs_Birthdate", "lies after the day on which she was found. Check both."))
    elif born and _years(_span(born)[1], today) > _OLDEST:
        faults.append(_fault("prs_Birthdate", f"lies more than {_OLDEST} years back. Check the year."))
    return faults


def _fault(name: str, what: str) -> Fault:
    return Fault(name, f"{FIELDS[name].label} {what}")
