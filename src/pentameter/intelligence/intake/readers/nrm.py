"""Referrals in a JSON form modelled on the United Kingdom's national referral mechanism, as cells of the template.

    {"form": "nrm", "version": 1, "agency": "durham", "referrals": [{
      "reference": "DUR-2007-0142", "referred_on": "2007-10-05",
      "grade": {"scheme": "3x5x2", "source": "2", "information": "B", "handling": "P",
                "conditions": "", "recipients": ["cleveland"], "malicious": false},
      "potential_victim": {"name": "", "sex": "", "date_of_birth": "", "nationality": "", "document": ""},
      "others": [{"name": "", "role": "suspect", "sex": "", "date_of_birth": "", "nationality": "", "document": ""}],
      "exploitation": {"type": "sexual_exploitation", "from": "2007-10-01", "to": "2007-10-03", "force_area": "Durham",
                       "place": "", "postcode": "", "acts": [], "means": [], "purposes": [], "indicators": [],
                       "account": "sanitised", "account_as_given": "kept apart",
                       "advertised": true, "price": 60, "currency": "GBP", "route": ["RO", "FR", "GB"]},
      "source": {"identity": ""}, "phones": ["07700 900417"],
      "vehicle": {"registration": "", "description": ""},
      "premises": {"kind": "", "address": "", "postcode": ""},
      "advert": {"site": "", "reference": ""}, "organisation": {"name": ""},
      "links": ["person1 uses phone1"]}]}

Links call the potential victim person1, the others person2 and person3, and the rest as the template does.
At most two others and two phones fit; what the form does not have is named, never dropped.
"""

from collections.abc import Iterator, Mapping
from typing import Final

from pentameter.intelligence.intake.columns import PEOPLE_IN_A_ROW, PHONES_IN_A_ROW
from pentameter.intelligence.intake.readers.json_text import Value

FORMAT: Final = "nrm_json"
VERSION: Final = "1"

_PERSON = {
    "name": "name",
    "role": "role",
    "sex": "sex",
    "date_of_birth": "dob",
    "nationality": "nationality",
    "document": "document",
}
_COLUMNS: Mapping[str, str] = {
    "reference": "report_ref",
    "referred_on": "reported_on",
    "grade.scheme": "grade_scheme",
    "grade.source": "source_grade",
    "grade.information": "information_grade",
    "grade.handling": "handling_code",
    "grade.conditions": "handling_conditions",
    "grade.recipients": "handling_recipients",
    "grade.malicious": "malicious",
    "exploitation.type": "theme",
    "exploitation.from": "event_from",
    "exploitation.to": "event_to",
    "exploitation.account": "text",
    "exploitation.account_as_given": "original_text",
    **{
        f"exploitation.{name}": name
        for name in ("force_area", "place", "postcode", "acts", "means", "purposes", "indicators")
    },
    **{f"exploitation.{name}": name for name in ("advertised", "price", "currency", "route")},
    "source.identity": "source_identity",
    "vehicle.registration": "vehicle_registration",
    "vehicle.description": "vehicle_description",
    "premises.kind": "premises_kind",
    "premises.address": "premises_address",
    "premises.postcode": "premises_postcode",
    "advert.site": "advert_site",
    "advert.reference": "advert_reference",
    "organisation.name": "organisation_name",
    "links": "links",
    **{f"potential_victim.{fact}": f"person1_{column}" for fact, column in _PERSON.items()},
    **{
        f"others.{n - 1}.{fact}": f"person{n}_{column}"
        for n in range(2, PEOPLE_IN_A_ROW + 1)
        for fact, column in _PERSON.items()
    },
    **{f"phones.{n}": f"phone{n}" for n in range(1, PHONES_IN_A_ROW + 1)},
}
"""The template's column for each place in a referral."""

_NUMBERED: Final = frozenset({"others", "phones"})


def cells(referral: Mapping[str, Value], fields: Mapping[str, Value]) -> dict[str, str]:
    """A referral as cells of the template. A place that the form does not have keeps its own name, and is reported."""
    found = {_COLUMNS.get(place, f"referral.{place}"): text for place, text in _places("", referral)}
    if any(name.startswith("person1_") and text for name, text in found.items()):
        found["person1_role"] = found.get("person1_role") or "possible_victim"
    if "agency" in fields:
        found["agency"] = text_of(fields["agency"])
    return found


def _places(at: str, value: Value) -> Iterator[tuple[str, str]]:
    """Every place that says something, with its text."""
    if isinstance(value, dict):
        for name, inner in value.items():
            plain = name.replace(".", "_")
            yield from _places(f"{at}.{plain}" if at else plain, inner)
    elif isinstance(value, list) and (at in _NUMBERED or any(isinstance(one, dict | list) for one in value)):
        for number, inner in enumerate(value, start=1):
            yield from _places(f"{at}.{number}", inner)
    else:
        yield at, text_of(value)


def text_of(value: Value) -> str:
    """A value as a cell holds it."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list):
        return "; ".join(map(text_of, value))
    return "" if value is None else str(value)
