"""What an address asks of the network: what makes no sense is left out, and said."""

from uuid import UUID

import pytest
from django.http import QueryDict

from pentameter.entities.forms.network import MOST_OPEN, LinkForm, read, with_thing
from pentameter.entities.network.asked import USUAL, Asked
from pentameter.kernel.verdict import Refused


@pytest.mark.parametrize(
    ("query", "sentence"),
    [
        ("theme=piracy", "There is no theme called “piracy”. All are shown."),
        ("kind=ship", "There is no kind of thing called “ship”. All are shown."),
        ("relation=loves", "There is no relation called “loves”. All are shown."),
        ("first=5/10/2007", "“5/10/2007” is not a date. Write it as 2007-10-05. Other days are shown too."),
        ("first=2026-02-02&last=2026-01-01", "The last day is before the first. All days are shown."),
        ("source=3x5x2/2&information=5x5x5/2", "A grade belongs to one scheme, 3x5x2 or 5x5x5. All grades are shown."),
        ("source=9x9x9/2", "A grade belongs to one scheme, 3x5x2 or 5x5x5. All grades are shown."),
        ("source=3x5x2/Z", "The scheme 3x5x2 has no such grade. All its grades are shown."),
    ],
)
def test_what_makes_no_sense_is_said(query: str, sentence: str) -> None:
    assert read(QueryDict(query)).problems == (sentence,)


@pytest.mark.parametrize("query", ["most=7", "most=x", "most=-1", "most=100000000"])
def test_a_size_that_is_not_offered_is_the_usual(query: str) -> None:
    assert read(QueryDict(query)).most == USUAL


@pytest.mark.parametrize("query", ["thing=7", "start=x", "end=x"])
def test_what_is_no_identifier_never_was(query: str) -> None:
    with pytest.raises(Refused) as refusal:
        read(QueryDict(query))
    assert refusal.value.hidden


def test_only_so_many_things_are_opened_at_once() -> None:
    query = "&".join(f"thing={UUID(int=n)}" for n in range(MOST_OPEN + 30))
    assert len(read(QueryDict(query)).things) == MOST_OPEN


def test_a_thing_comes_first_and_once() -> None:
    one, other = UUID(int=1), UUID(int=2)
    assert with_thing(Asked(things=(one, other)), other).things == (other, one)


def test_a_link_asks_for_all_that_it_needs() -> None:
    form = LinkForm({"relation": "uses", "target": "", "reason": ""})
    assert not form.is_valid()
    assert set(form.errors) == {"target", "reason"}
