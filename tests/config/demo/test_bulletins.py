"""The demo's bulletins are published once, by two people, with their sources; nobody would be named by them."""

import pytest

from bulletins.editing.ground import a_release
from pentameter.accounts.api import seed_agencies, seed_demo_people
from pentameter.bulletins.editing.models import Publication, Story
from pentameter.bulletins.site.queries.bulletins import Told, article
from pentameter.bulletins.site.vocabulary import Language
from pentameter.config.demo.bulletins import publish_bulletins
from pentameter.kernel.actor import SYSTEM
from pentameter.releases.api import naming
from public_door import BOTH

pytestmark = pytest.mark.django_db(databases=BOTH)


def test_they_are_published_once_and_read_by_another() -> None:
    seed_agencies(by=SYSTEM)
    seed_demo_people(by=SYSTEM)
    a_release()
    assert publish_bulletins() == 2
    assert publish_bulletins() == 0
    assert list(Story.objects.filter(state="reading").values_list("slug", flat=True)) == ["what-a-nil-return-says"]
    assert all(one.read_by != one.decided_by for one in Publication.objects.all())
    launch, figures = (_told(slug) for slug in ("the-second-wave-begins", "how-to-read-the-figures"))
    for said in ("515", "822", "studylib.net/doc/14615646", "to confirm", 'class="num"'):
        assert said in launch.body
    assert "<svg" in figures.body
    assert "withheld" in figures.body
    assert not naming(launch.body).held


def test_the_welsh_says_that_it_is_to_be_confirmed() -> None:
    seed_agencies(by=SYSTEM)
    seed_demo_people(by=SYSTEM)
    publish_bulletins()
    welsh = _told("the-second-wave-begins", Language.WELSH)
    assert (welsh.language, welsh.checked) == (Language.WELSH, False)
    assert _told("the-second-wave-begins", Language.IRISH).language is Language.ENGLISH


def _told(slug: str, language: Language = Language.ENGLISH) -> Told:
    found = article(slug, language)
    assert found is not None
    assert found.told is not None
    return found.told
