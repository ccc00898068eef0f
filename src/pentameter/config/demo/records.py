"""Reports as support organisations send them: referrals in the national form, and HTCDS 2.0 records."""

from collections.abc import Iterable, Mapping
from datetime import date

from pentameter.config.demo.dialects import Written
from pentameter.config.demo.shipments import Shipment

_FACTS = {
    "name": "name",
    "role": "role",
    "sex": "sex",
    "dob": "date_of_birth",
    "nationality": "nationality",
    "document": "document",
}
_PEOPLE = ("person1", "person2", "person3")
_GRADE = {"scheme": "grade_scheme", "source": "source_grade", "information": "information_grade"}
_SEXES = {"female": "Feminine", "male": "Masculine", "unknown": "NonSpecifiedUnknown"}
_STATES = {"victim": "ActualVictimOfTrafficking", "possible_victim": "PossibleVictimOfTrafficking"}
_EXPLOITATION = {
    "sexual_exploitation": "SexualExploitation",
    "forced_labour": "ForcedLabour",
    "organ_removal": "OrganRemoval",
}
_CONTROL = {
    "debt_bondage": "DebtBondage ",  # the standard's own form has the space behind it
    "deception": "FalsePromises",
    "intimidation_and_threats": "PhysicalThreats",
    "restriction_of_movement": "RestrictsMovement",
    "retention_of_identity_documents": "WithholdsDocuments",
    "withholding_of_wages": "TakesEarnings",
    "abusive_conditions": "WithholdsNecessities",
    "excessive_overtime": "ExcessiveWorkingHours",
    "isolation": "PsychologicalAbuse",
}
_BESIDE = (
    "report_ref", "force_area", "grade_scheme", "source_grade", "information_grade", "handling_code",
    "handling_conditions", "handling_recipients", "malicious", "text", "means", "premises_kind", "premises_address",
    "premises_postcode", "organisation_name", "route",
    *(f"{person}_{fact}" for person in _PEOPLE[1:] for fact in _FACTS),
)  # fmt: skip
"""What the standard has no field for: the template's columns stand beside its own."""
_LEFT_OUT = frozenset({"vehicle", "advert"})
"""What these records do not mention, so that no link may."""


def nrm(shipment: Shipment) -> dict[str, object]:
    """A file of referrals in the JSON form modelled on the national referral form."""
    return {
        "form": "nrm",
        "version": 1,
        "agency": shipment.agency,
        "referrals": [_referral(line.cells) for line in shipment.lines],
    }


def htcds(shipment: Shipment) -> dict[str, object]:
    """A file of records of the Human Trafficking Case Data Standard 2.0."""
    records = [_said(_record(line.cells)) for line in shipment.lines]
    return {"form": "htcds", "standard": "HTCDS", "version": "2.0", "agency": shipment.agency, "records": records}


def _referral(row: Written) -> dict[str, object]:
    others = [_person(row, person) for person in _PEOPLE[1:] if row.get(f"{person}_name")]
    return _said(
        {
            "reference": row["report_ref"],
            "referred_on": row["reported_on"],
            "grade": _grade(row),
            "potential_victim": _person(row, _PEOPLE[0]),
            "others": others,
            "exploitation": _exploitation(row),
            "source": _said({"identity": row.get("source_identity")}),
            "phones": [row[name] for name in ("phone1", "phone2") if row.get(name)],
            "vehicle": _of(row, "vehicle", ("registration", "description")),
            "premises": _of(row, "premises", ("kind", "address", "postcode")),
            "advert": _of(row, "advert", ("site", "reference")),
            "organisation": _of(row, "organisation", ("name",)),
            "links": _several(row, "links"),
        }
    )


def _grade(row: Written) -> dict[str, object]:
    return _said(
        {name: row[column] for name, column in _GRADE.items()}
        | {
            "handling": row["handling_code"],
            "conditions": row["handling_conditions"],
            "recipients": _several(row, "handling_recipients"),
            "malicious": row["malicious"] == "yes",
        }
    )


def _exploitation(row: Written) -> dict[str, object]:
    return _said(
        {
            "type": row["theme"],
            "from": row.get("event_from"),
            "to": row.get("event_to"),
            "force_area": row["force_area"],
            "place": row["place"],
            "postcode": row["postcode"],
            **{name: _several(row, name) for name in ("acts", "means", "purposes", "indicators")},
            "account": row["text"],
            "account_as_given": row.get("original_text"),
            "advertised": row["advertised"] == "yes" if row.get("advertised") else None,
            "price": int(str(row["price"])) if row.get("price") else None,
            "currency": row.get("currency"),
            "route": _several(row, "route"),
        }
    )


def _record(row: Written) -> dict[str, object]:
    first, _, second = str(row.get("person1_name", "")).rpartition(" ")
    controls = [_CONTROL[one] for one in _several(row, "indicators") if one in _CONTROL]
    coded = _EXPLOITATION.get(str(row["theme"]))
    return {
        **{name: row.get(name) for name in _BESIDE},
        "cas_IncomingReferralDate": row["reported_on"],
        "prs_First_Name": first or second,
        "prs_SecondName": second if first else None,
        "prs_Birthdate": row.get("person1_dob"),
        "prs_Gender": _SEXES.get(str(row.get("person1_sex"))),
        "prs_Citizenship": row.get("person1_nationality"),
        "prs_IdentityNumber": row.get("person1_document"),
        "prs_MobilePhone": row.get("phone1"),
        "prs_HomePhone": row.get("phone2"),
        "vic_TraffickingStatus": _STATES.get(str(row.get("person1_role"))),
        "vic_TypeOfExploitation": coded,
        "theme": None if coded else row["theme"],
        "vic_Methods_of_Control": ";".join(controls),
        "hte_Date": row.get("event_from"),
        "hte_City": row["place"],
        "hte_Country": "GB",
        "hte_PostalCode": row["postcode"],
        "con_Consent": True,
        "links": "; ".join(one for one in _several(row, "links") if not _LEFT_OUT & set(one.split())),
    }


def _person(row: Written, person: str) -> dict[str, object]:
    return _said({name: row.get(f"{person}_{fact}") for fact, name in _FACTS.items()})


def _of(row: Written, thing: str, facts: Iterable[str]) -> dict[str, object]:
    return _said({fact: row.get(f"{thing}_{fact}") for fact in facts})


def _several(row: Written, name: str) -> list[str]:
    return [one.strip() for one in str(row.get(name, "")).split(";") if one.strip()]


def _said(values: Mapping[str, object]) -> dict[str, object]:
    """Without what is empty; days as people's programs write them."""
    kept = {name: value for name, value in values.items() if value not in (None, "", [], {})}
    return {name: value.isoformat() if isinstance(value, date) else value for name, value in kept.items()}
