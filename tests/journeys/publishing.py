"""J8, the first part: a release from frozen figures, signed by a second person, and a bulletin with a chart of it."""

import re
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from urllib.parse import unquote

from playwright.sync_api import Page, expect

from journeys.public_side import fetched
from journeys.released_files import assert_nothing_given_away, assert_package, assert_workbook, counts_in
from journeys.stage import Stage, comes, eventually
from pentameter.kernel import clock

QUARTERS, AREAS, WEEKS = "national-2", "referred-area-age-sex", "found-area-week"
_TABLES = (
    "Referrals by quarter and age (national Table 2)",
    "Referrals by nation, age and sex",
    "People found, by nation, force and week (agencies' returns)",
)
_THRESHOLD = 10


@dataclass(frozen=True)
class Published:
    """The bulletin on the public site: its page, and the page of its comments."""

    address: str
    thread: str


def a_statistician_builds_the_release(stage: Stage) -> str:
    """From frozen figures to a description; answers the version's address. Who made it may not sign it."""
    page = stage.staff("statistician")
    page.goto(f"{stage.doors.staff}/releases/new/")
    page.get_by_label("Title").fill(_title(stage))
    page.get_by_label("Address").fill(stage.told.release)
    page.get_by_label("Wave").select_option(label="Pentameter demonstration, Second wave")
    for table in _TABLES:
        page.get_by_label(table, exact=True).check()
    page.get_by_role("button", name="Freeze the figures").click()
    expect(page.get_by_text("The figures are frozen as they are now")).to_be_visible()
    edition = page.url
    page.get_by_role("link", name="Make the tables safe").click()
    expect(page.get_by_label("Withhold counts below")).to_have_value(str(_THRESHOLD))
    page.get_by_role("button", name="Withhold what is small").click()
    expect(page.get_by_text("The tables are safe: the attacker finds nothing.")).to_be_visible()
    _what_is_small_goes_with_what_would_tell_it(page)
    _the_attack_finds_nothing(page)
    stage.look_at_both_widths(page, "release-safe")
    _describe(page)
    expect(page.get_by_text("You worked on this version. A second person signs it.")).to_be_visible()
    page.goto(f"{edition}sign/")
    page.get_by_label("I have read the tables").check()
    page.get_by_label("Time").fill(f"{_in_london() + timedelta(minutes=2):%H:%M}")
    page.get_by_role("button", name="Sign", exact=True).click()
    expect(page.get_by_role("alert").get_by_text("You worked on this version.")).to_be_visible()
    return edition


def _what_is_small_goes_with_what_would_tell_it(page: Page) -> None:
    """Each small count is withheld, and with it others that are not small, from which it could be worked out."""
    for key in (QUARTERS, AREAS, WEEKS):
        card = page.locator(f"#table-{key}")
        card.locator("details.twin").last.locator("summary").click()
        rows = [row.locator("th, td").all_inner_texts() for row in card.locator("details.twin tbody tr").all()]
        why = {reason for *_, reason in rows}
        assert why == {f"fewer than {_THRESHOLD}", "another could be worked out from it"}
        for _, truly, reason in rows:
            assert (int(truly.replace(",", "")) < _THRESHOLD) == reason.startswith("fewer")


def _the_attack_finds_nothing(page: Page) -> None:
    """Over these tables and all that were released before: no withheld number can be told to be a small one."""
    attack = page.locator("#attack")
    found = re.search(r"Nothing\. Over these tables and (\d+) earlier tables", attack.inner_text())
    assert found
    assert int(found[1]) >= 3  # the demonstration's own release is one of them
    attack.locator("summary").click()
    rows = [row.locator("th, td").all_inner_texts() for row in attack.locator("tbody tr").all()]
    assert rows
    most = [high for *_, high in rows]
    assert all(high == "no limit" or int(high.replace(",", "")) >= _THRESHOLD for high in most)


def _describe(page: Page) -> None:
    page.get_by_role("link", name="Describe the release").click()
    for label in ("Summary", "Source", "Method", "Counting rules", "Revisions", "What was withheld"):
        page.get_by_label(label).fill(f"{label} of the quarter's referrals, in plain words.")
    page.get_by_role("button", name="Keep the description").click()


def a_second_person_signs(stage: Stage, edition: str) -> datetime:
    """With the next full minute as its time, before which nobody outside sees it."""
    page = stage.staff("second.statistician")
    page.get_by_role("link", name="1 release waits for the signature of a second person").click()
    page.get_by_role("link", name=_title(stage)).click()
    assert page.url == edition
    page.get_by_role("link", name="Sign it as the second person").click()
    stage.look_at_both_widths(page, "release-sign")
    time = (_in_london() + timedelta(seconds=65)).replace(second=0, microsecond=0)
    day = page.get_by_role("group", name="Day of publication")
    for label, value in (("Day", time.day), ("Month", time.month), ("Year", time.year)):
        day.get_by_label(label, exact=True).fill(str(value))
    page.get_by_label("Time").fill(f"{time:%H:%M}")
    page.get_by_label("I have read the tables").check()
    page.get_by_role("button", name="Sign", exact=True).click()
    expect(page.get_by_text("signed, waits for its time", exact=True).first).to_be_visible()
    assert _status(stage, "") == 404
    assert _in_london() < time
    return time


def it_is_published_at_its_time(stage: Stage, time: datetime) -> None:
    """By itself, and not before."""
    eventually(lambda: _status(stage, "") == 200)
    assert _in_london() >= time
    page = stage.outside()
    page.get_by_role("link", name="Statistics", exact=True).click()
    page.get_by_role("link", name=_title(stage)).click()
    published = page.locator("dl.facts div", has_text="Published").first
    expect(published).to_contain_text(f"{time:%H:%M}")
    expect(page.get_by_text("Two people signed this text")).to_be_visible()
    stage.look_at_both_widths(page, "release-public")


def its_files_open_again(stage: Stage, folder: Path) -> None:
    """Workbook, CSV and package, each opened again; and whoever has only the CSV comes no closer."""
    _, _, page = fetched(f"{stage.doors.public}/statistics/{stage.told.release}/")
    links = re.findall(rf'href="(/statistics/{stage.told.release}/versions/1/[^"]+)"', page.decode())
    files = {unquote(link.rpartition("/")[2]): fetched(stage.doors.public + link)[2] for link in links}
    tables = {name: body for name, body in files.items() if name.endswith(".csv")}
    named = f"{stage.told.release}-v1"
    assert set(tables) == {f"{named}-{key}.csv" for key in (QUARTERS, AREAS, WEEKS)}
    counts = [counts_in(body) for body in tables.values()]
    for of_table in counts:
        assert None in of_table
        assert all(one is None or one == 0 or one >= _THRESHOLD for one in of_table)
    assert_workbook(files[f"{named}.xlsx"], _title(stage), counts)
    assert_package(files[f"{named}.zip"], tables)
    assert_nothing_given_away(tables[f"{named}-{QUARTERS}.csv"], folder)


def an_editor_begins_a_bulletin(stage: Stage) -> Page:
    """With a chart of a table that is not public yet: it cannot go out."""
    page = stage.staff("editor")
    page.goto(f"{stage.doors.staff}/bulletins/new/")
    page.get_by_label("Title").fill(stage.told.title)
    page.get_by_label("Summary").fill("A chart of one quarter, and what it does not say.")
    chart = f"{{{{chart {stage.told.release}/{QUARTERS}}}}}"
    page.get_by_label("Text").fill(f"## One quarter\n\nReferrals are **not** people who were never seen.\n\n{chart}")
    page.get_by_role("button", name="Keep it").click()
    expect(page.get_by_text("No release that is public now has the address")).to_be_visible()
    page.get_by_role("button", name="Send to a second reader").click()
    expect(page.get_by_text("No release that is public now has the address").first).to_be_visible()
    stage.look_at_both_widths(page, "bulletin-held")
    return page


def the_bulletin_is_published(stage: Stage, editor: Page) -> Published:
    """Once the release is public: sent, read by a second pair of eyes, published."""
    story = re.sub(r"submit/$", "", editor.url)
    editor.goto(story)
    expect(editor.get_by_text("No release that is public now has the address")).to_have_count(0)
    editor.get_by_role("button", name="Send to a second reader").click()
    expect(editor.get_by_text("You wrote some of this yourself")).to_be_visible()
    expect(editor.get_by_role("button", name="I read it")).to_have_count(0)

    reader = stage.staff("second.editor")
    reader.goto(f"{story}preview/")
    expect(reader.locator("svg").first).to_be_visible()
    stage.look_at_both_widths(reader, "bulletin-preview")
    reader.goto(story)
    reader.get_by_role("button", name="I read it: it may be published").click()
    reader.get_by_role("button", name="Publish now").click()
    expect(reader.get_by_text("Readers see version 1")).to_be_visible()
    return _as_readers_find_it(stage)


def _as_readers_find_it(stage: Stage) -> Published:
    """From the first page; its chart is of the release, and leads there."""
    page = stage.outside()
    page.get_by_role("link", name=stage.told.title).click()
    expect(page.locator("svg").first).to_be_visible()
    address = page.url
    page.get_by_role("link", name=_title(stage)).first.click()
    expect(page.get_by_role("heading", level=1, name=_title(stage))).to_be_visible()
    page.goto(address)
    comes(page, page.get_by_role("link", name="Write a comment"))
    stage.look_at_both_widths(page, "bulletin-public")
    thread = re.search(r"/comments/on/[0-9a-f-]{36}/", page.content())
    assert thread
    return Published(address, stage.doors.public + thread[0])


def comments_are_closed(stage: Stage, article: Published, writer: Page) -> None:
    """By hand: the article says so, still shows what stands, leads to the rules, and takes nothing more."""
    page = stage.staff("editor")
    page.goto(f"{stage.doors.staff}/moderation/articles/")
    page.get_by_role("link", name=stage.told.title).click()
    page.get_by_label("Closed", exact=True).check()
    page.get_by_label("Why", exact=True).fill("Everything was said.")
    stage.look_at_both_widths(page, "close-comments")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("row", name=re.compile(stage.told.title))).to_contain_text("closed")

    page = stage.outside()
    page.goto(article.address)
    expect(page.get_by_text("Comments on this article are closed.")).to_be_visible()
    expect(page.get_by_role("link", name="Write a comment")).to_have_count(0)
    stage.look_at_both_widths(page, "closed")
    page.locator("#comments ~ p").get_by_role("link", name="Our rules").click()
    expect(page.get_by_role("heading", level=1, name="Our rules")).to_be_visible()
    expect(page.get_by_role("heading", name="When comments are closed")).to_be_visible()
    stage.look_at_both_widths(page, "rules")
    writer.goto(f"{article.thread}write/")
    expect(writer.get_by_text("Comments on this article are closed.")).to_be_visible()
    expect(writer.get_by_role("button", name="Send")).to_have_count(0)


def _title(stage: Stage) -> str:
    return f"Referrals of the quarter, {stage.told.key}"


def _in_london() -> datetime:
    return clock.now().astimezone(clock.LONDON)


def _status(stage: Stage, rest: str) -> int:
    return fetched(f"{stage.doors.public}/statistics/{stage.told.release}/{rest}")[0]
