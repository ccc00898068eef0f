"""Looking at what was sent leaves a row, with the ids of what was shown."""

import json

import pytest

import cast
from intelligence import ground
from pentameter.audit.models import Entry
from pentameter.intelligence.models import QuarantinedRow
from pentameter.intelligence.services import first_reasons, looks, show_file, show_intake
from pentameter.kernel import clock
from pentameter.kernel.verdict import Refused

pytestmark = pytest.mark.django_db(transaction=False)


def test_a_file_with_the_reasons_of_its_rows() -> None:
    card = ground.sent(ground.csv_of([ground.bad(1), ground.good(2), ground.good(3, theme="?")]), ground.wave())
    page = show_file(file_id=card.id, by=cast.durham_constable())
    assert [(row.row_number, row.problems[0].field) for row in page.rows] == [(2, "reported_on"), (4, "theme")]
    assert (page.file.waiting, page.may_mend, page.first) == (2, True, None)
    shown = json.loads(Entry.objects.get(event="file_shown").detail)["ids"]
    assert set(shown) == {str(card.id), *map(str, QuarantinedRow.objects.values_list("id", flat=True))}


def test_rows_come_in_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(looks, "ROWS_A_PAGE", 2)
    card = ground.sent(ground.csv_of([ground.bad(n) for n in range(5)]), ground.wave())
    page = show_file(file_id=card.id, by=cast.durham_constable(), page=9)
    assert (page.number, page.pages, [row.row_number for row in page.rows]) == (3, 3, [6])


def test_an_agency_s_system_may_look_and_not_mend() -> None:
    card = ground.sent(ground.csv_of([ground.bad(1)]), ground.wave())
    assert not show_file(file_id=card.id, by=cast.durham_system()).may_mend
    (reason,) = first_reasons(file_id=card.id, by=cast.durham_system())
    assert reason.startswith("Row 2, date of the report: 2025-02-31")


def test_the_intake_page_of_one_s_own_agency() -> None:
    card = ground.sent(ground.csv_of([ground.good(1)]), ground.wave())
    page = show_intake(by=cast.durham_constable(), today=clock.today())
    assert [file.id for file in page.files] == [card.id]
    assert page.may_send
    assert show_intake(by=cast.cleveland_sergeant(), today=clock.today()).files == ()
    with pytest.raises(Refused):
        show_intake(by=cast.auditor(), today=clock.today())
