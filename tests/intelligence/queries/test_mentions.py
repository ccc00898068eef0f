"""Mentions are opened for linking, and shown to whoever may read their reports."""

import pytest

import cast
from intelligence import ground
from pentameter.intelligence.keys import keys_of
from pentameter.intelligence.models import DataKey, Mention, Report
from pentameter.intelligence.queries.mentions import (
    areas_of_reports,
    mentions_by_id,
    mentions_of_reports,
    readable_reports,
    shown_mentions,
)
from pentameter.kernel.sealing import SealBroken

pytestmark = pytest.mark.django_db

CODES = {"P": "Durham's, for all", "C": "Durham's, for Durham"}


def sent() -> dict[str, Report]:
    """Two reports of Durham: one that is released, one that stays at home."""
    wave_id = ground.wave()
    cast.agency(cast.cleveland_sergeant())
    rows = [
        ground.good(1, handling_code="P", person1_name="Mira Testova", person1_dob="1989-02-28", phone1="07700 900417"),
        ground.good(2, handling_code="C", handling_conditions="Ask first.", person1_name="Mira Tesztova"),
    ]
    assert ground.sent(ground.csv_of(rows), wave_id).accepted == 2
    return {report.handling: report for report in Report.objects.all()}


def test_linking_opens_what_reports_mention() -> None:
    reports = sent()
    found = mentions_of_reports([reports["P"].id])
    assert [(one.kind, one.position) for one in found] == [("person", 0), ("phone", 1)]
    assert found[0].values["name"] == "Mira Testova"
    assert found[0].agency == "durham"
    assert found[1].identifier_index != ""
    assert mentions_by_id([found[0].id]) == {found[0].id: found[0]}


def test_a_reader_is_shown_what_is_released_and_nothing_of_the_rest() -> None:
    reports = sent()
    everything = list(Mention.objects.values_list("id", flat=True))
    at_home = shown_mentions(everything, cast.durham_constable())
    next_door = shown_mentions(everything, cast.cleveland_sergeant())
    assert len(at_home) == 3
    assert {one.ground.report for one in next_door.values()} == {reports["P"].id}
    assert {one.mention.values.get("name", "") for one in next_door.values()} == {"Mira Testova", ""}
    assert shown_mentions(everything, cast.administrator()).keys() <= next_door.keys()


def test_linking_is_told_where_it_happened() -> None:
    wave_id = ground.wave()
    ground.sent(ground.csv_of([ground.good(1, place="Durham", postcode="DH1 3XX", person1_name="Mira")]), wave_id)
    report = Report.objects.get()
    (found,) = mentions_of_reports([report.id])
    assert (found.area, found.place, found.postcode) == (report.area, "Durham", "DH1 3XX")
    assert areas_of_reports([report.id]) == {report.id: report.area}


def test_reports_are_told_apart_by_who_may_read_them() -> None:
    reports = sent()
    both = [one.id for one in reports.values()]
    assert readable_reports(both, cast.durham_constable()) == set(both)
    assert readable_reports(both, cast.cleveland_sergeant()) == {reports["P"].id}


def test_each_asks_a_fixed_number_of_queries(django_assert_num_queries) -> None:
    sent()
    everything = list(Mention.objects.values_list("id", flat=True))
    with django_assert_num_queries(3):  # what may be read, the mentions, the key of their one agency
        shown_mentions(everything, cast.durham_constable())


def test_a_key_that_does_not_open_hides_only_what_its_agency_sent() -> None:
    report = sent()["P"]
    keys_of("cleveland")
    DataKey.objects.filter(agency_id="cleveland").update(wrapped=b"another root key's")
    assert len(mentions_of_reports([report.id])) == 2
    DataKey.objects.update(wrapped=b"another root key's")
    with pytest.raises(SealBroken):
        mentions_of_reports([report.id])
