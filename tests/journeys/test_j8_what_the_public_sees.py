"""J8, what the public sees: a release that gives nobody away, a bulletin about it, and what readers write under it.

Told twice, with scripts and without, by people and about articles of its own.
"""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page

from browser import BrowserPage
from journeys import commenting, moderating, publishing
from journeys.conftest import Doors
from journeys.publishing import Published
from journeys.stage import NO_SCRIPTS, SCRIPTS, Stage, Telling

pytestmark = [pytest.mark.browser, pytest.mark.installation, pytest.mark.xdist_group("browser")]


@pytest.mark.parametrize("told", [SCRIPTS, pytest.param(NO_SCRIPTS, marks=pytest.mark.once)], ids=lambda told: told.key)
def test_what_the_public_sees(
    told: Telling, doors: Doors, signed_in: Callable[..., Page], browser_page: BrowserPage, tmp_path: Path
) -> None:
    stage = Stage(told, doors, signed_in, browser_page)
    edition = publishing.a_statistician_builds_the_release(stage)
    time = publishing.a_second_person_signs(stage, edition)
    editor = publishing.an_editor_begins_a_bulletin(stage)
    writer = commenting.a_reader_registers(stage, told.writer, width=390)
    reporter = commenting.a_reader_registers(stage, told.reporter)
    stage.arrive("second.editor", "moderator", "second.moderator", "third.moderator", "national.analyst", "auditor")
    publishing.it_is_published_at_its_time(stage, time)
    publishing.its_files_open_again(stage, tmp_path)
    article = publishing.the_bulletin_is_published(stage, editor)

    the_comments(stage, article, writer, reporter)
    publishing.comments_are_closed(stage, article, writer)


def the_comments(stage: Stage, article: Published, writer: Page, reporter: Page) -> None:
    """Five comments by two readers: three break the rules, one would name a victim, one is a tip-off."""
    told = stage.told
    commenting.both_write(stage, article, writer, reporter)
    moderator = stage.staff("moderator")
    moderating.the_first_appears(stage, article, moderator)
    reported = commenting.another_reports_it(stage, reporter)
    moderating.it_is_removed_with_a_reason(stage, moderator)
    commenting.both_are_told(stage, reported, writer, reporter)
    moderating.on_the_third_breach_the_privilege_goes(stage, moderator)
    commenting.the_reader_appeals(stage, article, writer)
    moderating.another_moderator_decides(stage, moderator)
    commenting.the_reader_learns_what_was_decided(stage, article, writer)

    moderating.what_would_name_somebody_is_not_let_through(stage, moderator)
    commenting.the_writer_of_it_is_told(stage, reporter)
    before = moderating.the_tip_goes_to_the_desk(stage, moderator)
    moderating.the_desk_opens_grades_and_files_it(stage, before)
    moderating.everything_is_decided(stage, moderator)
    commenting.nobody_is_named_anywhere(stage, article, told.protected)
