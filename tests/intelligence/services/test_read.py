"""Reading: by handling code and role, sealed compartments by purpose, every look in the record."""

import json
import uuid
from collections.abc import Callable

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

import cast
from intelligence import ground
from pentameter.audit.models import Entry
from pentameter.intelligence.models import Mention, OriginalText, Report, SourceIdentity
from pentameter.intelligence.queries.reports import Filter
from pentameter.intelligence.services import list_reports, read_original, read_report, read_source
from pentameter.kernel.actor import Actor
from pentameter.kernel.sealing import SealBroken
from pentameter.kernel.verdict import Refused

pytestmark = pytest.mark.django_db(transaction=False)


def a_report(**cells: str) -> Report:
    """A report of Durham's."""
    ground.sent(ground.csv_of([ground.full(1, **cells)]), ground.wave())
    return Report.objects.get()


def test_a_scheme_that_nobody_knows_is_released_to_nobody() -> None:
    report = a_report()
    Report.objects.filter(pk=report.pk).update(scheme="9x9x9")
    assert list_reports(by=cast.cleveland_sergeant()).total == 0
    assert list_reports(by=cast.durham_constable()).total == 1


def test_a_report_opens_with_what_it_mentions_and_leaves_a_row() -> None:
    report = a_report()
    view = read_report(report_id=report.id, by=cast.cleveland_sergeant(), purpose="the same van")
    assert [one.kind for one in view.mentions] == ["person", "phone", "vehicle"]
    assert view.mentions[0].values["name"] == "Mira Testova"
    assert not view.may_read_original
    assert view.file_name == ""
    row = Entry.objects.get(event="report_read")
    assert (row.subject_id, row.purpose) == (str(report.id), "the same van")


@pytest.mark.parametrize("who", [cast.cleveland_sergeant, cast.national_analyst, cast.garda, cast.prosecutor])
def test_a_report_with_conditions_is_as_if_it_never_was(who: Callable[[], Actor]) -> None:
    report = a_report(handling_code="C", handling_conditions="Speak to us first.")
    answers = []
    for report_id in (report.id, uuid.uuid4()):
        with pytest.raises(Refused) as refusal:
            read_report(report_id=report_id, by=who())
        answers.append((refusal.value.reason, refusal.value.hidden))
    assert answers[0] == answers[1]
    assert answers[0][1]


def test_a_named_recipient_reads_it_with_its_conditions() -> None:
    conditions = {"handling_conditions": "Speak to us first.", "handling_recipients": "cleveland"}
    report = a_report(handling_code="C", **conditions)
    view = read_report(report_id=report.id, by=cast.cleveland_sergeant())
    assert (view.conditions, view.recipients) == ("Speak to us first.", ("cleveland",))


ORIGINAL = {
    cast.durham_constable: True,
    cast.durham_sergeant: True,
    cast.cleveland_sergeant: False,
    cast.national_analyst: False,
    cast.caseworker: False,
    cast.auditor: False,
}


@pytest.mark.parametrize("who", ORIGINAL)
def test_the_words_before_sanitising_stay_at_home(who: Callable[[], Actor]) -> None:
    report = a_report()
    if ORIGINAL[who]:
        assert "Example Street" in read_original(report_id=report.id, by=who(), purpose="to check a detail")
    else:
        with pytest.raises(Refused):
            read_original(report_id=report.id, by=who(), purpose="to check a detail")


@pytest.mark.parametrize("who", [*ORIGINAL, cast.durham_system])
def test_the_source_is_known_to_a_supervisor_at_home_alone(who: Callable[[], Actor]) -> None:
    report = a_report()
    if who is cast.durham_sergeant:
        assert "Jo Example" in read_source(report_id=report.id, by=who(), purpose="to protect the source")
        assert Entry.objects.get(event="source_read").purpose == "to protect the source"
    else:
        with pytest.raises(Refused):
            read_source(report_id=report.id, by=who(), purpose="to protect the source")


def test_the_source_needs_a_purpose_and_a_second_factor() -> None:
    report = a_report()
    with pytest.raises(Refused, match="purpose"):
        read_source(report_id=report.id, by=cast.durham_sergeant(), purpose=" ")
    with pytest.raises(Refused, match="second factor"):
        read_source(report_id=report.id, by=cast.without_second_factor(cast.durham_sergeant()), purpose="to protect")


@pytest.mark.parametrize("model", [Mention, OriginalText, SourceIdentity])
def test_sealed_bytes_moved_to_another_report_do_not_open(model: type) -> None:
    ground.sent(ground.csv_of([ground.full(1), ground.full(2)]), ground.wave())
    one, other = Report.objects.order_by("own_reference")
    theirs = model.objects.filter(report=other).first()
    model.objects.filter(report=one).update(sealed=theirs.sealed)
    read = {Mention: read_report, OriginalText: read_original, SourceIdentity: read_source}[model]
    with pytest.raises(SealBroken):
        read(report_id=one.id, by=cast.durham_sergeant(), purpose="to check")


def test_nothing_sealed_lies_in_the_clear() -> None:
    a_report()
    for row in (Mention.objects.all(), OriginalText.objects.all(), SourceIdentity.objects.all()):
        for one in row:
            assert b"Example" not in bytes(one.sealed)
            assert b"Mira" not in bytes(one.sealed)


def test_a_list_is_one_row_with_the_ids_that_were_shown() -> None:
    ground.sent(ground.csv_of([ground.good(n) for n in (1, 2, 3)]), ground.wave())
    page = list_reports(by=cast.cleveland_sergeant())
    row = Entry.objects.get(event="reports_listed")
    assert json.loads(row.detail)["ids"] == [str(line.id) for line in page.lines]


@pytest.mark.parametrize(
    ("who", "told"),
    [(cast.durham_constable, None), (cast.cleveland_sergeant, 1), (cast.national_analyst, 1), (cast.caseworker, None)],
)
def test_how_many_are_withheld_is_told_where_the_matrix_says(who: Callable[[], Actor], told: int | None) -> None:
    rows = [ground.good(1), ground.good(2, handling_code="C", handling_conditions="Ask first.")]
    ground.sent(ground.csv_of(rows), ground.wave())
    assert list_reports(by=who()).withheld == told


def test_words_tell_nothing_of_reports_that_may_not_be_read() -> None:
    rows = [ground.good(1), ground.good(2, handling_code="C", handling_conditions="Ask first.", text="Mira was there.")]
    ground.sent(ground.csv_of(rows), ground.wave())
    for words in ("Mira", "DUR-00002", "nothing of the kind"):
        found = list_reports(by=cast.national_analyst(), narrowed=Filter(words=words))
        assert (found.total, found.withheld) == (0, None)


def test_what_is_kept_back_is_looked_for_as_what_never_was() -> None:
    kept = ground.good(1, handling_code="C", handling_conditions="Ask first.")
    ground.sent(ground.csv_of([kept]), ground.wave())
    asked = []
    for one in (Report.objects.get().id, uuid.uuid4()):
        with CaptureQueriesContext(connection) as queries, pytest.raises(Refused) as refused:
            read_report(report_id=one, by=cast.garda())
        assert refused.value.hidden
        said = (query["sql"].replace(one.hex, "").replace(str(one), "") for query in queries)
        asked.append([sql for sql in said if sql.startswith("SELECT")])
    assert asked[0] == asked[1]
