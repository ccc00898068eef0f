"""The pages of the picture, and who may open which."""

import pytest

from cast import auditor, durham_constable, duty_desk, national_analyst, statistician
from pentameter.kernel.actor import Actor
from pentameter.picture.chart_list import section_of
from pentameter.picture.sections import Section, open_to


@pytest.mark.parametrize(
    ("reader", "closed"),
    [
        (durham_constable(), {Section.PROTECTION, Section.ESTIMATES}),
        (national_analyst(), set()),
        (statistician(), set()),
        (duty_desk(), {Section.OUTCOMES, Section.ESTIMATES}),
        (auditor(), {Section.OUTCOMES, Section.ESTIMATES}),
    ],
    ids=["constable", "analyst", "statistician", "desk", "auditor"],
)
def test_who_may_open_which(reader: Actor, closed: set[Section]) -> None:
    assert set(Section) - set(open_to(reader)) == closed


def test_every_page_has_a_name() -> None:
    assert len({one.label for one in Section}) == len(Section)


@pytest.mark.parametrize(
    ("name", "section"),
    [
        ("areas", Section.MAP),
        ("grades-5x5x5", Section.THEMES),
        ("prices-GBP", Section.DEMAND),
        ("routes-said", Section.ROUTES),
        ("outcomes-weeks", Section.OUTCOMES),
        ("treasure", None),
        ("", None),
    ],
)
def test_a_chart_stands_on_one_page(name: str, section: Section | None) -> None:
    assert section_of(name) is section
