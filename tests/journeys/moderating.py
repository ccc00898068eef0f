"""J8, the second part, as moderators and the desk do it: deciding, the ladder, an appeal, a tip-off."""

import re

from playwright.sync_api import Page, expect

from journeys import commenting
from journeys.public_side import columns_holding, fetched
from journeys.publishing import Published
from journeys.stage import Stage, comes, eventually


def the_first_appears(stage: Stage, article: Published, moderator: Page) -> None:
    """All five wait; the first is let through, and then everyone reads it: on its page, in the thread, in the feed."""
    moderator.goto(f"{stage.doors.staff}/moderation/")
    for text in (commenting.third(stage.told), commenting.naming(stage.told), commenting.tip(stage.told)):
        comes(moderator, moderator.get_by_role("link", name=text))
    stage.look_at_both_widths(moderator, "queue")
    _open(stage, moderator, commenting.first(stage.told))
    stage.look_at_both_widths(moderator, "comment")
    moderator.get_by_role("button", name="Approve").click()
    expect(moderator.get_by_text("Approved. Everyone can read it in a moment.")).to_be_visible()
    for address in (article.address, article.thread, f"{article.thread}feed/"):
        page = eventually(lambda address=address: _with(address, commenting.first(stage.told)))
        assert commenting.second(stage.told) not in page


def _with(address: str, text: str) -> str:
    page = fetched(address)[2].decode()
    return page if text in page else ""


def it_is_removed_with_a_reason(stage: Stage, moderator: Page) -> None:
    """The moderator sees for what it was reported, and cannot remove it without a rule and a reason."""
    moderator.goto(f"{stage.doors.staff}/moderation/")
    reported = moderator.get_by_role("row").filter(has_text=commenting.first(stage.told))
    comes(moderator, reported.filter(has_text="1 report"))
    _open(stage, moderator, commenting.first(stage.told))
    expect(moderator.get_by_text("Nobody here is a fool.")).to_be_visible()
    stage.look_at_both_widths(moderator, "comment-reported")
    moderator.get_by_role("button", name="Remove").click()
    expect(moderator.get_by_text("Choose the rule that the comment breaks.").first).to_be_visible()
    _remove(moderator, "It attacks people.", commenting.WHY_REMOVED)


def on_the_third_breach_the_privilege_goes(stage: Stage, moderator: Page) -> None:
    """After two breaches it may not be taken; after three it may, and holds once a second moderator agrees."""
    _open(stage, moderator, commenting.second(stage.told))
    _remove(moderator, "It advertises, or says the same again.", "This is no place for it.")
    _open(stage, moderator, commenting.third(stage.told))
    history = moderator.get_by_role("link", name="History and steps").get_attribute("href")
    moderator.goto(f"{stage.doors.staff}{history}")
    _propose_to_withdraw(moderator)
    expect(moderator.get_by_text("This step needs 3 breaches that count; this reader has 2.").first).to_be_visible()
    _open(stage, moderator, commenting.third(stage.told))
    _remove(moderator, "It is not about the article.", "It is about the weather.")
    moderator.goto(f"{stage.doors.staff}{history}")
    expect(moderator.get_by_text("3 breaches count: privilege withdrawn.")).to_be_visible()
    _propose_to_withdraw(moderator)
    expect(moderator.get_by_text("It waits for a second moderator.").first).to_be_visible()
    stage.look_at_both_widths(moderator, "ladder")
    moderator.goto(f"{stage.doors.staff}/moderation/appeals/")
    expect(moderator.get_by_text("None waits for you.")).to_be_visible()

    second = stage.staff("second.moderator")
    second.get_by_role("link", name="Confirm or refuse 1 withdrawal").click()
    stage.look_at_both_widths(second, "second-moderator")
    second.get_by_role("button", name=f"Withdraw the privilege of {stage.told.writer.name}").click()
    expect(second.get_by_text("The privilege is withdrawn. The reader is told.")).to_be_visible()


def _propose_to_withdraw(page: Page) -> None:
    page.get_by_label("Privilege withdrawn").check()
    page.get_by_label("Why", exact=True).fill(commenting.WHY_WITHDRAWN)
    page.get_by_role("button", name="Take this step").click()


def another_moderator_decides(stage: Stage, moderator: Page) -> None:
    """Neither who proposed it nor who agreed; and the record says who did."""
    moderator.goto(f"{stage.doors.staff}/moderation/appeals/")
    expect(moderator.get_by_role("row").filter(has_text=stage.told.writer.name)).to_contain_text(
        "another moderator answers"
    )
    third = stage.staff("third.moderator")
    third.get_by_role("link", name=re.compile(r"Answer \d appeals?")).click()
    row = third.get_by_role("row").filter(has_text=stage.told.writer.name)
    row.get_by_role("link", name="Privilege withdrawn").click()
    expect(third.get_by_text(commenting.APPEAL)).to_be_visible()
    upheld = stage.told.upheld
    third.get_by_label("Upheld: put it right" if upheld else "Not upheld: it stays as it is").check()
    third.get_by_label("Why", exact=True).fill(commenting.ANSWERS[upheld])
    stage.look_at_both_widths(third, "answer-appeal")
    third.get_by_role("button", name="Answer", exact=True).click()
    expect(third.get_by_text("Answered. The reader is told.")).to_be_visible()

    auditor = stage.staff("auditor")
    auditor.goto(f"{stage.doors.staff}/audit/record/?event=appeal_answered")
    auditor.get_by_label("For what purpose do you read the record?").fill("Whether appeals go to others")
    auditor.get_by_role("button", name="Continue").click()
    expect(auditor.get_by_role("row").nth(1)).to_contain_text("Maeve Loughlin")
    expect(auditor.get_by_role("row").nth(1)).to_contain_text("Appeal answered")


def what_would_name_somebody_is_not_let_through(stage: Stage, moderator: Page) -> None:
    """Whoever approves it: the check holds it, and says of what kind it is, never of whom."""
    _open(stage, moderator, commenting.naming(stage.told))
    expect(moderator.get_by_text("It may identify somebody.")).to_be_visible()
    moderator.get_by_label("Why", exact=True).fill("I know the writer.")
    moderator.get_by_role("button", name="Approve").click()
    expect(moderator.get_by_text("The check holds these words.").first).to_be_visible()
    stage.look_at_both_widths(moderator, "comment-held")
    _remove(moderator, "It could identify somebody.", commenting.WHY_IDENTIFIES)


def the_tip_goes_to_the_desk(stage: Stage, moderator: Page) -> set[str]:
    """Its words are sealed there, and gone from the public side. Answers which comments lay on the desk before."""
    before = _comments_on(stage.staff("national.analyst"), stage)
    assert columns_holding(stage.doors, commenting.tip(stage.told)) == {"comments_wording.text"}
    _open(stage, moderator, commenting.tip(stage.told))
    moderator.get_by_label("Why", exact=True).fill(commenting.WHY_MOVED)
    moderator.get_by_role("button", name="Move to tip-offs").click()
    expect(moderator.get_by_text("Passed to the tip-off desk. The writer is told.")).to_be_visible()
    eventually(lambda: columns_holding(stage.doors, commenting.tip(stage.told)) == set())
    return before


def _comments_on(desk: Page, stage: Stage) -> set[str]:
    desk.goto(f"{stage.doors.staff}/tips/")
    rows = desk.get_by_role("row").filter(has_text="a comment that was moved here")
    return set(rows.get_by_role("link").all_inner_texts())


def the_desk_opens_grades_and_files_it(stage: Stage, before: set[str]) -> None:
    """Nobody reads it before it is opened; then it is graded and becomes a report of the desk's agency."""
    text, desk = commenting.tip(stage.told), stage.staff("national.analyst")
    (reference,) = eventually(lambda: _comments_on(desk, stage) - before)
    stage.look_at_both_widths(desk, "tips")
    desk.get_by_role("link", name=reference, exact=True).click()
    expect(desk.get_by_text("Nobody has opened it.")).to_be_visible()
    expect(desk.get_by_text(text)).to_have_count(0)
    desk.get_by_role("button", name="Open it").or_(desk.get_by_role("link", name="Open it")).click()
    expect(desk.get_by_text(text)).to_be_visible()
    stage.look_at_both_widths(desk, "tip")
    desk.get_by_role("link", name="File it as a report").click()
    _grade(desk)
    stage.look_at_both_widths(desk, "tip-file")
    desk.get_by_role("button", name="File it").click()
    expect(desk.get_by_text("It is filed as a report.")).to_be_visible()
    desk.get_by_role("link", name="report 1").click()
    expect(desk.get_by_text("A van was seen at a disused building.").first).to_be_visible()
    expect(desk.get_by_text(reference).first).to_be_visible()
    expect(desk.get_by_text(text)).to_have_count(0)


def _grade(page: Page) -> None:
    page.get_by_label("Wave").select_option(label="Pentameter demonstration: Second wave")
    page.get_by_label("What is reported").fill("A van was seen at a disused building. A man locks its door.")
    page.get_by_label("Theme").select_option(index=1)
    page.get_by_label("Place").fill("Testford")
    page.get_by_label("Grading scheme").select_option(label="3x5x2")
    for label, code in (("Source grade", "3x5x2: 2"), ("Information grade", "3x5x2: D"), ("Handling code", "3x5x2: P")):
        choices = page.get_by_label(label, exact=True).locator("option").all_inner_texts()
        page.get_by_label(label, exact=True).select_option(label=next(one for one in choices if one.startswith(code)))


def _open(stage: Stage, page: Page, text: str) -> None:
    page.goto(f"{stage.doors.staff}/moderation/")
    page.get_by_role("link", name=text).click()
    expect(page.locator(".words-of.said")).to_have_text(text)


def _remove(page: Page, rule: str, why: str) -> None:
    page.get_by_label("Rule that it breaks").select_option(label=rule)
    page.get_by_label("Why", exact=True).fill(why)
    page.get_by_role("button", name="Remove").click()
    expect(page.get_by_text("Removed. The writer is told why.")).to_be_visible()


def everything_is_decided(stage: Stage, moderator: Page) -> None:
    """Nothing of this telling waits any more."""
    moderator.goto(f"{stage.doors.staff}/moderation/")
    expect(moderator.get_by_role("link", name=re.compile(stage.told.key))).to_have_count(0)
