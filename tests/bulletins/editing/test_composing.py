"""A story put together: figures come from the shelf alone, and what stands there has to be public and whole."""

from dataclasses import replace

import pytest

from bulletins.editing import ground
from bulletins.editing.ground import a_release, a_story, published, row, version
from cast import editor
from pentameter.bulletins.editing.composing import compose
from pentameter.bulletins.editing.drawing import Drawing
from pentameter.bulletins.editing.markup.directives import Directive, Kind
from pentameter.bulletins.editing.previewing import article, as_public
from pentameter.bulletins.editing.queries.stories import story
from pentameter.bulletins.editing.released import Released, _released, released_table
from pentameter.bulletins.editing.services.writing import Written, save_translation
from pentameter.bulletins.site.vocabulary import Language
from pentameter.releases.shelf.models import Shelved
from public_door import BOTH
from releases.scene import table

pytestmark = pytest.mark.django_db(databases=BOTH)


def _composed(text: str):
    return compose(story(row(a_story(Written("A title", "A summary", text)))))


@pytest.mark.parametrize(
    ("cell", "said"),
    [("total", "167"), ("durham", "60"), ("Kent", "107"), ("All forces:Children", "13"), ("children", "13")],
)
def test_a_figure_is_the_released_count(cell: str, said: str) -> None:
    a_release()
    made = _composed(f"They were {{{{figure second-wave/found/{cell}}}}}.")
    assert made.faults == ()
    assert made.words[0].plain == f"They were {said}."
    assert made.sources[0].as_dict()["table"] == "found"


@pytest.mark.parametrize(
    ("directive", "said"),
    [
        ("{{figure second-wave/found/durham:children}}", "is withheld"),
        ("{{figure second-wave/found/Essex}}", "names no part"),
        ("{{figure second-wave/arrests/total}}", "has no table “arrests”. Its tables: found"),
        ("{{figure third-wave/found/total}}", "No release that is public now"),
    ],
    ids=["withheld", "no such cell", "no such table", "no such release"],
)
def test_what_is_not_released_stands_nowhere(directive: str, said: str) -> None:
    a_release()
    made = _composed(directive)
    assert said in made.faults[0]


def test_a_withdrawn_release_and_one_that_was_altered_give_nothing() -> None:
    a_release()
    assert isinstance(released_table("second-wave", "found"), Released)
    Shelved.objects.update(digest="0" * 64)
    assert "No release" in str(released_table("second-wave", "found"))


def test_a_chart_has_its_table_its_source_and_its_day() -> None:
    a_release()
    body = _composed("{{chart second-wave/found}}\n\n{{table second-wave/found}}").words[0].body
    for said in ("<svg", "<table", "Durham", "107", "Source: Pentameter.", "2 July 2008"):
        assert said in body
    assert body.count('href="/statistics/second-wave/versions/1/"') == 2


def test_a_chart_draws_the_parts_that_together_are_everybody() -> None:
    nested = table()
    found = _released(replace(a_release(), tables=(nested,)), nested)
    assert "Durham" in dict(found.parts)
    assert [name for name, _ in found.top] == ["England", "Scotland"]


def test_a_drawing_notes_what_it_used() -> None:
    a_release()
    drawing = Drawing(pictures={}, address=str)
    drawing.draw(Directive(Kind.FIGURE, ("second-wave", "found", "total")))
    assert list(drawing.sources) == [("second-wave", "found")]
    assert "has no picture" in str(drawing.draw(Directive(Kind.PICTURE, ("harbour",))))


def test_the_preview_is_the_public_page_with_nothing_of_this_door() -> None:
    card = story(row(a_story()))
    page = as_public(card, compose(card), Language.ENGLISH)
    for said in ("Preview.", "Leave this page quickly", "It began in <strong>October</strong>", 'href="/in-danger/"'):
        assert said in page
    assert "Sign out" not in page
    assert "csrfmiddlewaretoken" not in page


def test_the_preview_in_another_language_says_what_is_not_translated() -> None:
    card = story(row(a_story()))
    page = as_public(card, compose(card), Language.WELSH)
    assert '<html lang="cy"' in page
    assert "Ni chyfieithwyd y bwletin hwn" in page


def test_a_correction_is_previewed_with_its_note() -> None:
    story_id = published()
    here = row(story_id)
    here.correction = "The day was missing."
    shown = article(story(here), compose(story(here)), Language.ENGLISH)
    assert [one.note for one in shown.corrections] == ["The day was missing."]
    assert shown.version == 2


def test_translations_are_composed_beside_the_english() -> None:
    a_release()
    story_id = a_story()
    words = Written("Yr ail don", "", "{{figure second-wave/found/Essex}}")
    save_translation(
        story_id=story_id, language=Language.WELSH, written=words, checked=False, version=version(story_id), by=editor()
    )
    made = compose(story(row(story_id)))
    assert [one.language for one in made.words] == [Language.ENGLISH, Language.WELSH]
    assert made.faults[0].startswith("Welsh: ")
    assert ground.WORDS.title in made.all_words
