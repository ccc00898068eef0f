"""From a case to a record that another system reads: its own facts first, then the further ones as they came."""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from enum import StrEnum

from pentameter.victims.rules.cases import CaseState, Identity, Practical
from pentameter.victims.rules.htcds import languages
from pentameter.victims.rules.htcds.fields import FIELDS
from pentameter.victims.rules.htcds.placing import SEXES
from pentameter.victims.rules.htcds.reading import Record

_A_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_GENDERS = {"female": "Feminine", "male": "Masculine"}
_CLOSED = frozenset({"Closed", "ClosedReferred"})


class Standing(StrEnum):
    """What was decided about her, in the standard's words."""

    POSSIBLE = "PossibleVictimOfTrafficking"
    ACTUAL = "ActualVictimOfTrafficking"
    NOT = "NotAVictimOfTrafficking"


def record_of(
    identity: Identity,
    practical: Practical,
    further: Mapping[str, str],
    *,
    found_on: date,
    state: CaseState,
    decided: Standing | None,
) -> Record:
    """The record of a case. Never where she sleeps, never a deprecated field, never what she agreed to elsewhere."""
    own = {
        **dict(_names(identity, further)),
        **dict(_person(identity, further)),
        **dict(_phones(identity, further)),
        "prs_PrimaryLanguage": languages.three(practical.language),
        "cas_IncomingReferralDate": found_on.isoformat(),
        "vic_TraffickingStatus": decided or further.get("vic_TraffickingStatus", Standing.POSSIBLE),
        "cas_Status": _status(state, further.get("cas_Status", "")),
    }
    beside = {name: text for name, text in further.items() if _goes_out(name) and name not in own}
    said = {name: str(text) for name, text in (own | beside).items() if text}
    order = {name: place for place, name in enumerate(FIELDS)}
    return Record(dict(sorted(said.items(), key=lambda one: (order.get(one[0], len(order)), one[0]))))


def _goes_out(name: str) -> bool:
    """Whether a further fact is written: fields of the standard that are in use and have no place of their own."""
    field = FIELDS.get(name)
    return field is not None and not field.deprecated and field.place == "further"


def _names(identity: Identity, further: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """The middle name apart, where it came so and still stands at the end of her given names."""
    middle = further.get("prs_MiddleName", "")
    given = identity.given or ("" if identity.surname else identity.name)
    apart = bool(middle) and (given == middle or given.endswith(f" {middle}"))
    yield "prs_FirstName", given.removesuffix(middle).rstrip() if apart else given
    yield "prs_MiddleName", middle if apart else ""
    yield "prs_SecondName", identity.surname


def _person(identity: Identity, further: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """A fuller word that came with the record is written as long as it still says the same."""
    gender, citizenship = further.get("prs_Gender", ""), further.get("prs_Citizenship", "")
    same_sex = bool(gender) and SEXES.get(gender, "") == identity.sex
    same_country = bool(citizenship) and citizenship.partition(";")[0] == identity.nationality
    yield "prs_Birthdate", identity.born if _A_DAY.fullmatch(identity.born) else ""
    yield "prs_Gender", gender if same_sex else _GENDERS.get(identity.sex, "")
    yield "prs_Citizenship", citizenship if same_country else identity.nationality
    yield "prs_IdentityNumber", "; ".join(identity.documents)


def _phones(identity: Identity, further: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Each number in the field it came in; others fill what is free, the mobile first."""
    fields = ("prs_MobilePhone", "prs_HomePhone")
    came = {name: further.get(name, "") for name in fields}
    kept = {name: number for name, number in came.items() if number in identity.phones}
    free = iter(number for number in identity.phones if number not in kept.values())
    for name in fields:
        yield name, kept[name] if name in kept else next(free, "")


def _status(state: CaseState, came: str) -> str:
    if state is CaseState.OPEN:
        return came if came and came not in _CLOSED else "Active"
    return came if came in _CLOSED else "Closed"
