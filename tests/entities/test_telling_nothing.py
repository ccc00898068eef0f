"""A reader without the right to a report learns nothing of what it says, from any address of entities.

What they see is the same, byte for byte, whatever the report says, however much its agency holds, and however sure the
machine is; and what they may not see takes as many questions of the database as what never was.
"""

import re
from collections.abc import Iterator
from uuid import UUID, uuid4

import pytest
from django.db import connection
from django.http import HttpResponse
from django.test import Client
from django.test.utils import CaptureQueriesContext

import cast
from cast import cleveland_sergeant, national_analyst, post
from entities.ground import SAME, judged
from entities.people import seen_by
from entities.scene import Scene, scene, told
from pentameter.entities.linkage.api import PersonFacts, prepare
from pentameter.entities.models import Judgement, Placing, Proposal
from pentameter.entities.prepared import Kept, sealed
from pentameter.entities.urls import urlpatterns
from pentameter.intelligence.keys import keys_of
from pentameter.intelligence.models import Mention, Report
from pentameter.kernel.actor import Actor

pytestmark = pytest.mark.django_db

CANARY = "Zanzibar"
SECRET = {
    "person1_name": f"{CANARY} Nameova",
    "person1_dob": "1971-11-23",
    "person1_document": f"{CANARY}DOC77",
    "person1_nationality": "VN",
    "person1_role": "witness",
    "phone1": "+44 7700 900555",
    "vehicle_registration": "ZZ71 ZZZ",
    "vehicle_description": f"{CANARY} van",
    "premises_address": f"{CANARY} Lane",
    "premises_postcode": "ZZ9 9ZZ",
    "advert_site": f"{CANARY}.example",
    "advert_reference": f"{CANARY}-REF",
    "organisation_name": f"{CANARY} Limited",
    "place": f"{CANARY} Town",
    "text": f"{CANARY} said so.",
    "original_text": f"{CANARY} said it in full.",
    "source_identity": f"{CANARY} the neighbour",
    "handling_conditions": f"{CANARY} must be called.",
}
MARKS = (CANARY, "1971", "23 November", "Viet", "witness", "900555", "ZZ71", "ZZ9", "GAR-00002", "Esther")
READERS = (cleveland_sergeant, cast.durham_sergeant, cast.durham_constable, cast.caseworker, cast.prosecutor)


@pytest.fixture
def here() -> Scene:
    """Cleveland's woman and the Garda's, whose report says secrets, judged to be one."""
    made = scene(theirs=SECRET)
    judged(made.hers, made.theirs, SAME, reason=f"{CANARY} agrees.")
    return made


def ids(here: Scene) -> list[UUID]:
    """Everything that an address may be about: of hers, of theirs, of both, and what never was."""
    return [here.hers, here.theirs, here.pair, Judgement.objects.latest("made_at").pk, uuid4()]


def answers(client: Client, about: list[UUID]) -> Iterator[tuple[str, HttpResponse]]:
    """What every address of entities answers, asked and sent to."""
    for pattern in urlpatterns:
        address = f"/{pattern.pattern}"
        for one in about if "<uuid" in address else about[:1]:
            asked = re.sub("<uuid:[a-z_]+>", str(one), address)
            yield f"GET {asked}", client.get(asked)
            said = {"finding": "same", "reason": "Because.", "version": 1, "of": "national_analyst@national-centre"}
            yield f"POST {asked}", post(client, asked, {**said, "interests": str(one)})
    for query in ("?kind=person", "?agency=garda", "?theme=forced_labour"):
        yield f"GET /queue/{query}", client.get(f"/queue/{query}")
        yield f"GET /things/{query}", client.get(f"/things/{query}")
    for reference in ("GAR-00002", CANARY, "CLE-00001"):
        yield f"GET {reference}", client.get(f"/things/?reference={reference}")
    yield "GET withdrawn", client.get("/interests/?withdrawn=on")


def plain(answer: HttpResponse) -> tuple[int, str, str]:
    """An answer without what differs each time: tokens against forgery, and keys of forms."""
    text = re.sub(r'(csrfmiddlewaretoken|idempotency_key)" value="[^"]*"', r'\1"', answer.content.decode())
    return answer.status_code, answer.get("Location", ""), text


def words(answer: HttpResponse) -> str:
    """An answer without tokens and ids, whose random digits may read like a year."""
    return re.sub(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "", plain(answer)[2])


@pytest.mark.parametrize("reader", READERS, ids=lambda one: one.__name__)
def test_no_address_says_anything_of_what_one_may_not_read(here: Scene, reader) -> None:
    for asked, answer in answers(seen_by(reader()), ids(here)):
        text = answer.content.decode()
        found = [mark for mark in MARKS if mark in words(answer) and mark not in asked]
        assert not found, f"{asked} says {found}"
        assert str(here.theirs) not in text or str(here.theirs) in asked


def test_the_canaries_would_be_heard(here: Scene) -> None:
    """Whoever may read it does see them: so that none of the silence above comes from a deaf test."""
    page = seen_by(national_analyst()).get(f"/things/{here.hers}/").content.decode()
    for mark in (CANARY, "1971", "Viet", "witness", "GAR-00002", "Esther"):
        assert mark in page
    page = seen_by(national_analyst()).get(here.at()).content.decode()
    for mark in ("900555", "ZZ71", f"{CANARY} Lane", f"{CANARY} Limited", f"{CANARY} must be called."):
        assert mark in page


@pytest.mark.parametrize("reader", READERS, ids=lambda one: one.__name__)
def test_it_is_the_same_byte_for_byte_whatever_the_report_says(here: Scene, reader) -> None:
    about, client = ids(here), seen_by(reader())
    before = [(asked, plain(answer)) for asked, answer in answers(client, about)]
    say_otherwise(here)
    after = [(asked, plain(answer)) for asked, answer in answers(client, about)]
    for (asked, one), (_, other) in zip(before, after, strict=True):
        assert one == other, asked


def say_otherwise(here: Scene) -> None:
    """The Garda's report says something else, and three more of theirs are of the same woman."""
    report = Mention.objects.get(pk=here.theirs).report
    changed = {"own_reference": "OTHER-1", "place": "Elsewhere", "area": "Garda Eastern", "theme": "forced_labour"}
    Report.objects.filter(pk=report.pk).update(
        **changed, text="Nothing.", source_grade="3", information_grade="E", reported_on="2020-01-01", conditions="No."
    )
    keys = keys_of("garda")
    for one in Mention.objects.filter(report=report):
        Mention.objects.filter(pk=one.pk).update(
            sealed=keys.seal(
                {"name": "Other Woman", "dob": "1950", "number": "+447700900001"}, bound_to=f"mention:{one.pk}"
            )
        )
    kept = Kept("suspect", prepare(PersonFacts(name="Other Woman", dob="1950")))
    Placing.objects.filter(pk=here.theirs).update(sealed=sealed(here.theirs, kept))
    Proposal.objects.update(weight=-3.0, impact=0.1)
    only_theirs = {"handling_code": "C", "handling_recipients": "national-centre", "handling_conditions": "Ours."}
    for number in range(11, 14):
        judged(here.theirs, told(here.wave, number, {"person1_name": "O. W.", **only_theirs}, by=cast.garda()), SAME)


@pytest.mark.parametrize("reader", READERS[:3], ids=lambda one: one.__name__)
def test_what_one_may_not_see_asks_as_much_as_what_never_was(here: Scene, reader) -> None:
    client, judgement = seen_by(reader()), Judgement.objects.latest("made_at").pk
    client.get("/things/")
    for address, hidden in (
        ("/queue/{}/", here.pair),
        ("/queue/{}/second/", here.pair),
        ("/queue/{}/weights.csv", here.pair),
        ("/judgements/{}/undo/", judgement),
        ("/things/{}/", here.theirs),
    ):
        there, never = (asked(client, address.format(one)) for one in (hidden, uuid4()))
        assert there == never, address


def asked(client: Client, address: str) -> tuple[int, bytes, int]:
    """What an address answers, and how many questions it asks of the database."""
    with CaptureQueriesContext(connection) as questions:
        answer = client.get(address)
    return answer.status_code, answer.content, len(questions)


def test_immigration_enforcement_learns_nothing_at_all(here: Scene) -> None:
    client: Client = seen_by(cast.removals_officer())
    for asked_for, answer in answers(client, ids(here)):
        assert answer.status_code in (403, 404, 405), asked_for
        assert not [mark for mark in MARKS if mark in answer.content.decode() and mark not in asked_for]


def test_a_reader_of_both_is_told_by_what_they_may_read(here: Scene) -> None:
    reader: Actor = national_analyst()
    assert "2 mentions" in seen_by(reader).get(f"/things/{here.hers}/").content.decode()
