"""Undoing a judgement of any age: what would change is shown, both acts stay."""

import pytest

from cast import cleveland_sergeant, national_analyst, post
from entities.ground import SAME, judged
from entities.people import second_analyst, seen_by
from entities.scene import Scene, scene
from entities.views.test_things import text, undo_link

pytestmark = pytest.mark.django_db


@pytest.fixture
def here() -> Scene:
    """The two reports, judged to be one woman."""
    made = scene()
    judged(made.hers, made.theirs, SAME, reason="The same tattoo.")
    return made


def test_undoing_splits_it_as_if_it_had_never_been_and_shows_both_acts(here: Scene) -> None:
    client = seen_by(second_analyst())
    judgement = undo_link(text(second_analyst(), f"/things/{here.hers}/"))
    page = client.get(judgement).content.decode()
    assert "One thing: 2 mentions from Cleveland and Garda" in page
    assert "Why (optional)" not in page
    done = post(client, judgement, {"reason": "A date of birth was learnt."})
    page = client.get(done["Location"]).content.decode()
    assert "One mention." in page
    for words in ("The same tattoo.", "A date of birth was learnt.", "Sioned Vaughan", "undone"):
        assert words in page
    assert (
        "interest"
        not in text(cleveland_sergeant(), f"/things/{here.hers}/")
        .partition("<main")[2]
        .partition("Who may see this")[0]
    )


def test_without_a_reason_a_colleagues_stands(here: Scene) -> None:
    link = undo_link(text(national_analyst(), f"/things/{here.hers}/"))
    page = post(seen_by(second_analyst()), link, {"reason": ""}).content.decode()
    assert "Say why it is undone" in page
    assert "Why (optional)" not in page
    assert "Why (optional)" in text(national_analyst(), link)
    assert post(seen_by(national_analyst()), link, {"reason": ""}).status_code == 302
