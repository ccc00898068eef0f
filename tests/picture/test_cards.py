"""The key figures, in words."""

import pytest

from cast import auditor, durham_constable, national_analyst
from intelligence import many
from pentameter.kernel import clock
from pentameter.kernel.actor import SYSTEM
from pentameter.kernel.periods import week_of
from pentameter.operations import api as operations
from pentameter.picture.cards import Card, cards
from pentameter.picture.forms import Asked
from pentameter.picture.links import Links
from pentameter.picture.queries.picture import Picture
from picture import scene
from picture.looking import seen

pytestmark = pytest.mark.django_db


def told(picture: Picture) -> dict[str, Card]:
    """The cards by their labels."""
    links = Links("/reports/", picture.wave.id, Asked())
    return {card.label: card for card in cards(picture, links, "/operations/")}


def test_six_figures_with_their_words() -> None:
    of = scene.whole()
    many.waiting_row(of.wave, "durham")
    picture = seen(national_analyst(), of)
    found = told(picture)
    assert [(card.label, card.value) for card in found.values()] == [
        ("Reports", "300"),
        ("People found", "6"),
        ("Premises visited", "11"),
        ("Arrests", "7"),
        ("Agencies looking", "5 of 12"),
        ("Nil returns", "4"),
    ]
    withheld = picture.tallies.total.withheld
    assert found["Reports"].note == f"{withheld} you may not read, 1 row in quarantine"
    assert found["Agencies looking"].note == "2 found nothing, 6 silent"
    assert found["Nil returns"].note == "from 3 agencies"
    assert all(card.spark for card in found.values())


def test_what_is_withheld_is_not_told_to_who_may_not_know() -> None:
    found = told(seen(durham_constable(), scene.whole()))
    assert "may not read" not in found["Reports"].note
    assert found["Reports"].note.endswith("this week")


def test_a_week_for_which_no_return_came_yet_is_not_told_as_nought() -> None:
    of = scene.whole()
    assert told(seen(national_analyst(), of))["Arrests"].note == "no return for this week yet"
    word = operations.WeekReturn(week_of(clock.today()), operations.Looked.FOUND, arrests=2, premises_visited=0)
    operations.file_return(wave_id=of.wave, agency="durham", word=word, by=SYSTEM, today=clock.today())
    found = told(seen(national_analyst(), of))
    assert (found["Arrests"].note, found["Premises visited"].note) == ("2 this week", "0 this week")


def test_who_reads_nothing_has_figures_without_links_to_reports() -> None:
    picture = seen(auditor(), scene.whole())
    assert picture.tallies.total.readable == 0
    assert told(picture)["Reports"].href == ""
    assert told(picture)["Arrests"].href == "/operations/"


def test_a_wave_to_come_has_noughts_and_no_course() -> None:
    found = told(seen(national_analyst(), scene.a_wave(weeks_ago=-2)))
    assert {card.value for card in found.values()} == {"0", "0 of 12"}
    assert not found["Arrests"].spark
