"""Writing a report by page: everything wrong is said at once, nothing typed is lost."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

import cast
from intelligence import ground, pages
from pentameter.intelligence.models import Report
from pentameter.kernel.actor import Actor

pytestmark = pytest.mark.django_db(transaction=False)


def test_a_report_by_hand(client: Client) -> None:
    ground.wave()
    cast.sign_in(client, cast.durham_constable())
    fields = {**pages.form(client.get("/reports/new/")), **ground.full(1), "acts": ["recruitment", "harbouring"]}
    answer: Any = client.post("/reports/new/", fields)
    report = Report.objects.get()
    assert answer["Location"] == f"/reports/{report.id}/"
    assert report.acts == ["recruitment", "harbouring"]
    again: Any = client.post("/reports/new/", {**fields, "idempotency_key": cast.fresh_key()})
    assert "is here already" in client.get(again["Location"]).content.decode()


def test_a_report_that_is_wrong_says_all_of_it_and_loses_nothing(client: Client) -> None:
    ground.wave()
    cast.sign_in(client, cast.durham_constable())
    wrong = {"reported_on": "soon", "handling_code": "C", "phone1": "12"}
    fields = {**pages.form(client.get("/reports/new/")), **ground.good(1), **wrong}
    answer: Any = client.post("/reports/new/", fields)
    assert {"reported_on", "handling_conditions", "phone1"} <= set(pages.errors(answer))
    kept = pages.form(answer)
    assert {name: kept[name] for name in ("report_ref", "theme", *wrong)} == {
        **wrong,
        "report_ref": "DUR-00001",
        "theme": "sexual_exploitation",
    }
    assert not Report.objects.exists()


@pytest.mark.parametrize("who", [cast.prosecutor, cast.duty_desk])
def test_who_reads_does_not_always_send(client: Client, who: Callable[[], Actor]) -> None:
    ground.wave()
    assert cast.sign_in(client, who()).get("/reports/new/").status_code == 403
