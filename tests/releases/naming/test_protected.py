"""Whoever has a case or stands in a report as a victim is sought: by every name, by her documents, by where she is."""

from dataclasses import replace

import pytest

from decisions.ground import ZORANA, protected, stage
from entities.matched import ADA, person, place, take_in
from intelligence import ground
from pentameter.releases.naming.disguises import undone
from pentameter.releases.naming.protected import ordinary
from pentameter.releases.naming.protected import protected as everyone
from pentameter.victims.models import CaseKey

pytestmark = pytest.mark.django_db
HER = replace(ZORANA, other_names=("Bilyana Fictional",), documents=("AB 123 4567",))


def named(text: str) -> bool:
    """Whether the text says who or where somebody is."""
    return everyone().named_in(text, undone(text))


def test_by_every_name_and_document() -> None:
    stage()
    protected(HER)
    assert everyone().whole
    for text in ("Zorana Testova", "fictional, bilyana", "her passport ab1234567", "Testova"):
        assert named(text), text
    assert not named("Officers spoke with a woman in Durham.")


def test_by_a_report() -> None:
    take_in([ground.good(1, **person({**ADA, "name": "Ada Quillfeather"}, "victim"))], ground.wave())
    place()
    assert named("Ms Quillfeather, Ada")


def test_where_somebody_cannot_be_read_it_is_not_whole() -> None:
    stage()
    protected(HER)
    CaseKey.objects.update(wrapped=b"of another installation")
    assert not everyone().whole


def test_ordinary_words() -> None:
    assert {"hope", "grace", "house", "to", "too"} <= ordinary()
