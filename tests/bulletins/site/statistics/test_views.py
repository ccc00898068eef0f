"""Released statistics as everyone reads them: without account, cookie or script."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from django.test import Client

from pentameter.releases.files import files_of
from pentameter.releases.shelf.freezing import digest, freeze
from pentameter.releases.shelf.models import Shelved, ShelvedFile
from pentameter.releases.shelf.services import OnShelf, put
from public_door import BOTH, public_door
from releases.scene import WORDS, content, table, withheld
from releases.shelf.test_services import one_on_shelf

pytestmark = pytest.mark.django_db(databases=BOTH)
HERE = "/statistics/people-found/"


@pytest.fixture
def door() -> Iterator[Client]:
    """The public door."""
    with public_door() as client:
        yield client


def _on_shelf(number: int = 1, changed: str = "") -> OnShelf:
    made = content(withheld(table()), number=number, description=replace(WORDS, changed=changed))
    text = freeze(made)
    one = one_on_shelf(number, content=text, digest=digest(text), files=files_of(made, digest(text)))
    put(one)
    return one


def _words(door: Client, address: str) -> str:
    response = door.get(address)
    assert response.status_code == 200, address
    return response.content.decode()


def test_before_anything_was_released_the_page_says_what_that_means(door: Client) -> None:
    assert "That nothing stands here does not mean that nothing was counted" in _words(door, "/statistics/")


def test_a_release_says_what_it_shows_and_how_it_came_about(door: Client) -> None:
    _on_shelf()
    page = _words(door, HERE)
    for words in (WORDS.summary, WORDS.method, WORDS.withheld, "Ada Quill, press officer", "It does not mean zero"):
        assert words in page
    assert '<td class="num" data-label="Female"><span>[c]</span></td>' in page
    assert "Leave this page quickly" in page
    assert f'<a href="{HERE}">People found</a>' in _words(door, "/statistics/")


def test_no_cookie_is_set(door: Client) -> None:
    _on_shelf()
    for address in ("/statistics/", HERE):
        assert not door.get(address).cookies


def test_every_file_that_is_offered_can_be_fetched_as_it_was_made(door: Client) -> None:
    one = _on_shelf()
    page = _words(door, HERE)
    for file in one.files or ():
        address = f"{HERE}versions/1/{file.name}"
        assert f'href="{address}"' in page
        response = door.get(address)
        assert response.content == file.body
        assert response["ETag"] == f'"{file.digest}"'
        assert file.name in response["Content-Disposition"]


def test_a_correction_stands_first_and_the_earlier_version_says_so(door: Client) -> None:
    first = _on_shelf()
    put(replace(first, revision=2, state="replaced", files=None))
    _on_shelf(2, "Kent was counted twice.")
    assert "Kent was counted twice." in _words(door, HERE)
    earlier = _words(door, f"{HERE}versions/1/")
    assert "There is a later version" in earlier
    assert "noindex" in earlier


def test_withdrawn_the_page_says_since_when_and_why_and_shows_no_figure(door: Client) -> None:
    one = _on_shelf()
    withdrawn = replace(one, revision=2, state="withdrawn", withdrawn_at=one.published_at, content="", files=())
    put(replace(withdrawn, withdrawn_because="A week was counted twice."))
    page = _words(door, HERE)
    assert "A week was counted twice." in page
    assert "Durham" not in page
    assert door.get(f"{HERE}versions/1/{(one.files or ())[0].name}").status_code == 404


@pytest.mark.parametrize("address", ["/statistics/nothing/", f"{HERE}versions/9/", f"{HERE}versions/1/other.csv"])
def test_what_is_not_there(door: Client, address: str) -> None:
    _on_shelf()
    assert door.get(address).status_code == 404


def test_what_was_changed_on_the_shelf_is_not_shown(door: Client) -> None:
    one = _on_shelf()
    ShelvedFile.objects.update(body=b"other")
    Shelved.objects.update(content=one.content.replace("north", "south"))
    assert door.get(HERE).status_code == 503
    assert door.get(f"{HERE}versions/1/{(one.files or ())[0].name}").status_code == 503


def test_pages_are_only_read(door: Client) -> None:
    _on_shelf()
    assert door.post(HERE).status_code in (403, 405)


def test_what_people_wrote_stays_text(door: Client) -> None:
    made = content(title="<script>alert(1)</script>", description=replace(WORDS, summary="<b>bold</b>"))
    text = freeze(made)
    put(one_on_shelf(content=text, digest=digest(text), title=made.title, files=()))
    page = _words(door, HERE)
    assert "<script>alert" not in page
    assert "<b>bold" not in page
