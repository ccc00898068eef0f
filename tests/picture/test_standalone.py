"""The picture as one file: everything inside, nothing fetched, nothing run."""

import re

import pytest

from cast import durham_constable, national_analyst
from pentameter.kernel import clock
from pentameter.picture.forms import Asked
from pentameter.picture.services import export_picture
from picture import scene

pytestmark = pytest.mark.django_db


def written(reader: object = None) -> str:
    """The file."""
    asked = Asked(wave=scene.whole().wave)
    return export_picture(asked=asked, by=reader or national_analyst(), at=clock.now(), today=clock.today())


def test_nothing_is_fetched_run_or_followed() -> None:
    text = written()
    assert not re.search(r"<script|<link|<iframe|<img|\ssrc=|@import", text)
    named = re.findall(r'(?<!\^=")https?://[\w.]+', text)  # style sheets match addresses by their beginning
    assert set(named) <= {"http://www.w3.org"}, "names of XML, which nothing asks for"
    assert {found[:5] for found in re.findall(r"url\(([^)]*)\)", text)} <= {"data:", "#dots", "#hatc", "#dash"}
    assert not re.search(r'<a\s[^>]*href="(?!#)', text)


def test_it_says_how_to_handle_it_when_it_was_made_and_by_whom() -> None:
    text = written()
    body = text[text.index("<body") :]
    marking = "Counts of intelligence. For the agencies of the operation only; not for publication."
    assert body.index(marking) < body.index("<h1")
    assert "Made by Esther Lindqvist, national analyst" in body
    assert "Everything received up to" in body


def test_it_holds_every_chart_and_no_words_of_any_report() -> None:
    text = written(durham_constable())
    for heading in ("Reports by force area", "Reports by week", "Reports by grade, 5x5x5", "Who has looked"):
        assert heading in text
    assert "her wages were kept" not in text
    assert "Counts of what your agency may read" in text


def test_what_its_maker_may_not_read_is_nobody_elses_concern() -> None:
    text = written()
    assert "Counts of all reports, whoever may read them." in text
    assert "may not read" not in text


def test_it_is_well_formed_and_small_enough_to_send() -> None:
    text = written()
    assert text.startswith("<!DOCTYPE html>")
    assert len(text.encode()) < 1_500_000
