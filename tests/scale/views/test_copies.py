"""What can be carried away of a run, and by whom."""

from pathlib import Path

import pytest
from django.test import Client

import cast
from pentameter.kernel.actor import SYSTEM, Actor
from pentameter.scale.reading import read
from pentameter.scale.services.running import carry_out
from pentameter.scale.views import copies
from scale import scene

pytestmark = pytest.mark.django_db


def browser(person: Actor) -> Client:
    return cast.sign_in(Client(), person)


def test_every_chart_can_be_carried_away_and_no_other() -> None:
    client, run_id = browser(cast.statistician()), scene.sent(scene.three())
    carry_out(run_id=run_id, by=SYSTEM)
    for name in ("methods", "without", "models-bic", "overlap"):
        for kind, begins in (("svg", "<svg"), ("csv", "")):
            answer = client.get(f"/estimates/{run_id}/charts/{name}.{kind}")
            assert answer.status_code == 200, name
            assert answer.content.decode().startswith(begins)
            assert "attachment" in answer.headers["Content-Disposition"]
    assert client.get(f"/estimates/{run_id}/charts/linkings.svg").status_code == 404
    table = client.get(f"/estimates/{run_id}/table.csv").content.decode()
    assert table.splitlines()[:2] == ["GO,NG,PF,count", "1,0,0,43"]


def test_the_comparison_can_be_carried_away() -> None:
    client = browser(cast.durham_sergeant())
    carry_out(run_id=scene.sent(), by=SYSTEM)
    assert client.get("/estimates/compare.svg").content.decode().startswith("<svg")
    assert ", all types" in client.get("/estimates/compare.csv").content.decode()
    assert client.get("/estimates/compare.pdf").status_code == 404


def test_a_list_that_a_spreadsheet_would_run_is_led_by_an_apostrophe_and_read_again_without(tmp_path: Path) -> None:
    table = scene.small().of(("=A1", "PF"), [{"=A1"}, {"PF"}])
    run_id = scene.sent(table)
    carry_out(run_id=run_id, by=SYSTEM)
    carried = browser(cast.statistician()).get(f"/estimates/{run_id}/table.csv").content
    assert carried.startswith(b"'=A1,PF,count")
    (file := tmp_path / "table.csv").write_bytes(carried)
    assert read(file, name=file.name) == table
    assert copies.table.operation.value == "see_frozen_table"
