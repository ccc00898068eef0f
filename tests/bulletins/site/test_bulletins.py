"""What readers see: lists, a bulletin, corrections, withdrawal, feeds, archive, search, languages, pictures."""

import json
from xml.etree import ElementTree

import pytest
from django.utils import translation

from bulletins.editing import ground
from bulletins.editing.ground import a_release, a_story, approved, corrected, photograph, published, row, version
from cast import editor
from pentameter.bulletins.editing.picturing import remade
from pentameter.bulletins.editing.services.bringing import bring_waiting
from pentameter.bulletins.editing.services.pictures import add_picture
from pentameter.bulletins.editing.services.publishing import publish_story, withdraw_story
from pentameter.bulletins.editing.services.reading import submit_story
from pentameter.bulletins.editing.services.writing import Written, save_translation
from pentameter.bulletins.site import feeds, keeping
from pentameter.bulletins.site.languages import in_language, spoken
from pentameter.bulletins.site.models import Bulletin, Edition, Picture
from pentameter.bulletins.site.queries import bulletins as asked
from pentameter.bulletins.site.queries.searching import search, words_of
from pentameter.bulletins.site.services import turn_edition
from pentameter.bulletins.site.views import frame
from pentameter.bulletins.site.vocabulary import Language, Subject
from pentameter.look.speaking import spoken_day, spoken_month
from public_door import BOTH, public_door

pytestmark = pytest.mark.django_db(databases=BOTH)
ADDRESS = "/bulletins/the-second-wave-begins/"


def _read(path: str, status: int = 200, **headers: str) -> str:
    with public_door() as client:
        response = client.get(path, headers=headers)
    assert response.status_code == status, response.content
    assert "Set-Cookie" not in response.headers
    return response.content.decode()


def _welsh(checked: bool = False):
    story_id = a_story()
    words = Written("Yr ail don", "Crynodeb.", "Dechreuodd ym mis **Hydref**.")
    save_translation(
        story_id=story_id,
        language=Language.WELSH,
        written=words,
        checked=checked,
        version=version(story_id),
        by=editor(),
    )
    submit_story(story_id=story_id, version=version(story_id), by=editor())
    publish_story(story_id=approved(story_id), version=version(story_id), by=editor())
    bring_waiting()
    return story_id


def test_a_bulletin_at_its_permanent_address() -> None:
    published()
    page = _read(ADDRESS)
    for said in (
        "<h1>The second wave begins</h1>",
        "It began in <strong>October</strong>.",
        "Published on",
        "Leave this page quickly",
        'property="og:image" content="http://testserver/bulletins/the-second-wave-begins/card.png"',
        'rel="canonical" href="http://testserver/bulletins/the-second-wave-begins/"',
        "Version 1.",
    ):
        assert said in page
    assert "The second wave begins" in _read("/")
    assert "The second wave begins" in _read("/bulletins/")


def test_nothing_that_is_not_published_is_anywhere() -> None:
    approved()
    for path in ("/", "/bulletins/", "/bulletins/feed.atom", "/bulletins/search/?words=October", "/bulletins/archive/"):
        assert "The second wave begins" not in _read(path)
    _read(ADDRESS, 404)


def test_a_correction_is_seen_at_once_with_its_day_and_its_note() -> None:
    story_id = published()
    assert "What was corrected" not in _read(ADDRESS)
    corrected(story_id, "It began on 3 October.", "The day was missing.")
    page = _read(ADDRESS)
    assert "What was corrected" in page
    assert "The day was missing." in page
    assert "Version 2." in page
    assert "corrected" in _read("/bulletins/")
    assert "(This bulletin was corrected.)" in _read("/bulletins/feed.rss")


def test_a_withdrawn_bulletin_says_so_and_is_gone_everywhere_else() -> None:
    story_id = published()
    _read(ADDRESS)
    withdraw_story(story_id=story_id, because="A figure was wrong.", version=version(story_id), by=editor())
    bring_waiting()
    page = _read(ADDRESS, 410)
    assert "This bulletin was withdrawn" in page
    assert "A figure was wrong." in page
    assert "October</strong>" not in page
    _read(f"{ADDRESS}card.png", 404)
    for path in ("/", "/bulletins/", "/bulletins/feed.json", "/bulletins/search/?words=October", "/bulletins/archive/"):
        assert "The second wave begins" not in _read(path)


def test_pages_are_kept_for_an_edition_and_asked_for_again() -> None:
    story_id = published()
    with public_door() as client:
        first = client.get(ADDRESS)
        assert first["Cache-Control"] == "public, no-cache"
        again = client.get(ADDRESS, headers={"if-none-match": first["ETag"]})
        assert (again.status_code, again.content) == (304, b"")
        Bulletin.objects.update(version=7)
        assert client.get(ADDRESS).content == first.content, "nobody said that anything changed"
        turn_edition()
        assert client.get(ADDRESS).content != first.content
        client.cookies["public_session"] = "of somebody who signed in"
        assert client.get(ADDRESS)["Cache-Control"] == "private, no-store"
    assert row(story_id).published == 1


def test_one_small_query_for_a_page_that_is_kept(django_assert_num_queries) -> None:
    published()
    with public_door() as client:
        client.get(ADDRESS)
        with django_assert_num_queries(1, using="public"):
            client.get(ADDRESS)


def test_no_more_pages_are_kept_than_fit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keeping, "MOST", 3)
    with public_door() as client:
        for number in range(9):
            client.get(f"/bulletins/?page={number}")
        client.get(f"/bulletins/?page={'1' * 300}")
    assert len(keeping._pages) == 3
    keeping.forget()
    assert not keeping._pages


def test_editions_are_counted_from_nothing() -> None:
    assert asked.edition() == 0
    turn_edition()
    turn_edition()
    assert (asked.edition(), Edition.objects.count()) == (2, 1)


def test_feeds_can_be_read_and_say_the_same() -> None:
    published()
    atom = ElementTree.fromstring(_read("/bulletins/feed.atom"))
    rss = ElementTree.fromstring(_read("/bulletins/feed.rss"))
    said = json.loads(_read("/bulletins/feed.json"))
    name = "{http://www.w3.org/2005/Atom}"
    titles = [atom.findtext(f"{name}entry/{name}title"), rss.findtext("channel/item/title"), said["items"][0]["title"]]
    assert titles == ["The second wave begins"] * 3
    assert said["version"] == "https://jsonfeed.org/version/1.1"
    assert said["items"][0]["url"] == f"http://testserver{ADDRESS}" == rss.findtext("channel/item/link")
    _read("/bulletins/feed.exe", 404)
    assert {one.media_type.split(";")[0] for one in feeds.Feed} == {
        "application/atom+xml",
        "application/rss+xml",
        "application/feed+json",
    }


def test_the_archive_leads_to_months_and_subjects() -> None:
    published()
    month = asked.months()[0]
    assert month.count == 1
    assert asked.subjects() == ((Subject.OPERATION, 1),)
    for path in (f"/bulletins/month/{month.first:%Y-%m}/".replace("-0", "-"), "/bulletins/subject/operation/"):
        assert path in _read("/bulletins/archive/")
        assert "The second wave begins" in _read(path)
    for end in ("month/2007-13/", "month/2001-1/", "subject/law/", "subject/x/"):
        _read(f"/bulletins/{end}", 404)


@pytest.mark.parametrize(
    ("words", "found"),
    [("october", 1), ("second october", 1), ("SECOND wave", 1), ("november", 0), ("%", 0), ("' OR 1=1 --", 0), ("", 0)],
)
def test_search_finds_what_holds_every_word(words: str, found: int) -> None:
    published()
    assert search(words, Language.ENGLISH, 1).total == found


def test_a_search_page_escapes_what_was_asked_and_is_kept_nowhere() -> None:
    published()
    with public_door() as client:
        response = client.get("/bulletins/search/", {"words": "october <script>alert(1)</script>\x00"})
    assert response["Cache-Control"] == "private, no-store"
    assert b"<script>alert" not in response.content
    page = _read("/bulletins/search/?words=october")
    assert "<mark>October</mark>" in page
    assert "1 bulletin found" in page
    assert words_of("a-b c' " * 40) == ("a-b", "c'") * 4


def test_what_is_not_translated_says_so_and_what_is_says_that_it_is_to_be_confirmed() -> None:
    _welsh()
    welsh, irish = _read(f"/cy{ADDRESS}"), _read(f"/ga{ADDRESS}")
    assert "<h1>Yr ail don</h1>" in welsh
    assert "i'w gadarnhau gan siaradwr. Y Saesneg" in welsh
    assert '<html lang="cy"' in welsh
    assert "Níor aistríodh an feasachán seo" in irish
    assert 'lang="en-GB">\n<h1>The second wave begins</h1>' in irish
    assert "Yr ail don" in _read("/cy/bulletins/")
    assert search("hydref", Language.WELSH, 1).total == 1
    assert search("hydref", Language.IRISH, 1).total == 0


def test_a_translation_that_a_speaker_read_says_nothing_of_it() -> None:
    _welsh(checked=True)
    assert "Y Saesneg sy'n cyfrif" not in _read(f"/cy{ADDRESS}")


def test_languages_stand_in_the_address_alone() -> None:
    with public_door() as client:
        page = client.get("/bulletins/", headers={"accept-language": "cy"})
    assert page["Content-Language"] == "en-GB"
    assert in_language("/cy/bulletins/?page=2", Language.ENGLISH) == "/bulletins/?page=2"
    assert in_language("/bulletins/", Language.IRISH) == "/ga/bulletins/"
    assert [one for one, _ in frame._others(page.wsgi_request)] == list(Language)
    with translation.override("ga"):
        assert spoken() is Language.IRISH
    _read("/de/bulletins/", 404)


def test_days_are_said_in_the_language_of_the_page() -> None:
    story_id = published()
    at = row(story_id).changed_at.replace(year=2007, month=10, day=5)
    assert (spoken_day(at), spoken_month(at)) == ("5 October 2007", "October 2007")
    with translation.override("cy"):
        assert spoken_day(at) == "5 Hydref 2007"


def test_a_picture_is_public_only_with_its_bulletin() -> None:
    story_id = a_story(Written("The second wave begins", "A summary.", "{{picture picture-1}}"))
    add_picture(
        story_id=story_id,
        picture=remade(photograph()),
        alternative="A harbour.",
        credit="",
        version=version(story_id),
        by=editor(),
    )
    submit_story(story_id=story_id, version=version(story_id), by=editor())
    publish_story(story_id=approved(story_id), version=version(story_id), by=editor())
    bring_waiting()
    address = f"/bulletins/pictures/{Picture.objects.get().pk}/"
    assert f'src="{address}"' in _read(ADDRESS)
    with public_door() as client:
        assert client.get(address)["Content-Type"] == "image/jpeg"
        assert client.get(f"{ADDRESS}card.png")["Content-Type"] == "image/png"
        withdraw_story(story_id=story_id, because="Wrong.", version=version(story_id), by=editor())
        bring_waiting()
        assert client.get(address).status_code == 404
    _read(f"/bulletins/pictures/{ground.NOBODY}/", 404)


def test_figures_say_which_release_they_are_from() -> None:
    a_release()
    published(Written("The second wave begins", "A summary.", "{{chart second-wave/found}}"))
    page = _read(ADDRESS)
    assert "table “found”, as of 2 July 2008." in page.partition("Where the figures come from")[2]
    release = "/statistics/second-wave/versions/1/"
    assert page.count(f'href="{release}') == 2
    assert 'id="table-found"' in _read(release)
    assert "<svg" in page
    assert "style=" not in page.replace("font-style", "")


@pytest.mark.parametrize("path", ["/in-danger/", "/help/", "/cy/in-danger/"])
def test_whoever_is_in_danger_is_told_what_to_do_and_how_to_leave(path: str) -> None:
    page = _read(path)
    assert "999" in page
    assert "112" in page
    assert 'rel="nofollow noreferrer"' in page


def test_the_page_for_danger_says_how_to_leave_no_traces() -> None:
    page = _read("/in-danger/")
    assert 'id="traces"' in page
    assert "A list that is suddenly empty can make somebody suspicious" in page
    assert "This page is in English only" not in page
    assert "Yn Saesneg yn unig" in _read("/cy/in-danger/")
