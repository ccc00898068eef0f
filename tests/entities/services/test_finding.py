"""Mentions come into the index once, wholly, and nothing of them can be read there."""

from uuid import UUID

import pytest

import cast
from entities import looking
from intelligence import ground
from no_row_no_act import no_row_no_act
from pentameter.audit.models import Entry
from pentameter.entities.models import Found
from pentameter.entities.queries import finding
from pentameter.entities.queries.finding import candidates
from pentameter.entities.rules.finding import question
from pentameter.entities.rules.spelling import name_words
from pentameter.entities.services.finding import empty_index, index_mentions, index_waiting
from pentameter.intelligence.api import mentions_of_reports, unlisted
from pentameter.intelligence.models import Mention
from pentameter.kernel.actor import SYSTEM, Actor

pytestmark = pytest.mark.django_db(transaction=False)


@pytest.fixture
def wave() -> UUID:
    """A wave that runs."""
    return ground.wave()


def under(text: str, by: Actor) -> set[UUID]:
    """The mentions that may answer."""
    return set(candidates(question(text, name_words(text)), by, most=100)[0])


def test_every_part_of_a_number_and_every_word_of_a_name_leads_to_the_mention(wave: UUID) -> None:
    report = looking.accepted(wave, 1, **ground.full(1))
    looking.indexed()
    kinds = {one.kind: one.id for one in Mention.objects.filter(report_id=report)}
    for start in range(len("07700900417") - 3):
        assert under("07700900417"[start : start + 4], cast.garda()) >= {kinds["phone"]}
    for start in range(len("NK07ABC") - 3):
        assert kinds["vehicle"] in under("NK07ABC"[start : start + 4], cast.garda())
    for text in ("mira", "ТЕСТОВА", "Testova Mira", "ميرا"):
        assert under(text, cast.garda()) == {kinds["person"]}
    assert under("mira other", cast.garda()) == set()


def test_whoever_may_not_be_told_does_not_even_come_upon_it(wave: UUID) -> None:
    looking.accepted(wave, 1, **{**ground.full(1), **looking.HIDDEN, "handling_recipients": "cleveland"})
    looking.indexed()
    assert len(under("mira", cast.durham_constable())) == len(under("mira", cast.cleveland_sergeant())) == 1
    for other in (cast.garda(), cast.national_analyst(), cast.caseworker(), cast.removals_officer()):
        assert under("mira", other) == under("0417", other) == under("NK07", other) == set()


def test_a_step_of_matching_indexes_what_the_worker_then_leaves_alone(wave: UUID) -> None:
    report = looking.accepted(wave, 1, **ground.full(1))
    mentions = mentions_of_reports([report])
    assert index_mentions(mentions) == len(mentions) == 3
    rows = Found.objects.count()
    assert index_mentions(mentions) == 0
    assert index_waiting(by=SYSTEM) == 0
    assert Found.objects.count() == rows


def test_a_report_without_a_mention_waits_no_longer_either(wave: UUID) -> None:
    looking.accepted(wave, 1)
    assert len(unlisted(5)) == 1
    assert index_waiting(by=SYSTEM) == 1
    assert unlisted(5) == ()


def test_equal_names_of_two_agencies_codes_do_not_look_equal_and_none_can_be_read(wave: UUID) -> None:
    """One row a key and shelf: the same name on two shelves has two digests, and no row says whose it is."""
    for number, code in ((1, {}), (2, looking.HIDDEN)):
        looking.accepted(wave, number, person1_name="Zora", **code)
    looking.indexed()
    rows = list(Found.objects.values_list("value", "sealed"))
    assert len({value for value, _ in rows}) == len(rows) == 4  # the word and its sound, on two shelves
    identifiers = [one.bytes for one in Mention.objects.values_list("id", flat=True)]
    assert not any(identifier in bytes(held) for _, held in rows for identifier in identifiers)


def test_however_many_reports_a_step_takes_the_same_queries(wave: UUID, django_assert_max_num_queries) -> None:
    rows = [ground.full(number) for number in range(1, 60)]
    ground.sent(ground.csv_of(rows), wave)
    with django_assert_max_num_queries(20):
        assert index_waiting(by=SYSTEM) == 59


def test_the_index_is_made_anew_and_says_so(wave: UUID) -> None:
    looking.told(wave, 1, person1_name="Zora")
    empty_index(by=SYSTEM)
    assert not Found.objects.exists()
    assert looking.found("zora").unlisted == 1
    looking.indexed()
    assert looking.answers("zora") == [("Zora", "the name")]
    assert [row.detail for row in Entry.objects.filter(event="mentions_indexed").order_by("seq")] != []


def test_no_row_no_index(wave: UUID) -> None:
    looking.accepted(wave, 1, person1_name="Zora")
    no_row_no_act(lambda: index_waiting(by=SYSTEM))
    no_row_no_act(lambda: empty_index(by=SYSTEM))


def test_of_those_whom_another_form_finds_a_few_are_opened_and_it_is_said(wave: UUID, monkeypatch) -> None:
    for number, name in enumerate(("Elizabeth", "Liz", "Liz", "Liz"), start=1):
        looking.accepted(wave, number, person1_name=name)
    looking.indexed()
    asked = question("elizabeth", frozenset({"elizabeth"}))
    every, more = candidates(asked, cast.garda(), most=100)
    assert (len(every), more) == (4, False)
    monkeypatch.setattr(finding, "MOST_OF_FORMS", 2)
    some, more = candidates(asked, cast.garda(), most=100)
    assert (len(some), some[0], more) == (3, every[0], True)
