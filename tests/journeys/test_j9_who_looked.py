"""J9, who looked: the chain is whole, every look at one record has its purpose, the officer who searched for his
neighbour is found, and a court can check by itself that the record was not altered.
"""

import json
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from browser.staff import looked_at
from journeys.conftest import Doors

pytestmark = [pytest.mark.browser, pytest.mark.installation, pytest.mark.xdist_group("browser")]

WHY = "Complaint 12: a neighbour says that an officer knew of her."
FOUND = "He lives two doors away, had no report of her, and says that he was curious. Professional standards were told."
NEIGHBOUR = """
import json
from pentameter.intelligence.models import Mention, Report
from pentameter.intelligence.queries.mentions import mentions_of_reports
for report in Report.objects.filter(agency="durham").exclude(postcode="").order_by("reported_on"):
    people = [one for one in mentions_of_reports([report.pk]) if one.kind == "person" and one.values.get("name")]
    if people and " " in report.postcode:
        print(json.dumps([report.postcode, people[0].values["name"], str(report.pk)]))
        break
"""
WATCH = """
from datetime import timedelta
from pentameter.kernel import clock
from pentameter.kernel.actor import SYSTEM
from pentameter.oversight.rules.watching import SETTLES
from pentameter.oversight.services.watching import watch
print(watch(due=clock.now() + SETTLES, by=SYSTEM))
"""


def test_who_looked(doors: Doors, signed_in: Callable[..., Page], tmp_path: Path) -> None:
    postcode, neighbour, report = json.loads(inside(doors, NEIGHBOUR))
    officer = signed_in("durham.constable")
    officer.goto(f"{doors.staff}/oversight/home/")
    officer.get_by_label("Your home postcode or Eircode").fill(postcode)
    officer.get_by_role("button", name="Keep it").click()
    expect(officer.get_by_role("status")).to_contain_text("Nobody can read it back")
    looked_at(officer, "j9-home")
    officer.goto(f"{doors.staff}/search/")
    officer.get_by_label("What to look for").fill(neighbour)
    officer.get_by_label("For what purpose do you need it?").fill("an enquiry")
    officer.get_by_role("main").get_by_role("button", name="Search").click()
    officer.goto(f"{doors.staff}/reports/{report}/")
    expect(officer.get_by_role("heading", level=1)).to_be_visible()
    assert int(inside(doors, WATCH)) >= 1

    auditor = signed_in("auditor")
    auditor.get_by_role("link", name=re.compile("^Ask about")).click()
    looked_at(auditor, "j9-flags")
    auditor.get_by_role("row", name=re.compile("own surname or address")).get_by_role("link").click()
    expect(auditor.get_by_role("heading", level=1)).to_contain_text("Tom Ashworth")
    assert neighbour not in auditor.content()
    assert postcode not in auditor.content()
    looked_at(auditor, "j9-flag")
    auditor.get_by_label("Taken further").check()
    auditor.get_by_label("Why?").fill(FOUND)
    auditor.get_by_role("button", name="Keep the review").click()
    expect(auditor.get_by_text(FOUND)).to_be_visible()

    auditor.goto(f"{doors.staff}/audit/looks/?subject_id={report}")
    auditor.get_by_label("For what purpose do you read the record?").fill(WHY)
    auditor.get_by_role("button", name="Continue").click()
    expect(auditor.get_by_role("row", name=re.compile("Tom Ashworth"))).to_be_visible()
    looked_at(auditor, "j9-who-looked")
    auditor.goto(f"{doors.staff}/audit/")
    auditor.get_by_role("button", name="Verify the record").click()
    expect(auditor.get_by_role("heading", name="The record is whole")).to_be_visible(timeout=60_000)
    looked_at(auditor, "j9-whole")

    court = tmp_path / "court"
    assert doors.installed.call("audit", "export", str(court), "--purpose", WHY).returncode == 0
    assert checked(court) == (0, "Everything holds")
    rows = court / "record.jsonl"
    rows.write_text(rows.read_text("utf-8").replace("searched", "picture_shown", 1), "utf-8")
    code, said = checked(court)
    assert code == 1
    assert re.search(r"Row \d+ was changed", said)


def inside(doors: Doors, code: str) -> str:
    """The last line that some code prints inside the installation."""
    ran = doors.installed.call("manage", "shell", "-c", code)
    assert ran.returncode == 0, ran.stderr
    return ran.stdout.splitlines()[-1]


def checked(folder: Path) -> tuple[int, str]:
    """What the stand-alone file says, run as a court would: from the folder, with nothing of Pentameter's."""
    ran = subprocess.run(
        [sys.executable, "-P", "verify_record.py", "."], cwd=folder, capture_output=True, text=True, check=False
    )
    held = "Everything holds" in ran.stdout
    return ran.returncode, "Everything holds" if held else ran.stdout
