"""J5, the same woman: two reports are one; a date of birth proves it wrong; undone, it is as if it had never been."""

import csv
import io
import re
import time
from collections.abc import Callable, Mapping
from datetime import timedelta

import pytest
from playwright.sync_api import Locator, Page, expect

from browser.staff import looked_at
from journeys.conftest import Doors
from pentameter.intelligence.intake import columns
from pentameter.intelligence.intake.drafts import FileKind
from pentameter.kernel import clock

pytestmark = [pytest.mark.browser, pytest.mark.installation, pytest.mark.xdist_group("browser")]

HERS, THEIRS = "CLE-J5-118", "GAR-J5-41"
TOLD = {
    "theme": "sexual_exploitation",
    "grade_scheme": "3x5x2",
    "source_grade": "2",
    "information_grade": "B",
    "person1_sex": "female",
    "person1_nationality": "AL",
    "phone1": "+44 7700 900417",
}
CLEVELAND = {
    **TOLD,
    "agency": "cleveland",
    "report_ref": HERS,
    "handling_code": "P",
    "force_area": "Cleveland",
    "place": "Middlesbrough",
    "text": "A woman spoke to a nurse and did not come back.",
    "person1_name": "Elira Testova",
    "person1_role": "possible_victim",
    "person1_dob": "1986",
}
GARDA = {
    **TOLD,
    "agency": "garda",
    "report_ref": THEIRS,
    "handling_code": "C",
    "handling_conditions": "For the national centre. Call before acting.",
    "handling_recipients": "national-centre",
    "place": "Drogheda",
    "text": "A woman asked at a hostel whether somebody could telephone for her.",
    "person1_name": "Testova Elira",
    "person1_role": "victim",
    "person1_dob": "1986-04-17",
}
WHY = "The hostel's register gives a date of birth of 1991: another woman."
NOTHING_MORE = re.compile(
    r"GAR-J5|Drogheda|hostel|17 April|Testova Elira|Call before acting|Helena|match weight|register", re.IGNORECASE
)


def test_the_same_woman(doors: Doors, signed_in: Callable[..., Page]) -> None:
    sergeant, guard, analyst = (
        signed_in("cleveland.sergeant"),
        signed_in("garda.officer"),
        signed_in("national.analyst"),
    )
    send(sergeant, doors, CLEVELAND)
    send(guard, doors, GARDA)

    wanted = find_the_pair(analyst, doors)
    looked_at(analyst, "j5-queue")
    wanted.get_by_role("link").first.click()
    for words in (HERS, THEIRS, "Call before acting.", "the same year; one report knows no day"):
        expect(analyst.get_by_text(words).first).to_be_visible()
    expect(analyst.get_by_role("img", name="What speaks for and against").first).to_be_visible()
    expect(analyst.get_by_text("If they are, two things of 1 and 1 mention become one")).to_be_visible()
    looked_at(analyst, "j5-pair")
    pair = analyst.url
    analyst.locator("[data-keys][data-ready]").wait_for()
    analyst.keyboard.press("s")
    expect(analyst.get_by_role("status")).to_contain_text("Judged: same.")

    thing = open_thing(analyst, doors, HERS)
    expect(analyst.get_by_text(THEIRS).first).to_be_visible()
    expect(analyst.get_by_text("2 mentions")).to_be_visible()
    looked_at(analyst, "j5-thing")
    assert agencies_in_network(analyst) == {"An Garda Síochána", "Cleveland Police"}
    looked_at(analyst, "j5-network")

    told_and_nothing_more(sergeant, doors)

    analyst.goto(thing)
    analyst.get_by_role("link", name=re.compile("^Undo the judgement")).click()
    expect(analyst.get_by_text("One thing: 2 mentions")).to_be_visible()
    looked_at(analyst, "j5-undo")
    analyst.get_by_label("Why").fill(WHY)
    analyst.get_by_role("button", name="Undo this judgement").click()
    expect(analyst.get_by_role("status")).to_contain_text("It is as if the judgement had never been made")
    for reference, other in ((HERS, THEIRS), (THEIRS, HERS)):
        open_thing(analyst, doors, reference)
        expect(analyst.get_by_text("One mention.")).to_be_visible()
        expect(analyst.get_by_text(WHY).first).to_be_visible()
        expect(analyst.get_by_role("link", name=other)).to_have_count(0)
    looked_at(analyst, "j5-undone")
    assert agencies_in_network(analyst) == {"An Garda Síochána"}
    analyst.goto(pair)
    expect(analyst.get_by_role("heading", name="History of this pair")).to_be_visible()
    expect(analyst.get_by_text("Undone by Helena Brandt")).to_be_visible()
    expect(analyst.get_by_role("button", name="Same")).to_be_visible()

    withdrawn(sergeant, doors)


def send(page: Page, doors: Doors, report: Mapping[str, str]) -> None:
    """Send a file with one report, as an agency does."""
    row = {**report, "reported_on": (clock.today() - timedelta(days=3)).isoformat()}
    out = io.StringIO()
    writer = csv.DictWriter(out, columns.names(FileKind.REPORTS), restval="")
    writer.writeheader()
    writer.writerow(row)
    page.goto(f"{doors.staff}/intake/")
    file = {"name": f"{report['report_ref']}.csv", "mimeType": "text/csv", "buffer": out.getvalue().encode()}
    page.get_by_label("File").set_input_files(file)
    page.get_by_role("button", name="Send the file").click()
    expect(page.get_by_text("1 accepted, 0 in quarantine, 0 here already:")).to_be_visible(timeout=60_000)


def find_the_pair(page: Page, doors: Doors) -> Locator:
    """Its row in the queue, narrowed to the Garda's people, once the machine has proposed the pair."""
    until = time.monotonic() + 120
    wanted = page.get_by_role("row").filter(has_text=HERS).filter(has_text=THEIRS)
    while time.monotonic() < until:
        page.goto(f"{doors.staff}/queue/?kind=person&agency=garda")
        if wanted.count():
            break
        page.wait_for_timeout(1_000)
    expect(wanted).to_be_visible()
    return wanted


def open_thing(page: Page, doors: Doors, reference: str) -> str:
    """The thing of the person in a report; answers its address."""
    page.goto(f"{doors.staff}/things/?reference={reference}")
    page.get_by_role("link", name=re.compile("Elira")).first.click()
    return page.url


def agencies_in_network(page: Page) -> set[str]:
    """Whose reports her place in the network rests on: from her thing's page to the network around it."""
    page.get_by_role("link", name="See it in the network").click()
    her = page.locator("#things").get_by_role("row").filter(has_text=re.compile("Elira")).first
    expect(her).to_be_visible()
    return {one for one in ("An Garda Síochána", "Cleveland Police") if one in her.inner_text()}


def told_and_nothing_more(page: Page, doors: Doors) -> None:
    """A colleague of another force is told that another agency has an interest and whom to call, and nothing else."""
    page.goto(doors.staff)
    page.get_by_role("link", name=re.compile("new interest")).click()
    line = her_row(page)
    expect(line).to_contain_text("An Garda Síochána has an interest")
    looked_at(page, "j5-interests")
    line.get_by_role("link").click()
    expect(page.get_by_role("heading", name="An Garda Síochána has an interest")).to_be_visible()
    expect(page.get_by_text("Call An Garda Síochána.")).to_be_visible()
    looked_at(page, "j5-told")
    assert not NOTHING_MORE.search(page.locator("main").inner_text())
    page.goto(f"{doors.staff}/queue/")
    assert not NOTHING_MORE.search(page.locator("main").inner_text())
    page.goto(f"{doors.staff}/things/?reference={THEIRS}")
    expect(page.get_by_text("No report that you may read has this reference.")).to_be_visible()


def her_row(page: Page) -> Locator:
    """The interest in her; another in the phone, which both reports name, stands by itself."""
    return page.get_by_role("row").filter(has_text="Elira Testova").filter(has_text=HERS)


def withdrawn(page: Page, doors: Doors) -> None:
    """What was drawn from the judgement is withdrawn."""
    page.goto(f"{doors.staff}/interests/")
    expect(her_row(page)).to_have_count(0)
    page.goto(f"{doors.staff}/interests/?withdrawn=on")
    expect(her_row(page)).to_contain_text("withdrawn")
    open_thing(page, doors, HERS)
    expect(page.get_by_role("heading", name="An Garda Síochána has an interest")).to_have_count(0)
