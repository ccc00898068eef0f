"""What can be taken off is asked for again by whoever keeps it; and a page is kept for the day at most."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.test import Client

from bulletins import people
from bulletins.editing import ground
from bulletins.editing.ground import a_story, approved, photograph, row, version
from cast import editor
from pentameter.bulletins.editing.picturing import remade
from pentameter.bulletins.editing.services.bringing import bring_waiting
from pentameter.bulletins.editing.services.pictures import add_picture
from pentameter.bulletins.editing.services.publishing import publish_story, withdraw_story
from pentameter.bulletins.editing.services.reading import submit_story
from pentameter.bulletins.site import keeping
from pentameter.bulletins.site.models import Bulletin, Picture
from public_door import BOTH, public_door

pytestmark = pytest.mark.django_db(databases=BOTH)
SLUG = "the-second-wave-begins"


def _with_a_picture() -> None:
    story_id = a_story(replace(ground.WORDS, text="It began.\n\n{{picture picture-1}}"))
    said = {"alternative": "A table with maps.", "credit": "Pentameter"}
    add_picture(story_id=story_id, picture=remade(photograph()), **said, version=version(story_id), by=editor())
    submit_story(story_id=story_id, version=version(story_id), by=editor())
    publish_story(story_id=approved(story_id), version=version(story_id), by=editor())
    bring_waiting()


def _asks_again(browser: Client, address: str) -> bool:
    said = browser.get(address).headers.get("Cache-Control", "")
    return ("no-cache" in said or "no-store" in said) and "max-age" not in said


def test_whatever_can_be_taken_off_is_asked_for_again() -> None:
    _with_a_picture()
    bulletin = Bulletin.objects.get()
    article = people.article(bulletin_id=bulletin.pk)
    comment = people.shown(people.reader(), "A thought.", article)
    addresses = [
        *("/", "/bulletins/", f"/bulletins/{SLUG}/", f"/bulletins/{SLUG}/card.png", "/bulletins/search/?words=began"),
        *(f"/bulletins/feed.{kind}" for kind in ("atom", "rss", "json")),
        f"/bulletins/pictures/{Picture.objects.get().pk}/",
        *(f"/comments/on/{article}/", f"/comments/on/{article}/feed/", "/comments/feed/", f"/comments/{comment.pk}/"),
        "/statistics/",
    ]
    with public_door() as browser:
        assert [one for one in addresses if browser.get(one).status_code != 200] == []
        assert [one for one in addresses if not _asks_again(browser, one)] == []


def test_a_withdrawn_picture_is_gone_whoever_still_has_it() -> None:
    _with_a_picture()
    address = f"/bulletins/pictures/{Picture.objects.get().pk}/"
    with public_door() as browser:
        known = browser.get(address).headers["ETag"]
        assert browser.get(address, headers={"If-None-Match": known}).status_code == 304
        story = row(Bulletin.objects.get().pk)
        withdraw_story(story_id=story.pk, because="It was wrong.", version=story.version, by=editor())
        bring_waiting()
        assert browser.get(address, headers={"If-None-Match": known}).status_code == 404


def test_a_page_that_was_kept_yesterday_is_made_anew() -> None:
    ground.published()
    with public_door() as browser:
        browser.get(f"/bulletins/{SLUG}/")
        (address,) = keeping._pages
        kept = keeping._pages[address]
        keeping._pages[address] = replace(kept, body=b"of today")
        assert browser.get(f"/bulletins/{SLUG}/").content == b"of today"
        keeping._pages[address] = replace(kept, body=b"of yesterday", day=kept.day - timedelta(days=1))
        assert browser.get(f"/bulletins/{SLUG}/").content == kept.body
