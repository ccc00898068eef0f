"""What the machine says to a reader rests on what they may read, also where it counts who gave a phone."""

import pytest

from cast import cleveland_sergeant, durham_sergeant, garda, national_analyst
from entities.scene import HERS, ONLY_THE_CENTRE, Scene, scene, told
from pentameter.entities.keys import digest
from pentameter.entities.linkage import model
from pentameter.entities.models import Block
from pentameter.entities.queries.evidence import weighing
from pentameter.entities.rules.judgements import pair_of
from pentameter.kernel.verdict import Refused

pytestmark = pytest.mark.django_db

PHONE = "+447700900417"


@pytest.fixture
def here() -> Scene:
    """The two reports, and the pair."""
    return scene()


def test_the_sum_is_what_the_sentences_come_to(here: Scene) -> None:
    said = weighing(*pair_of(here.hers, here.theirs), national_analyst())
    assert said.weighed.weight == pytest.approx(said.beginning + sum(one.weight for one in said.evidence))
    assert any(one.sentence.startswith("Same phone number") for one in said.evidence)


def test_a_phone_that_many_gave_weighs_less_and_only_what_one_may_read_counts(here: Scene) -> None:
    other = told(here.wave, 3, {**HERS, "person1_name": "E. T."}, by=durham_sergeant())
    pair = pair_of(here.hers, other)
    alone = weighing(*pair, cleveland_sergeant()).weighed.weight
    for number in range(4, 10):
        hidden = told(here.wave, number, {**HERS, **ONLY_THE_CENTRE}, by=garda())
        Block.objects.create(mention_id=hidden, value=digest("phone", PHONE))
    assert weighing(*pair, cleveland_sergeant()).weighed.weight == alone
    assert weighing(*pair, national_analyst()).weighed.weight < alone


def test_with_a_model_of_another_version_nothing_is_weighed_and_nobody_judges_blindly(here: Scene, monkeypatch) -> None:
    pair = pair_of(here.hers, here.theirs)
    monkeypatch.setattr(model, "FORMAT", model.FORMAT + 1)
    model.shipped.cache_clear()
    try:
        with pytest.raises(Refused, match="The model has another format") as refusal:
            weighing(*pair, national_analyst())
    finally:
        model.shipped.cache_clear()
    assert refusal.value.conflict
