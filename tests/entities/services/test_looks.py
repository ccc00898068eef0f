"""Looking at things leaves a row, and is for those whose role may."""

import pytest

import cast
from entities.ground import Ground, judged
from pentameter.audit.api import Event
from pentameter.audit.models import Entry
from pentameter.entities.services import list_things, show_thing
from pentameter.kernel.ids import new_id
from pentameter.kernel.verdict import Refused
from tests.no_row_no_act import no_row_no_act

pytestmark = pytest.mark.django_db


@pytest.fixture
def ground() -> Ground:
    return Ground()


def test_a_look_leaves_its_row(ground: Ground) -> None:
    one, other = ground.mention(), ground.mention()
    judged(one, other)
    no_row_no_act(lambda: list_things(by=cast.durham_constable()))
    no_row_no_act(lambda: show_thing(mention_id=one, by=cast.durham_constable()))
    list_things(by=cast.durham_constable())
    assert show_thing(mention_id=other, by=cast.durham_constable()).total == 2
    assert Entry.objects.filter(event=Event.THING_READ).get().subject_id == str(min(one, other))


@pytest.mark.parametrize("who", [cast.removals_officer, cast.auditor, cast.statistician, cast.administrator])
def test_others_see_nothing(ground: Ground, who) -> None:
    mention = ground.mention()
    for look in (lambda: list_things(by=who()), lambda: show_thing(mention_id=mention, by=who())):
        with pytest.raises(Refused):
            look()


def test_what_one_may_not_read_was_never_there(ground: Ground) -> None:
    hidden = ground.mention("garda", scheme="5x5x5", handling="4")
    said = []
    for mention in (hidden, new_id()):
        with pytest.raises(Refused) as refused:
            show_thing(mention_id=mention, by=cast.durham_constable())
        said.append((refused.value.reason, refused.value.hidden))
    assert said[0] == said[1]
    assert said[0][1] is True
