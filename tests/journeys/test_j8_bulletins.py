"""J8, the bulletin: one editor writes, another reads, the public reads it in three languages and without scripts."""

import io
import re
from collections.abc import Callable

import pytest
from PIL import Image
from playwright.sync_api import Page, expect

from browser import BrowserPage
from browser.staff import looked_at
from journeys.conftest import Doors

pytestmark = [pytest.mark.browser, pytest.mark.installation, pytest.mark.xdist_group("browser")]

TITLE = "What a week of looking brought"
TEXT = "## Who looked\n\nForces **looked**. <script>alert(1)</script>\n\n{{picture picture-1}}"


def test_a_bulletin(doors: Doors, signed_in: Callable[..., Page], browser_page: BrowserPage) -> None:
    editor = signed_in("editor")
    write(editor, doors)
    story = editor.url
    expect(editor.get_by_text("This story has no picture").first).to_be_visible()
    looked_at(editor, "j8-held")
    add_a_picture(editor, story)
    editor.get_by_role("button", name="Send to a second reader").click()
    expect(editor.get_by_text("You wrote some of this yourself")).to_be_visible()

    reader = signed_in("second.editor")
    expect(reader.get_by_role("link", name=re.compile(r"Read \d bulletins?"))).to_be_visible()
    reader.goto(f"{story}preview/")
    expect(reader.get_by_role("heading", level=1, name=TITLE)).to_be_visible()
    looked_at(reader, "j8-preview")
    reader.goto(story)
    reader.get_by_role("button", name="I read it: it may be published").click()
    reader.get_by_role("button", name="Publish now").click()
    expect(reader.get_by_text("Readers see version 1")).to_be_visible()
    looked_at(reader, "j8-published")

    the_public_reads(doors, browser_page(390, scripts=False))
    correct(signed_in("editor"), signed_in("second.editor"), story)
    public = browser_page(1280, expect=("410",))
    public.goto(f"{doors.public}/bulletins/what-a-week-of-looking-brought/")
    expect(public.get_by_text("It says now which week.")).to_be_visible()
    looked_at(public, "j8-corrected")
    withdraw(signed_in("editor"), story)
    answer = public.reload()
    assert answer is not None
    assert answer.status == 410
    expect(public.get_by_text("It was about another week.")).to_be_visible()
    looked_at(public, "j8-withdrawn")


def write(page: Page, doors: Doors) -> None:
    """From the list to a story that is kept."""
    page.goto(f"{doors.staff}/bulletins/")
    looked_at(page, "j8-bulletins")
    page.get_by_role("link", name="Write a bulletin").click()
    page.get_by_label("Title").fill(TITLE)
    page.get_by_label("Summary").fill("One week, told in short.")
    page.get_by_label("Text", exact=False).last.fill(TEXT)
    looked_at(page, "j8-write")
    page.get_by_role("button", name="Keep it").click()
    expect(page.get_by_role("heading", level=1, name=TITLE)).to_be_visible()


def add_a_picture(page: Page, story: str) -> None:
    """A picture that is described."""
    out = io.BytesIO()
    Image.new("RGB", (900, 500), "#7fd1d4").save(out, "JPEG")
    page.goto(f"{story}pictures/")
    page.get_by_label("Picture", exact=True).set_input_files(
        {"name": "harbour.jpg", "mimeType": "image/jpeg", "buffer": out.getvalue()}
    )
    page.get_by_label("What it shows").fill("A harbour without people.")
    page.get_by_role("button", name="Add it").click()
    expect(page.get_by_role("img", name="A harbour without people.")).to_be_visible()
    looked_at(page, "j8-pictures")
    page.goto(story)


def the_public_reads(doors: Doors, page: Page) -> None:
    """On a phone, without scripts: found on the first page, read, searched for, in Welsh; and away quickly."""
    page.goto(doors.public)
    page.get_by_role("link", name=TITLE).click()
    expect(page.get_by_text("<script>alert(1)</script>")).to_be_visible()
    expect(page.get_by_role("img", name="A harbour without people.")).to_be_visible()
    page.get_by_role("link", name="Cymraeg").click()
    expect(page.get_by_text("Ni chyfieithwyd y bwletin hwn")).to_be_visible()
    page.goto(f"{doors.public}/bulletins/")
    page.get_by_label("Search bulletins").fill("looked forces")
    page.get_by_role("button", name="Search").click()
    expect(page.get_by_role("link", name=TITLE)).to_be_visible()
    expect(page.get_by_role("link", name="Leave this page quickly")).to_be_visible()


def correct(writer: Page, reader: Page, story: str) -> None:
    """A correction goes the same way, and says what it corrects."""
    writer.goto(story)
    writer.get_by_role("link", name="Correct it").click()
    writer.get_by_label("What is corrected, and why").fill("It says now which week.")
    writer.get_by_label("Text", exact=False).last.fill("Forces looked in the first week.")
    writer.get_by_role("button", name="Keep it").click()
    writer.get_by_role("button", name="Send to a second reader").click()
    reader.goto(story)
    reader.get_by_role("button", name="I read it: it may be published").click()
    reader.get_by_role("button", name="Publish now").click()
    expect(reader.get_by_text("Readers see version 2")).to_be_visible()


def withdraw(page: Page, story: str) -> None:
    """At once, with the reason."""
    page.goto(story)
    page.get_by_role("link", name="Withdraw").click()
    page.get_by_label("Why it is withdrawn").fill("It was about another week.")
    looked_at(page, "j8-withdraw")
    page.get_by_role("button", name="Withdraw it").click()
    expect(page.get_by_text("It is withdrawn. Its address says so, and why.")).to_be_visible()


@pytest.mark.parametrize("width", [1280, 390])
def test_the_public_pages_with_the_demos_bulletin(doors: Doors, browser_page: BrowserPage, width: int) -> None:
    page = browser_page(width)
    launch = "/bulletins/the-second-wave-begins/"
    for name, path in {
        "home": "/",
        "launch": launch,
        "launch-cy": f"/cy{launch}",
        "launch-ga": f"/ga{launch}",
        "bulletins": "/bulletins/",
        "archive": "/bulletins/archive/",
        "search": "/bulletins/search/?words=children",
        "danger": "/in-danger/",
        "help": "/help/",
    }.items():
        page.goto(doors.public + path)
        looked_at(page, f"public-{name}")
    page.goto(doors.public + launch)
    page.emulate_media(media="print")
    expect(page.get_by_role("link", name="Leave this page quickly")).to_be_hidden()
    expect(page.get_by_text("Premises visited").first).to_be_visible()


def test_the_keyboard_reaches_the_bulletin_in_order(doors: Doors, browser_page: BrowserPage) -> None:
    page = browser_page(1280)
    page.goto(f"{doors.public}/bulletins/the-second-wave-begins/")
    reached = []
    for _ in range(14):
        page.keyboard.press("Tab")
        reached.append(page.evaluate("document.activeElement.textContent.trim()"))
    order = [reached.index(one) for one in ("Skip to main content", "Bulletins", "Cymraeg", "Leave this page quickly")]
    assert order == sorted(order)
