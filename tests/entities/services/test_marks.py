"""One identifier makes one thing, a name proposes it; nobody is asked twice for the same answer."""

import pytest

import cast
from entities import ground as judging
from entities import matched
from intelligence import ground
from pentameter.entities.models import Judgement, Proposal
from pentameter.entities.services import marks

pytestmark = pytest.mark.django_db
WORKS = ("organisation", {"name": "Works Ltd"}, "works ltd")


@pytest.fixture
def wave() -> object:
    cast.in_database(cast.national_analyst())
    return ground.wave()


def sent(wave: object, *mentioned: tuple[str, dict[str, str], str]) -> None:
    """Each in a report of its own, placed together."""
    matched.reports_of([[one] for one in mentioned], wave)
    matched.place()


@pytest.mark.parametrize("kind", ["phone", "vehicle", "premises", "advert"])
@pytest.mark.parametrize("together", [True, False])
def test_an_identifier_makes_one_thing_by_a_star(wave, kind: str, together: bool) -> None:
    one = (kind, {"number": "x"}, "x")
    for some in ([one] * 5,) if together else ([one],) * 5:
        sent(wave, *some)
    assert matched.sizes(kind) == [5]
    assert list(Judgement.objects.values_list("way", flat=True)) == ["identifier"] * 4
    assert not Proposal.objects.exists()


def test_a_star_holds_when_an_older_mention_comes_late(wave) -> None:
    """Of a file that was received first and taken in last: its mentions are smaller than all that are placed."""
    sent(wave, *[("phone", {"number": "x"}, "x")] * 2)
    matched.reports_of([[("phone", {"number": "x"}, "x")] for _ in range(2)], wave, earlier=True)
    matched.place()
    assert matched.sizes("phone") == [4]


def test_different_identifiers_and_none_are_different_things(wave) -> None:
    sent(
        wave, ("phone", {"number": "x"}, "x"), ("phone", {"number": "y"}, "y"), ("vehicle", {"description": "red"}, "")
    )
    assert matched.sizes("phone") == [1, 1]
    assert matched.open_pairs() == set()


@pytest.mark.parametrize("together", [True, False])
def test_organisations_of_one_name_are_asked_about_once_each(wave, together: bool) -> None:
    for some in ([WORKS] * 5,) if together else ([WORKS],) * 5:
        sent(wave, *some)
    assert matched.sizes("organisation") == [1] * 5
    assert len(matched.open_pairs()) == 4
    assert set(Proposal.objects.values_list("model_version", flat=True)) == {marks.VERSION}


def test_what_was_found_different_is_asked_about_apart(wave) -> None:
    sent(wave, WORKS, WORKS)
    (pair,) = matched.open_pairs()
    judging.judged(*pair, judging.DIFFERENT)
    sent(wave, WORKS)
    assert len(matched.open_pairs()) == 2, "it may be either"


@pytest.mark.parametrize(
    "weak",
    [("premises", {"address": "12 Mill Lane"}, ""), ("advert", {"site": "example.test"}, "")],
)
def test_less_than_an_identifier_is_proposed_unless_many_share_it(wave, weak, monkeypatch) -> None:
    sent(wave, weak, weak)
    assert len(matched.open_pairs()) == 1
    monkeypatch.setattr(marks.blocks, "LARGEST", 1)
    sent(wave, weak)
    assert len(matched.open_pairs()) == 1
