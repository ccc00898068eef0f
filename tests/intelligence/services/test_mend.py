"""Rows in quarantine: opened, mended, set aside, taken back."""

import uuid
from collections.abc import Callable

import pytest

import cast
from intelligence import ground
from pentameter.audit.models import Entry
from pentameter.intelligence.models import IntakeFile, QuarantinedRow, Report
from pentameter.intelligence.rules import RowState
from pentameter.intelligence.services import mend_row, open_row, set_aside_row, take_back_row
from pentameter.kernel.actor import Actor
from pentameter.kernel.ids import derived_id
from pentameter.kernel.sealing import SealBroken
from pentameter.kernel.verdict import Refused

pytestmark = pytest.mark.django_db(transaction=False)


def waiting(**cells: str) -> QuarantinedRow:
    """A row of Durham's that waits in quarantine."""
    ground.sent(ground.csv_of([ground.good(1), ground.bad(2, **cells)]), ground.wave())
    return QuarantinedRow.objects.get()


def sums() -> tuple[int, int, int, int]:
    """Rows, accepted, quarantined, duplicate of the file."""
    return IntakeFile.objects.values_list("rows_read", "accepted", "quarantined", "duplicate").get()


GOOD_DAY = {"reported_on": ground.good()["reported_on"]}


def test_a_row_opens_as_it_was_sent_with_what_is_wrong() -> None:
    row = waiting(place="Seaham")
    view = open_row(row_id=row.id, by=cast.durham_constable())
    assert view.cells["place"] == "Seaham"
    assert view.cells["reported_on"] == "2025-02-31"
    assert [problem.field for problem in view.problems] == ["reported_on"]
    assert Entry.objects.get(event="row_shown").subject_id == str(row.id)


def test_a_mended_row_is_accepted_and_the_sum_stays() -> None:
    row = waiting()
    mended = mend_row(row_id=row.id, cells=GOOD_DAY, version=1, by=cast.durham_constable())
    assert mended.accepted
    assert sums() == (2, 2, 0, 0)
    report = Report.objects.get(pk=mended.report_id)
    assert (report.own_reference, report.row_number, report.accepted_by) == (
        "DUR-00002",
        3,
        cast.durham_constable().id,
    )
    row.refresh_from_db()
    assert (row.state, row.report_id, row.version) == (RowState.MENDED.value, report.id, 2)
    assert Entry.objects.filter(event="row_mended", subject_id=str(row.id)).count() == 1


def test_a_row_that_is_still_wrong_changes_nothing() -> None:
    row = waiting()
    outcome = mend_row(row_id=row.id, cells={"reported_on": "yesterday"}, version=1, by=cast.durham_constable())
    assert [problem.field for problem in outcome.problems] == ["reported_on"]
    assert sums() == (2, 1, 1, 0)
    row.refresh_from_db()
    assert (row.state, row.version) == (RowState.WAITING.value, 1)
    assert not Entry.objects.filter(event="row_mended").exists()


def test_a_row_mended_into_one_that_is_here_is_a_duplicate() -> None:
    row = waiting(report_ref="DUR-00001")
    mended = mend_row(row_id=row.id, cells=GOOD_DAY, version=1, by=cast.durham_constable())
    assert mended.duplicate
    assert not mended.accepted
    assert sums() == (2, 1, 0, 1)


def test_a_row_mended_into_a_reference_that_says_something_else_stays() -> None:
    row = waiting(report_ref="DUR-00001", text="Another story.")
    outcome = mend_row(row_id=row.id, cells=GOOD_DAY, version=1, by=cast.durham_constable())
    assert [problem.code for problem in outcome.problems] == ["changed"]


def test_a_row_sent_twice_over_is_mended_once() -> None:
    row = waiting()
    mend_row(row_id=row.id, cells=GOOD_DAY, version=1, by=cast.durham_constable())
    with pytest.raises(Refused, match="meanwhile"):
        mend_row(row_id=row.id, cells=GOOD_DAY, version=1, by=cast.durham_sergeant())
    with pytest.raises(Refused, match="already mended"):
        mend_row(row_id=row.id, cells=GOOD_DAY, version=2, by=cast.durham_sergeant())
    assert Report.objects.count() == 2


@pytest.mark.parametrize("act", ["mend", "set aside"])
def test_who_saw_an_older_version_is_told(act: str) -> None:
    row = waiting()
    set_aside_row(row_id=row.id, reason="Sent by mistake", version=1, by=cast.durham_sergeant())
    take_back_row(row_id=row.id, version=2, by=cast.durham_sergeant())
    with pytest.raises(Refused) as refusal:
        ACTS[act](row, cast.durham_constable())
    assert refusal.value.conflict


def test_a_row_set_aside_stays_counted_and_can_be_taken_back() -> None:
    row = waiting()
    set_aside_row(row_id=row.id, reason=" Sent by mistake ", version=1, by=cast.durham_constable())
    row.refresh_from_db()
    assert (row.state, row.reason, row.version) == ("set_aside", "Sent by mistake", 2)
    assert sums() == (2, 1, 1, 0)
    take_back_row(row_id=row.id, version=2, by=cast.durham_sergeant())
    row.refresh_from_db()
    assert (row.state, row.reason, row.version) == ("waiting", "", 3)
    assert mend_row(row_id=row.id, cells=GOOD_DAY, version=3, by=cast.durham_constable()).accepted


def test_setting_aside_needs_a_reason() -> None:
    row = waiting()
    with pytest.raises(Refused, match="Say why"):
        set_aside_row(row_id=row.id, reason="  ", version=1, by=cast.durham_constable())


ACTS: dict[str, Callable[[QuarantinedRow, Actor], object]] = {
    "mend": lambda row, by: mend_row(row_id=row.id, cells=GOOD_DAY, version=row.version, by=by),
    "set aside": lambda row, by: set_aside_row(row_id=row.id, reason="No", version=row.version, by=by),
    "take back": lambda row, by: take_back_row(row_id=row.id, version=row.version, by=by),
}
ALLOWED = {("waiting", "mend"), ("waiting", "set aside"), ("set_aside", "take back")}


@pytest.mark.parametrize("act", ACTS)
@pytest.mark.parametrize("state", [state.value for state in RowState])
def test_every_state_and_every_act(state: str, act: str) -> None:
    row = waiting()
    QuarantinedRow.objects.filter(pk=row.id).update(state=state)
    row.refresh_from_db()
    if (state, act) in ALLOWED:
        ACTS[act](row, cast.durham_constable())
    else:
        with pytest.raises(Refused):
            ACTS[act](row, cast.durham_constable())


@pytest.mark.parametrize("act", ["open", *ACTS])
@pytest.mark.parametrize("who", [cast.cleveland_sergeant, cast.national_analyst, cast.outsider])
def test_another_agency_s_row_is_as_if_it_never_was(act: str, who: Callable[[], Actor]) -> None:
    row = waiting()
    refusals = []
    for row_id in (row.id, uuid.uuid4()):
        row.id = row_id
        with pytest.raises(Refused) as refusal:
            open_row(row_id=row_id, by=who()) if act == "open" else ACTS[act](row, who())
        refusals.append((refusal.value.reason, refusal.value.hidden))
    assert refusals[0] == refusals[1]
    assert refusals[0][1]


@pytest.mark.parametrize("who", [cast.prosecutor, cast.administrator, cast.statistician, cast.durham_system])
def test_roles_that_may_not_mend(who: Callable[[], Actor]) -> None:
    row = waiting()
    with pytest.raises(Refused):
        mend_row(row_id=row.id, cells=GOOD_DAY, version=1, by=who())


def test_sealed_bytes_moved_to_another_row_do_not_open() -> None:
    ground.sent(ground.csv_of([ground.bad(1), ground.bad(2)]), ground.wave())
    one, other = QuarantinedRow.objects.order_by("row_number")
    QuarantinedRow.objects.filter(pk=one.id).update(sealed=other.sealed)
    with pytest.raises(SealBroken):
        open_row(row_id=one.id, by=cast.durham_constable())


def test_what_cannot_be_shown_is_kept_unless_it_is_written_anew() -> None:
    row = waiting(text="A\x00woman")
    view = open_row(row_id=row.id, by=cast.durham_constable())
    assert view.cells["text"] == "A\ufffdwoman"
    again = mend_row(
        row_id=row.id, cells={**GOOD_DAY, "text": view.cells["text"]}, version=1, by=cast.durham_constable()
    )
    assert [problem.code for problem in again.problems] == ["unreadable"]
    mended = mend_row(row_id=row.id, cells={**GOOD_DAY, "text": "A woman"}, version=1, by=cast.durham_constable())
    assert mended.accepted


def test_identifiers_of_rows_are_not_to_be_guessed() -> None:
    row = waiting()
    file = IntakeFile.objects.get()
    guess = derived_id(b"x" * 32, file.received_at, str(file.id), str(row.row_number), "quarantine")
    assert guess != row.id
