"""J8, the second part, as readers live through it: registering, writing, reporting, appealing, being told."""

import re
from dataclasses import dataclass

from playwright.sync_api import Page, expect

from journeys.post import everything_sent, letter_to, link_in
from journeys.public_side import columns_holding, everything_readable, fetched
from journeys.publishing import Published
from journeys.stage import Reader, Stage, Telling

WHY_REMOVED = "You call everyone who did not look a fool."
WHY_WITHDRAWN = "Three comments broke the rules within a day."
WHY_IDENTIFIES = "It says who somebody is. Please never do that, not even if you mean well."
WHY_MOVED = "Somebody should look into this, and not in public."
APPEAL = "I was angry. I have read the rules again, and I shall keep to them."
ANSWERS = {
    True: "You are new here, and nobody had warned you before. Please write again.",
    False: "Three within a day is too many, and you had agreed to the rules that morning.",
}


def first(told: Telling) -> str:
    """It appears, is reported and is removed."""
    return f"Whoever never asked who washes their car is a fool, {told.key}."


def second(told: Telling) -> str:
    """It never appears."""
    return f"My own shop washes cars for less on every day of the week, {told.key}."


def third(told: Telling) -> str:
    """It never appears."""
    return f"The hills were lovely in the snow this morning, {told.key}."


def naming(told: Telling) -> str:
    """It would tell everyone who somebody is."""
    return f"I know one of them: {' '.join(told.protected)} works behind the Gannet café."


def tip(told: Telling) -> str:
    """It is for the police."""
    return f"A van brings four women to the old cannery every evening, and a man locks the door, {told.key}."


def a_reader_registers(stage: Stage, reader: Reader, width: int = 1280) -> Page:
    """With a name and an address, which the link in the letter confirms, and not without agreeing to the rules."""
    page = stage.outside(width, expect=("404",))
    page.goto(f"{stage.doors.public}/reader/")
    page.get_by_role("link", name="register").click()
    page.get_by_label("Name to show").fill(reader.name)
    page.get_by_label("E-mail address").fill(reader.address)
    page.get_by_role("button", name="Register").click()
    expect(page.get_by_role("alert")).to_contain_text("Read the rules, and tick the box if you agree to them.")
    expect(page.get_by_label("E-mail address")).to_have_value(reader.address)
    stage.look(page, "register")
    page.get_by_label("I have read the rules and agree to them").check()
    page.get_by_role("button", name="Register").click()
    expect(page.get_by_role("heading", level=1, name="Look at your e-mail")).to_be_visible()
    stage.look(page, "look-at-your-e-mail")

    page.goto(f"{stage.doors.public}/reader/")
    expect(page.get_by_role("heading", level=1, name="Sign in to comment")).to_be_visible()
    page.goto(link_in(letter_to(stage.doors, reader.address, "Your link to Pentameter")))
    stage.look(page, "come-in")
    page.get_by_role("button", name="Sign in").click()
    expect(page.get_by_role("heading", level=1, name=reader.name)).to_be_visible()
    return page


def both_write(stage: Stage, article: Published, writer: Page, reporter: Page) -> None:
    """Each is thanked in the same words, whatever they wrote, and nobody else can read any of it."""
    told = stage.told
    thanked = [_write(stage, article, writer, text) for text in (first(told), second(told), third(told))]
    thanked += [_write(stage, article, reporter, text) for text in (naming(told), tip(told))]
    assert len(set(thanked)) == 1
    stage.look(writer, "thank-you")
    page = fetched(article.thread)[2].decode()
    assert "No comment stands here yet." in page
    assert not any(text in page for text in (first(told), second(told), third(told), tip(told)))


def _write(stage: Stage, article: Published, page: Page, text: str) -> str:
    page.goto(article.address)
    page.get_by_role("link", name="Write a comment").click()
    page.get_by_label("Your comment").fill(text)
    stage.look(page, "write")
    page.get_by_role("button", name="Send", exact=True).click()
    expect(page.get_by_role("heading", level=1, name="Thank you")).to_be_visible()
    return page.get_by_role("main").inner_text()


@dataclass(frozen=True)
class Reported:
    """A comment's own address, and the code that was given for the report of it."""

    address: str
    code: str


def another_reports_it(stage: Stage, reporter: Page) -> Reported:
    """With the rule that it breaks, once; they are given a code."""
    reporter.get_by_role("link", name="Back to").click()
    comment = reporter.get_by_role("article").filter(has_text=first(stage.told))
    comment.get_by_role("link", name="Report this comment").click()
    report, address = reporter.url, reporter.url.removesuffix("report/")
    _report(stage, reporter)
    code = reporter.locator(".receipt").inner_text()
    stage.look(reporter, "reported")
    reporter.goto(report)
    _report(stage, reporter)
    expect(reporter.get_by_text("You have reported this comment already.").first).to_be_visible()
    _ask_what_became_of_it(stage, reporter, code)
    expect(reporter.get_by_text("Nobody has looked yet. Every report is looked at.")).to_be_visible()
    return Reported(address, code)


def _report(stage: Stage, page: Page) -> None:
    page.get_by_label("It breaks another of the rules").check()
    page.get_by_label("Which rule does it break").select_option(label="It attacks people.")
    page.get_by_label("Anything that helps").fill("Nobody here is a fool.")
    stage.look(page, "report")
    page.get_by_role("button", name="Send the report").click()


def _ask_what_became_of_it(stage: Stage, page: Page, code: str) -> None:
    page.goto(f"{stage.doors.public}/comments/reported/")
    page.get_by_label("The code that you were given").fill(code)
    page.get_by_role("button", name="See").click()


def both_are_told(stage: Stage, reported: Reported, writer: Page, reporter: Page) -> None:
    """The writer with the rule and the reason, the reporter with what became of the report; by page and by letter."""
    told = stage.told
    letter = letter_to(stage.doors, told.writer.address, "Your comment does not appear", says=WHY_REMOVED)
    assert "It attacks people." in letter
    assert first(told) not in letter
    writer.goto(f"{stage.doors.public}/reader/")
    own = writer.get_by_role("article").filter(has_text=first(told))
    expect(own).to_contain_text("Removed. Nobody else can read it. It attacks people.")
    expect(own).to_contain_text(WHY_REMOVED)
    stage.look_at_both_widths(writer, "own-page")
    letter_to(stage.doors, told.reporter.address, "What became of your report", says="looked at the comment and agreed")
    _ask_what_became_of_it(stage, reporter, reported.code)
    expect(reporter.get_by_text("A moderator looked at the comment and agreed.")).to_be_visible()
    page = fetched(reported.address)[2].decode()
    assert "This comment was removed by a moderator." in page
    assert first(told) not in page


def the_reader_appeals(stage: Stage, article: Published, writer: Page) -> None:
    """Told that the privilege is gone, they can write no more, and ask for another look."""
    letter_to(stage.doors, stage.told.writer.address, "Privilege withdrawn", says=WHY_WITHDRAWN)
    writer.goto(f"{article.thread}write/")
    expect(writer.get_by_text("The privilege of commenting was withdrawn from your account.")).to_be_visible()
    expect(writer.get_by_role("button", name="Send", exact=True)).to_have_count(0)
    stage.look(writer, "no-privilege")
    writer.goto(f"{stage.doors.public}/reader/")
    notice = writer.locator(".notice", has_text="Privilege withdrawn")
    expect(notice).to_contain_text(WHY_WITHDRAWN)
    stage.look_at_both_widths(writer, "withdrawn")
    notice.get_by_role("link", name="Appeal").click()
    expect(writer.get_by_text("Another moderator decides, not the one who decided first.")).to_be_visible()
    writer.get_by_label("Why it should be looked at again").fill(APPEAL)
    stage.look(writer, "appeal")
    writer.get_by_role("button", name="Send the appeal").click()
    appeal = writer.get_by_role("article").filter(has_text=APPEAL)
    expect(appeal).to_contain_text("Nobody has answered yet.")


def the_reader_learns_what_was_decided(stage: Stage, article: Published, writer: Page) -> None:
    """By letter and on their page; upheld, they have the privilege again."""
    upheld = stage.told.upheld
    outcome = "Your appeal was upheld." if upheld else "Your appeal was not upheld."
    assert outcome in letter_to(stage.doors, stage.told.writer.address, "Your appeal", says=ANSWERS[upheld])
    writer.goto(f"{stage.doors.public}/reader/")
    appeal = writer.get_by_role("article").filter(has_text=APPEAL)
    expect(appeal).to_contain_text(f"{'Upheld' if upheld else 'Not upheld'}. {ANSWERS[upheld]}")
    expect(writer.locator(".notice", has_text="Privilege withdrawn")).to_have_count(0 if upheld else 1)
    stage.look_at_both_widths(writer, "appeal-answered")
    writer.goto(f"{article.thread}write/")
    expect(writer.get_by_role("button", name="Send", exact=True)).to_have_count(1 if upheld else 0)


def the_writer_of_it_is_told(stage: Stage, reporter: Page) -> None:
    """That it could identify somebody; the letter does not say whom."""
    told = stage.told
    letter = letter_to(stage.doors, told.reporter.address, "Your comment does not appear", says=WHY_IDENTIFIES)
    assert "It could identify somebody." in letter
    reporter.goto(f"{stage.doors.public}/reader/")
    expect(reporter.get_by_text(WHY_IDENTIFIES, exact=True).first).to_be_visible()


def nobody_is_named_anywhere(stage: Stage, article: Published, protected: tuple[str, str]) -> None:
    """Not on any page that a link leads to, in no feed, found by no search, in no letter, and in nothing released."""
    thread = re.sub(r"^http://[^/]+", "", article.thread)
    found = everything_readable(stage.doors, thread, f"{thread}feed/", "/comments/feed/", "/comments/figures/")
    assert {thread, f"{thread}feed/", "/bulletins/feed.atom", "/statistics/", "/rules/"} <= set(found)
    for path, words in {**found, "letters": everything_sent(stage.doors)}.items():
        assert not any(name.casefold() in words.casefold() for name in (*protected, "Gannet")), path
    page = stage.outside()
    for words in (protected[1], "Gannet"):
        page.goto(f"{stage.doors.public}/bulletins/search/?words={words}")
        expect(page.get_by_text("No bulletin holds all of these words.")).to_be_visible()
    assert columns_holding(stage.doors, protected[1]) == set()
