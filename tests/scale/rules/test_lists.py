"""Which list an organisation keeps: by its short name, else its kind, else its sector."""

import pytest

from pentameter.kernel.actor import AgencySector
from pentameter.scale.mapping import shipped
from pentameter.scale.rules.lists import Keeps, Kind, Organisation, list_of, named


@pytest.mark.parametrize(
    ("kind", "sector", "kept"),
    [
        ("territorial", AgencySector.POLICE, Kind.POLICE),
        ("special", AgencySector.POLICE, Kind.POLICE),
        ("support organisation", AgencySector.SUPPORT, Kind.NGO),
        ("local authority", AgencySector.SUPPORT, Kind.LOCAL_AUTHORITY),
        ("public line", AgencySector.SUPPORT, Kind.PUBLIC),
        ("agency (not a force)", AgencySector.LAW_ENFORCEMENT, Kind.NATIONAL),
        ("coordination centre", AgencySector.NATIONAL_CENTRE, Kind.NATIONAL),
        ("", AgencySector.LABOUR_INSPECTORATE, Kind.GOVERNMENT),
        ("", AgencySector.IMMIGRATION_ENFORCEMENT, Kind.GOVERNMENT),
        ("", AgencySector.STATISTICS, None),
        ("", AgencySector.OVERSIGHT, None),
    ],
)
def test_the_mapping_that_comes_with_it(kind: str, sector: AgencySector, kept: Kind | None) -> None:
    assert list_of(Organisation("some-agency", kind, sector), shipped()) is kept


@pytest.mark.parametrize("sector", list(AgencySector), ids=lambda one: one.value)
def test_every_sector_has_a_line(sector: AgencySector) -> None:
    assert ("sector", sector.value) in {(line.by, line.value) for line in shipped()}


def test_the_most_specific_line_counts() -> None:
    lines = (
        Keeps("sector", "support", Kind.NGO, ""),
        Keeps("kind", "hotline", Kind.PUBLIC, ""),
        Keeps("agency", "one", None, ""),
    )
    assert list_of(Organisation("other", "hotline", AgencySector.SUPPORT), lines) is Kind.PUBLIC
    assert list_of(Organisation("one", "hotline", AgencySector.SUPPORT), lines) is None
    assert list_of(Organisation("one", "hotline", AgencySector.SUPPORT), ()) is None


def test_codes_in_words() -> None:
    assert (named("NCA"), named("LA"), named("Clinics")) == ("national agency", "local authority", "Clinics")
