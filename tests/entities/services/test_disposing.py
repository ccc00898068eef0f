"""What a report mentioned is forgotten, and nothing that others mentioned."""

import pytest
from django.db import DatabaseError, transaction

from cast import durham_sergeant
from entities.matched import ADA, person, place, take_in
from intelligence import ground
from no_row_no_act import no_row_no_act
from pentameter.entities.models import Block, Found, Judgement, Known, Placing, Proposal
from pentameter.entities.queries.placed import same_things
from pentameter.entities.services.disposing import forget_report
from pentameter.entities.services.finding import index_waiting
from pentameter.entities.services.knowing import unlearn
from pentameter.intelligence.models import Report
from pentameter.kernel.actor import SYSTEM

pytestmark = pytest.mark.django_db


def two() -> tuple[Report, Report]:
    """Two reports of one person, placed, matched and indexed."""
    wave_id = ground.wave()
    take_in([ground.good(number, **person(ADA)) for number in (1, 2)], wave_id)
    place()
    index_waiting(by=SYSTEM)
    one, other = Report.objects.order_by("arrival")
    return one, other


def test_the_one_is_forgotten_and_the_other_is_not() -> None:
    one, other = two()
    found, blocks, known = Found.objects.count(), Block.objects.count(), dict(Known.objects.values_list())
    assert len(same_things([one.id])) == 2
    forget_report(report_id=one.id, by=durham_sergeant())
    assert not Block.objects.filter(mention__report=one).exists()
    assert Block.objects.count() == blocks // 2
    assert Found.objects.count() == found
    assert dict(Known.objects.values_list()) == known
    assert not Proposal.objects.exists()
    assert Placing.objects.filter(report=one).exists()
    forget_report(report_id=other.id, by=durham_sergeant())
    assert (Found.objects.count(), Block.objects.count()) == (0, 0)
    assert Known.objects.count() == 0
    unlearn([], [])


def test_judgements_are_still_never_changed_but_their_words_may_go() -> None:
    two()
    row = Judgement.objects.first()
    assert row is not None
    Judgement.objects.filter(pk=row.pk).update(sealed=None)
    for change in ({"finding": "different"}, {"sealed": b"other"}, {"made_by": "else", "sealed": None}):
        with pytest.raises(DatabaseError, match="never changed"), transaction.atomic():
            Judgement.objects.filter(pk=row.pk).update(**change)
    with pytest.raises(DatabaseError, match="never changed"), transaction.atomic():
        Judgement.objects.filter(pk=row.pk)._raw_delete("default")


@pytest.mark.django_db(transaction=True)
def test_no_row_no_act() -> None:
    one, _ = two()
    no_row_no_act(lambda: forget_report(report_id=one.id, by=durham_sergeant()))
