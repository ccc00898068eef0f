"""The tables of the standard: the same fields as the intake's, every list with its codes, every field with a place."""

from pentameter.intelligence.intake.readers import htcds
from pentameter.victims.rules.htcds.fields import CODES, FIELDS, Kind


def test_the_fields_are_those_that_the_intake_knows() -> None:
    assert set(FIELDS) == set(htcds.FIELDS)
    assert len(FIELDS) == 83


def test_every_list_has_its_codes_and_nothing_else_has() -> None:
    assert {name for name, field in FIELDS.items() if field.kind in (Kind.ONE, Kind.SEVERAL)} == set(CODES)


def test_three_fields_are_deprecated_and_the_core_is_forty() -> None:
    deprecated = {name for name, field in FIELDS.items() if field.deprecated}
    assert deprecated == {"vic_AgreementToManagePersonalData", "vic_Vulnerabilities", "vic_DetailsOfVulnerabilities"}
    assert sum(field.core for field in FIELDS.values()) == 40


def test_every_field_has_a_place() -> None:
    places = {"identity", "practical", "whereabouts", "found_on", "standing", "asked_again", "further"}
    assert {field.place for field in FIELDS.values()} == places
