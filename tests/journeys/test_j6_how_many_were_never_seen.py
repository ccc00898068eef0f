"""J6, how many were never seen: a year's lists are frozen; a range with what carries it, or a refusal that says why."""

import csv
import io
import re
import time
from collections.abc import Callable, Iterator, Mapping
from datetime import timedelta
from math import comb

import pytest
from playwright.sync_api import Page, expect

from browser.staff import looked_at
from journeys.conftest import Doors
from pentameter.intelligence.intake import columns
from pentameter.intelligence.intake.drafts import FileKind
from pentameter.kernel import clock
from tests.architecture.house import ROOT

pytestmark = [pytest.mark.browser, pytest.mark.installation, pytest.mark.xdist_group("browser")]

SENDERS = {
    "cleveland": "cleveland.sergeant",
    "northern-support": "northern.caseworker",
    "national-centre": "national.analyst",
}
"""Police, an NGO, a national agency."""
KNOWN = {
    ("cleveland",): 43,
    ("northern-support",): 35,
    ("cleveland", "northern-support"): 23,
    ("national-centre",): 53,
    ("cleveland", "national-centre"): 35,
    ("northern-support", "national-centre"): 28,
    ("cleveland", "northern-support", "national-centre"): 19,
}
"""How many women are known to exactly whom: as if of 300, each organisation had met its share by chance."""
THEME = "domestic_servitude"
"""Theirs, and of few people of the demo besides."""
DOUBTFUL = 6
"""Of those whom Cleveland and the NGO know, so many were told the NGO without a document, and by the year of birth."""
SYLLABLES = [one + other for one in "bdfgklmnprstvz" for other in "aeiou"]


def test_how_many_were_never_seen(doors: Doors, signed_in: Callable[..., Page]) -> None:
    senders = {agency: signed_in(person) for agency, person in SENDERS.items()}
    analyst = senders["national-centre"]

    refused_and_says_why(analyst, doors)
    for agency, page in senders.items():
        send(page, doors, agency)
    wait_for_the_pairs(analyst, doors)
    the_lists_of_a_year(analyst, doors)
    the_published_answer(analyst, doors)
    a_supervisor_reads(senders["cleveland"], doors)


def refused_and_says_why(page: Page, doors: Doors) -> None:
    """Before support organisations have reported, the lists carry nothing."""
    run(page, doors, "Before they reported")
    expect(page.get_by_role("heading", name="The lists cannot carry an answer")).to_be_visible()
    expect(page.get_by_text("Only one list has anybody on it (police)")).to_be_visible()
    expect(page.get_by_text("Methods answer")).to_have_count(0)
    looked_at(page, "j6-refused")


def the_lists_of_a_year(page: Page, doors: Doors) -> None:
    """The six lists of the year: a range first, then what carries it, and the part that comes from linking."""
    page.goto(f"{doors.staff}/estimates/")
    looked_at(page, "j6-runs")
    run(page, doors, "This year", "Domestic servitude")
    low, high = between(page, "In all, between about")
    assert 236 < low <= 300 <= high
    for heading in ("What may be said", "All methods", "When a list is left out", "Who is on which lists"):
        expect(page.get_by_role("heading", name=heading, exact=True)).to_be_visible()
    for drawing in ("How many in all, by method", "When a list is left out", "Where the width comes from"):
        expect(page.get_by_role("img", name=drawing).first).to_be_visible()
    expect(page.get_by_text("Nobody is on the lists of: local authority, government and public.")).to_be_visible()
    expect(page.locator(".figure").filter(has_text="Width from linking")).to_contain_text(re.compile(r"\d+%"))
    expect(page.get_by_role("heading", name=re.compile("^Models that carry it")).first).to_be_visible()
    looked_at(page, "j6-run")
    page.get_by_role("button", name="Repeat it").click()
    until = time.monotonic() + 120
    while time.monotonic() < until and not page.get_by_text("The same to the bit").count():
        page.wait_for_timeout(1_000)
        page.reload()
    expect(page.get_by_text("The same to the bit")).to_be_visible()
    page.set_viewport_size({"width": 390, "height": 844})
    looked_at(page, "j6-run")
    page.set_viewport_size({"width": 1280, "height": 900})


def the_published_answer(page: Page, doors: Doors) -> None:
    """The table of the United Kingdom in 2013: published were 10,000 to 13,000, by one method.

    Every method that is believed answers within that; the range over all their intervals is wider. The page says both.
    """
    page.goto(f"{doors.staff}/estimates/send/")
    page.get_by_label("Table", exact=True).set_input_files(ROOT / "docs" / "guides" / "uk-2013.csv")
    page.get_by_label("Title").fill("United Kingdom 2013")
    for name, value in (("from_on", ("1", "1", "2013")), ("to_on", ("31", "12", "2013"))):
        for part, text in zip(("day", "month", "year"), value, strict=True):
            page.locator(f"[name={name}_{part}]").fill(text)
    looked_at(page, "j6-send")
    page.get_by_role("button", name="Upload and run").click()
    answers = between(page, "Methods answer")
    assert 10_000 < answers[0] < answers[1] < 13_000
    low, high = between(page, "In all, between about")
    assert low < 10_000 < 13_000 < high
    beside = page.locator("#published")
    expect(beside).to_contain_text("Published: 10,000 to 13,000, the 95% interval of one method")
    expect(beside).to_contain_text("all within what was published")
    expect(beside).to_contain_text("The range here is wider than the published one")
    expect(page.get_by_text("2,744").first).to_be_visible()
    looked_at(page, "j6-united-kingdom")
    page.goto(f"{doors.staff}/estimates/compare/")
    expect(page.get_by_role("link", name="United Kingdom 2013").first).to_be_visible()
    looked_at(page, "j6-compare")


def a_supervisor_reads(page: Page, doors: Doors) -> None:
    """A supervisor sees the range and no count of a list; and what her own force's looking allows to be concluded."""
    page.goto(f"{doors.staff}/estimates/")
    page.get_by_role("link", name="This year").click()
    expect(page.get_by_text("In all, between about")).to_be_visible()
    expect(page.get_by_role("heading", name="Who is on which lists")).to_have_count(0)
    page.goto(f"{doors.staff}/estimates/looking/")
    expect(page.get_by_role("row")).to_have_count(2)
    page.get_by_role("link", name="Cleveland Police").click()
    expect(page.get_by_role("heading", name="What cannot be concluded")).to_be_visible()
    looked_at(page, "j6-looking")


def run(page: Page, doors: Doors, title: str, kind: str = "") -> None:
    """Freeze the lists of this year, of one type of exploitation where one is named, and wait for the result."""
    page.goto(f"{doors.staff}/estimates/freeze/")
    page.get_by_label("Title").fill(title)
    if kind:
        page.get_by_label("Type of exploitation").select_option(label=kind)
    looked_at(page, "j6-freeze")
    page.get_by_role("button", name="Freeze and run").click()
    expect(page.get_by_role("heading", name=title)).to_be_visible()
    expect(page.get_by_role("heading", name="How far it is")).to_have_count(0, timeout=180_000)


def between(page: Page, label: str) -> tuple[int, int]:
    """The two numbers of a figure, once it is there."""
    figure = page.locator(".figure").filter(has_text=label).locator("b")
    expect(figure).to_be_visible(timeout=180_000)
    low, high = figure.inner_text().replace(",", "").split(" to ")
    return int(low), int(high)


def wait_for_the_pairs(page: Page, doors: Doors) -> None:
    """Every pair of reports of one woman is proposed, since no machine recognises a victim alone."""
    expected = sum(comb(len(known), 2) * count for known, count in KNOWN.items())
    until, counted = time.monotonic() + 240, ""
    while time.monotonic() < until and counted != str(expected):
        page.wait_for_timeout(1_500)
        page.goto(f"{doors.staff}/queue/?kind=person&theme={THEME}")
        counted = page.locator(".figure").filter(has_text="Pairs that you can take").locator("b").inner_text()
    assert counted == str(expected)


def women() -> Iterator[tuple[int, tuple[str, ...]]]:
    """Each woman by her number, and who knows of her."""
    numbers = iter(range(1_000))
    return ((next(numbers), known) for known, count in KNOWN.items() for _ in range(count))


def send(page: Page, doors: Doors, agency: str) -> None:
    """An agency sends what it knows, a report a woman."""
    rows = [report(number, agency, known) for number, known in women() if agency in known]
    out = io.StringIO()
    writer = csv.DictWriter(out, columns.names(FileKind.REPORTS), restval="")
    writer.writeheader()
    writer.writerows(rows)
    page.goto(f"{doors.staff}/intake/")
    page.get_by_label("File").set_input_files(
        {"name": f"{agency}.csv", "mimeType": "text/csv", "buffer": out.getvalue().encode()}
    )
    page.get_by_role("button", name="Send the file").click()
    expect(page.get_by_text(f"{len(rows)} accepted, 0 in quarantine, 0 here already:")).to_be_visible(timeout=90_000)


def report(number: int, agency: str, known: tuple[str, ...]) -> Mapping[str, str]:
    """What an agency says of a woman. The first few whom two know, the second knows by less."""
    first = [one for one, who in women() if who == ("cleveland", "northern-support")][:DOUBTFUL]
    doubtful = number in first and agency == "northern-support"
    born = f"{1970 + number % 30}-{1 + number % 12:02d}-{1 + number % 28:02d}"
    return {
        "agency": agency,
        "report_ref": f"J6-{agency[:3].upper()}-{number:03d}",
        "reported_on": (clock.today() - timedelta(days=3)).isoformat(),
        "theme": THEME,
        "grade_scheme": "3x5x2",
        "source_grade": "2",
        "information_grade": "B",
        "handling_code": "P",
        "text": "A woman said that she kept a house without pay and was not let out of it.",
        "person1_name": name(number),
        "person1_role": "possible_victim",
        "person1_sex": "female",
        "person1_dob": born[:4] if doubtful else born,
        "person1_document": "" if doubtful else f"T{number:03d}{(number * 7_919) % 100_000:05d}",
    }


def name(number: int) -> str:
    """A name that looks invented, and like no other."""
    size = len(SYLLABLES)
    one, two, three = number * 37 % size, number * 11 % size, number // size
    return f"{SYLLABLES[one]}{SYLLABLES[two]} {SYLLABLES[two]}{SYLLABLES[one]}{SYLLABLES[three]}testova".title()
