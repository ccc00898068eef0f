"""No row, no act, as it runs: the record takes no rows, and every service called here fails and saves nothing.

One service of each kind and context; what is not called here is read from the source by `test_audited.py`.
"""

from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from uuid import UUID

import pytest
from django.db import transaction

import cast
from intelligence import ground
from pentameter.accounts import api as accounts
from pentameter.accounts.services import looks as accounts_looks
from pentameter.audit import services as audit
from pentameter.audit.queries import RecordFilter
from pentameter.intelligence import services as intelligence
from pentameter.intelligence.models import QuarantinedRow, Report
from pentameter.intelligence.services.submit import submit_report
from pentameter.kernel import clock
from pentameter.kernel.actor import Role
from pentameter.kernel.periods import week_of
from pentameter.operations import api as operations
from pentameter.operations.services import looks as operations_looks
from tests.audit.records import ledger_in
from tests.no_row_no_act import no_row_no_act

pytestmark = pytest.mark.django_db


@pytest.fixture
def wave(tmp_path: Path, settings) -> UUID:
    """A wave with a report and a row in quarantine."""
    settings.AUDIT_LEDGER = ledger_in(tmp_path)
    made = ground.wave()
    for person in cast.EVERYONE:
        cast.in_database(person())
    ground.sent(ground.csv_of([ground.full(1), ground.bad(2)]), made)
    return made


def _acts(wave: UUID) -> Iterator[tuple[str, Callable[[], object]]]:
    admin, officer, analyst = cast.administrator(), cast.durham_constable(), cast.national_analyst()
    person = UUID(cast.outsider().id)
    new = accounts.NewPerson("ada.quill", "Ada Quill", "ada@example.org", "durham", Role.FORCE_OFFICER)
    soon = clock.today() + timedelta(days=30)
    yield "add_person", lambda: accounts.add_person(person=new, by=admin)
    yield "move_person", lambda: accounts.move_person(user_id=person, agency="durham", role=new.role, by=admin)
    yield "close_person", lambda: accounts.close_person(user_id=person, by=admin)
    yield "give_link", lambda: accounts.give_link(user_id=person, forget_factors=True, by=admin)
    yield "issue_token", lambda: accounts.issue_token(agency="durham", label="test", expires_on=soon, by=admin)
    yield "everyone", lambda: accounts_looks.everyone(by=admin)

    plan = operations.WavePlan("Second wave", soon, None)
    part = operations.Part("kent", operations.Involvement.FULL, "", clock.today())
    nil = operations.WeekReturn(week_of(clock.today()), operations.Looked.NIL)
    yield "create_operation", lambda: operations.create_operation(slug="b", name="B", purpose="", by=analyst)
    yield "create_wave", lambda: operations.create_wave(operation="demo", plan=plan, by=analyst)
    yield "set_participation", lambda: operations.set_participation(wave_id=wave, part=part, by=analyst)
    yield (
        "file_return",
        lambda: operations.file_return(wave_id=wave, agency="durham", word=nil, by=officer, today=clock.today()),
    )
    yield "show_wave", lambda: operations_looks.show_wave(wave_id=wave, by=officer, today=clock.today())

    report, row = Report.objects.get().pk, QuarantinedRow.objects.get()
    yield "read_report", lambda: intelligence.read_report(report_id=report, by=officer)
    yield "read_original", lambda: intelligence.read_original(report_id=report, by=officer, purpose="to plan")
    yield "list_reports", lambda: intelligence.list_reports(by=officer)
    yield "submit_report", lambda: submit_report(cells=ground.good(7), wave_id=wave, by=officer)
    yield "receive_file", lambda: ground.received(ground.csv_of([ground.good(8)]), wave)
    yield (
        "set_aside_row",
        lambda: intelligence.set_aside_row(row_id=row.pk, reason="twice", version=row.version, by=officer),
    )
    yield (
        "mend_row",
        lambda: intelligence.mend_row(row_id=row.pk, cells=ground.good(2), version=row.version, by=officer),
    )

    auditor = cast.auditor()
    yield "show_record", lambda: audit.show_record(RecordFilter(), purpose="complaint 12", by=auditor)
    yield "show_row", lambda: audit.show_row(1, purpose="complaint 12", by=auditor)
    yield "show_lookers", lambda: audit.show_lookers(str(report), purpose="complaint 12", by=auditor)
    yield "verify", lambda: audit.verify(by=auditor)


def test_nothing_is_saved_without_its_row(wave: UUID) -> None:
    for name, act in _acts(wave):
        try:
            no_row_no_act(act)
        except BaseException as failure:
            raise AssertionError(f"{name} went on without its row: {failure}") from failure


def test_with_their_rows_they_all_work(wave: UUID) -> None:
    """So that none of them fails above for another reason."""
    for _, act in _acts(wave):
        with transaction.atomic():
            act()
            transaction.set_rollback(True)
