"""What was disposed of leaves neither content nor key: in no table, no index, no file of the database."""

from pathlib import Path

import pytest
from django.apps import apps
from django.db import connection, router
from django.test import Client

from cast import caseworker, durham_constable, durham_sergeant, duty_desk, sign_in
from intelligence import ground
from pentameter.entities.keys import safe
from pentameter.entities.models import Block, Found, Judgement, Known, Placing
from pentameter.intelligence.api import miscounted
from pentameter.intelligence.models import Mention, OriginalText, Report, SourceIdentity
from pentameter.intelligence.queries.mentions import mentions_of_reports
from pentameter.kernel.actor import SYSTEM
from pentameter.retention import storage
from pentameter.retention.queries.gone import gone
from pentameter.retention.rules.groups import Kind
from pentameter.retention.services import reviews
from pentameter.retention.services.again import dispose_again
from pentameter.victims.models import Case, CaseKey
from retention.ground import CANARY, judged, old_case, old_report

pytestmark = pytest.mark.django_db


def disposed(kind: Kind, item: object) -> None:
    first, second = (durham_sergeant(), durham_constable()) if kind is Kind.REPORT else (caseworker(), duty_desk())
    reviews.propose_disposal(kind=kind, item=item, reason="over", words=CANARY, by=first)
    reviews.confirm_disposal(kind=kind, item=item, by=second)


def rows_with(*needles: bytes) -> list[str]:
    """Every table that holds one of these, as bytes or as words in any case."""
    found = []
    for model in apps.get_models():
        if router.db_for_read(model) != "default":
            continue
        for row in model._default_manager.values_list():
            said = b"\0".join(bytes(one) if isinstance(one, bytes | memoryview) else str(one).encode() for one in row)
            if any(needle.lower() in said.lower() for needle in needles):
                found.append(model._meta.label)
    return found


def test_a_report_leaves_nothing_in_any_table() -> None:
    wave_id = ground.wave()
    item, other = old_report(1, wave_id=wave_id), old_report(2, wave_id=wave_id)
    judged(item, other)
    sealed = [bytes(one.sealed) for one in Mention.objects.filter(report_id=item)]
    sealed += [
        bytes(OriginalText.objects.get(report_id=item).sealed),
        bytes(Judgement.objects.get(way="person").sealed),
    ]
    assert len(set(rows_with(*sealed))) == 3
    known, before = Known.objects.count(), Report.objects.get(pk=item)
    disposed(Kind.REPORT, item)
    disposed(Kind.REPORT, other)
    assert rows_with(CANARY.encode(), *sealed) == []
    assert not SourceIdentity.objects.exists()
    assert (Found.objects.count(), Block.objects.count()) == (0, 0)
    assert Known.objects.count() < known
    left = Report.objects.get(pk=item)
    assert (left.theme, left.week, left.own_reference) == (before.theme, before.week, before.own_reference)
    assert {frozenset(one.values) for one in mentions_of_reports([item])} <= {frozenset(), frozenset({"role"})}
    assert Placing.objects.filter(report_id=item).count() == Mention.objects.filter(report_id=item).count()
    assert miscounted() == {}
    assert safe() is not None


def test_its_pages_still_work_and_say_that_it_went() -> None:
    item = old_report()
    thing = Placing.objects.get(kind="person").thing
    disposed(Kind.REPORT, item)
    client = sign_in(Client(), durham_sergeant())
    page = client.get(f"/reports/{item}/")
    assert "reviewed and disposed of" in page.content.decode()
    for address in (
        f"/reports/{item}/", f"/things/{thing}/", f"/network/things/{thing}/", "/things/", "/reports/", "/queue/",
        "/retention/", f"/retention/reports/{item}/", "/retention/periods/",
    ):  # fmt: skip
        found = client.get(address)
        assert (address, found.status_code) == (address, 200)
        assert CANARY not in found.content.decode()


def test_the_same_row_sent_again_is_stopped() -> None:
    wave_id = ground.wave()
    item = old_report(1, wave_id=wave_id)
    disposed(Kind.REPORT, item)
    with pytest.raises(AssertionError):
        old_report(1, wave_id=wave_id)
    assert rows_with(CANARY.encode()) == []


def test_a_restored_backup_is_rid_of_it_again(tmp_path: Path) -> None:
    item, case = old_report(), old_case()
    listed = tmp_path / "disposed.txt"
    key = CaseKey.objects.values().get()
    disposed(Kind.REPORT, item)
    disposed(Kind.CASE, case)
    assert [(kind, one) for kind, one, _ in gone()] == [(Kind.REPORT, item), (Kind.CASE, case)]
    storage.write_list(gone(), listed)
    Case.objects.filter(pk=case).update(state="closed")
    CaseKey.objects.create(**key)
    Report.objects.filter(pk=item).update(content="back", text=CANARY)
    assert dispose_again(lines=storage.read_list(listed), by=SYSTEM) == {Kind.REPORT: 1, Kind.CASE: 1}
    assert dispose_again(lines=storage.read_list(listed), by=SYSTEM) == {}
    assert rows_with(CANARY.encode()) == []
    assert not CaseKey.objects.exists()


@pytest.mark.django_db(transaction=True)
@pytest.mark.skipif(connection.vendor != "sqlite", reason="the files of PostgreSQL are searched by proofs.erasure")
def test_a_case_and_a_report_leave_nothing_in_the_files_of_sqlite() -> None:
    item, case = old_report(), old_case()
    wrapped = bytes(CaseKey.objects.get().wrapped)
    sealed = [bytes(one.sealed) for one in Mention.objects.filter(report_id=item)] + [
        bytes(Case.objects.get(pk=case).identity)
    ]
    assert in_files(wrapped)
    assert all(in_files(one) for one in sealed)
    assert in_files(CANARY.encode())
    disposed(Kind.REPORT, item)
    disposed(Kind.CASE, case)
    assert storage.rub_out(whole=False)
    assert not any(in_files(one) for one in (wrapped, CANARY.encode(), CANARY.lower().encode(), *sealed))


def in_files(needle: bytes) -> bool:
    """Whether it stands anywhere in the database's file, its log or what lies beside them."""
    name = Path(str(connection.settings_dict["NAME"]))
    return any(needle in path.read_bytes() for path in name.parent.glob(f"{name.name}*"))
