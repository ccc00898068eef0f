"""What the templates are given."""

from datetime import date
from decimal import Decimal

import pytest

from cast import auditor, durham_constable, national_analyst
from pentameter.kernel.actor import SYSTEM
from pentameter.operations import api as operations
from pentameter.picture.page import Page
from picture import scene
from picture.looking import seen

pytestmark = pytest.mark.django_db


def test_the_heading_says_which_wave_and_up_to_when() -> None:
    of = scene.whole(30)
    page = Page.online(seen(national_analyst(), of), national_analyst())
    assert page.heading == "Demonstration, the picture"
    assert page.sentence.startswith("A wave, week 7. Everything received up to ")
    coming = scene.a_wave(weeks_ago=-2)
    assert "begins on" in Page.online(seen(national_analyst(), coming), national_analyst()).sentence
    ended = scene.a_wave(weeks_ago=9, ends_after=3)
    assert "ended on" in Page.online(seen(national_analyst(), ended), national_analyst()).sentence


def test_the_page_says_of_what_it_counts() -> None:
    of = scene.whole(30)
    assert "all reports" in Page.online(seen(national_analyst(), of), national_analyst()).scope
    assert "whoever may read them" in Page.online(seen(auditor(), of), auditor()).scope
    assert "what your agency may read" in Page.online(seen(durham_constable(), of), durham_constable()).scope


def test_themes_keep_the_other_filters() -> None:
    picture = seen(national_analyst(), scene.whole(30), agency="garda", theme="unknown")
    chips = Page.online(picture, national_analyst()).theme_chips
    assert len(chips) == 7
    assert [label for label, _, chosen in chips if chosen] == ["Theme not known"]
    assert all("agency=garda" in address for _, address, _ in chips)
    assert "theme" not in chips[0][1]


def test_off_line_nothing_leads_anywhere() -> None:
    page = Page.offline(seen(national_analyst(), scene.whole(30)), national_analyst())
    assert (page.file_url, page.copies("weeks"), page.to_all, page.to_advertised) == ("", [], "", "")
    assert {card.href for card in page.cards} == {""}
    assert page.made_by.startswith("Made by Esther Lindqvist, national analyst, ")


def test_who_may_not_read_reports_has_no_links_to_them() -> None:
    page = Page.online(seen(auditor(), scene.whole(30)), auditor())
    assert page.to_all == ""
    assert page.copies("weeks")[0][0] == "CSV"
    assert "/operations/waves/" in page.returns_url


def test_the_areas_with_most_reports_come_first() -> None:
    lines = Page.online(seen(national_analyst(), scene.whole()), national_analyst()).area_lines
    counts = [line.tally.counted for line in lines]
    assert (len(lines), counts) == (49, sorted(counts, reverse=True))


def test_who_looked_in_a_sentence() -> None:
    page = Page.online(seen(national_analyst(), scene.whole(30)), national_analyst())
    assert page.coverage_sentence.startswith("5 of 12 agencies have looked; 2 of them found nothing. 1 agency sent")
    assert "No return at all came from British Transport Police, Kent Police" in page.coverage_sentence
    nobody = Page.online(seen(national_analyst(), scene.a_wave(participants=())), national_analyst())
    assert nobody.coverage_sentence == "No agency takes part now."


def test_coverage_is_shown_in_two_columns_without_losing_anyone() -> None:
    page = Page.online(seen(national_analyst(), scene.whole(30)), national_analyst())
    names = [row.agency for half in page.coverage_halves for row in half.agencies]
    assert names == [line.participant.name for line in page.picture.lines]


@pytest.mark.parametrize(("price", "said"), [("60.00", "60"), ("60.50", "60.50"), ("1250", "1,250")])
def test_a_price_without_empty_pence(price: str, said: str) -> None:
    page = Page.offline(seen(national_analyst(), scene.a_wave()), national_analyst())
    assert page.price(Decimal(price)) == said


def test_published_results_stand_beside_ours() -> None:
    of = scene.whole()
    operations.load_published_results(by=SYSTEM)
    page = Page.online(seen(national_analyst(), of), national_analyst())
    assert [source.as_of for source in page.sources] == ["2006", "release of 2 July 2008", "paper of February 2009"]
    assert len(page.contradictions) == 2
    assert page.picture.today >= date(2024, 1, 1)
