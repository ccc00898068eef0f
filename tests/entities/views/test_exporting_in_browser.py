"""The pages of interchange in a real browser: axe finds nothing, nothing sticks out, nothing is logged."""

import io
import zipfile
from pathlib import Path

import pytest

import cast
from browser.staff import Opened, looked_at
from entities import linked

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser"), pytest.mark.django_db(transaction=True)]


@pytest.mark.parametrize("width", [1280, 390])
def test_an_analyst_exports_and_a_supervisor_may_bring_in(opened: Opened, width: int) -> None:
    linked.whole()
    page = opened(cast.national_analyst(), "/network/export/?kind=person", width)
    looked_at(page, "network-export")
    page.get_by_role("button", name="Export").click()
    looked_at(page, "network-export-errors")
    page.get_by_label("GraphML").check()
    page.get_by_label("For what purpose do you need it?").fill("To brief the wave")
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Export").click()
    archive = zipfile.ZipFile(io.BytesIO(Path(waiting.value.path()).read_bytes()))
    assert archive.namelist() == ["manifest.json", "network.graphml"]
    page = opened(cast.durham_sergeant(), "/intake/", width)
    page.get_by_text("If another tool made the file").click()
    looked_at(page, "intake-other-tools")
