"""Mentions in words, with what stands beside them in their reports."""

import pytest

from cast import cleveland_sergeant, national_analyst
from entities.scene import Scene, scene, told
from pentameter.entities.models import Placing
from pentameter.entities.queries.records import BESIDE, both_sides, compared, name_of, record_view
from pentameter.intelligence.models import Report
from pentameter.kernel.verdict import Refused

pytestmark = pytest.mark.django_db


@pytest.fixture
def here() -> Scene:
    """The two reports, and the pair."""
    return scene()


def ends(here: Scene) -> list[tuple]:
    """Each mention with its report."""
    of = dict(Placing.objects.values_list("mention_id", "report_id"))
    return [(one, of[one]) for one in (here.hers, here.theirs)]


def test_facts_are_said_as_people_write_them(here: Scene) -> None:
    left, right = both_sides(*ends(here), national_analyst())
    record = record_view(right.shown, {}, right.beside)
    assert dict(record.facts)["Born"] == "17 April 1986"
    assert dict(record.facts)["Nationality"] == "Albania"
    assert record.beside == (("Phone", "+44 7700 900417"),)
    assert (record.grade.scheme, record.grade.short, record.conditions) == ("3x5x2", "2B C", "Call us.")
    assert name_of(left.shown) == "Elira Testova"
    assert [one.label for one in compared(left.shown, right.shown)][:3] == ["Name", "Born", "Sex"]


def test_who_may_not_read_both_is_given_neither(here: Scene) -> None:
    with pytest.raises(Refused) as refused:
        both_sides(*ends(here), cleveland_sergeant())
    assert refused.value.hidden


def test_of_a_report_that_names_many_only_some_are_opened(here: Scene) -> None:
    report = Report.objects.get(own_reference="CLE-00001")
    for number in range(BESIDE + 5):
        other = told(here.wave, 50 + number, {"person1_name": f"E. {number}"}, by=cleveland_sergeant())
        Placing.objects.filter(mention=other).update(report=report)
    left, _ = both_sides(*ends(here), national_analyst())
    assert len(left.beside) <= BESIDE
