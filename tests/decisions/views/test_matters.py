"""The pages of decisions: who sees what, what a form keeps, what is refused and how."""

import io
from uuid import UUID, uuid4

import pytest
from django.test import Client
from pypdf import PdfReader
from pytest_django import DjangoAssertNumQueries

from cast import (
    administrator,
    auditor,
    caseworker,
    decision_maker,
    durham_constable,
    duty_desk,
    outsider,
    post,
    prosecutor,
    removals_officer,
    sign_in,
    without_second_factor,
)
from decisions import persons
from pentameter.audit.models import Entry
from pentameter.decisions.models import Letter, Matter
from pentameter.decisions.rules.states import Kind, Result
from pentameter.decisions.services.accounts import explain_absence_for
from pentameter.decisions.services.matters import save_draft
from pentameter.kernel.actor import Actor
from pentameter.victims.models import Case
from pentameter.work.api import fresh_key
from victims.ground import NAME, WHERE

pytestmark = pytest.mark.django_db
NEVER = (removals_officer(), administrator(), auditor(), prosecutor(), durham_constable())
BOTH = ("Nobody is promised that they may stay.", "Nobody is removed unheard.")


def client_of(person: Actor) -> Client:
    return sign_in(Client(), person)


def at(matter: UUID, rest: str = "") -> str:
    return f"/decisions/{matter}/{rest}"


def typed(matter: UUID, **more: object) -> dict[str, object]:
    now = persons.today()
    said: dict[str, object] = {
        "result": "may_be_removed",
        "decided_on_day": now.day,
        "decided_on_month": now.month,
        "decided_on_year": now.year,
        "facts": persons.FACTS,
        "weight": persons.WEIGHT,
        "reasons": persons.REASONS,
        "version": persons.version(matter),
    }
    return {**said, **more}


def test_the_list_shows_what_is_to_be_done_most_urgent_first() -> None:
    case_id = persons.run_out()
    removal = persons.taken_up(case_id)
    persons.refused_grounds(case_id, served=False)
    page = client_of(decision_maker()).get("/decisions/").content.decode()
    assert page.index("Conclusive grounds") < page.index(at(removal))
    assert "not served yet" in page
    assert NAME not in page
    assert Entry.objects.filter(event="matters_shown").count() == 1


def test_an_empty_list_says_what_it_means_and_filters_narrow_it() -> None:
    persons.protected()
    client = client_of(decision_maker())
    assert "Nothing waits for a decision" in client.get("/decisions/").content.decode()
    assert "No decision matches" in client.get("/decisions/?kind=asylum").content.decode()
    assert client.get("/decisions/?kind=nonsense&page=x").status_code == 200


def test_a_list_holds_only_what_the_reader_may_see() -> None:
    case_id = persons.run_out()
    made = persons.taken_up(case_id)
    assert at(made) in client_of(duty_desk()).get("/decisions/").content.decode()
    assert at(made) in client_of(caseworker()).get("/decisions/").content.decode()
    Case.objects.filter(pk=case_id).update(support_agency_id="kent")
    assert at(made) not in client_of(caseworker()).get("/decisions/").content.decode()


def test_a_matter_begins_with_what_protects_her_and_lists_the_steps() -> None:
    made = persons.taken_up(persons.protected())
    page = client_of(decision_maker()).get(at(made)).content.decode()
    assert page.index("Protected from removal") < page.index("Before it can close")
    for words in (*BOTH, NAME, "You opened her account for this decision", "missing", "Duty desk, day and night"):
        assert words in page


@pytest.mark.parametrize("told", [persons.disclosed, persons.unspoken])
def test_a_decision_maker_never_sees_where_she_is_or_who_supports_her(told) -> None:
    case_id = persons.run_out()
    told(case_id)
    made = persons.taken_up(case_id)
    client = client_of(decision_maker())
    rest = ("", "account/", "no-account/", "withdraw/", "serve/")
    pages = [client.get(at(made, one)).content.decode() for one in rest]
    pages += [client.get(f"/cases/{case_id}/decisions/").content.decode(), client.get("/decisions/").content.decode()]
    for page in pages:
        assert WHERE not in page
        assert "Northern Support" not in page
        assert caseworker().name not in page
        assert "canary-account" not in page


@pytest.mark.parametrize(
    "rest", ["", "take-up/", "withdraw/", "serve/", "letter.pdf", "reconsider/", "account/", "no-account/"]
)
def test_outsiders_wrong_methods_and_bad_ids(rest: str) -> None:
    made = persons.taken_up(persons.run_out())
    assert Client().get(at(made, rest)).status_code in (302, 405)
    for person in NEVER:
        assert client_of(person).get(at(made, rest)).status_code in (403, 405)
    assert client_of(decision_maker()).options(at(made, rest)).status_code in (403, 405)
    assert client_of(decision_maker()).get(f"/decisions/7/{rest}").status_code == 404
    unknown = client_of(decision_maker()).get(at(uuid4(), rest)).status_code
    assert unknown in ((403, 404) if rest == "reconsider/" else (404, 405))


def test_a_case_of_others_is_as_if_it_never_was() -> None:
    case_id = persons.run_out()
    made = persons.refused_grounds(case_id)
    Case.objects.filter(pk=case_id).update(support_agency_id="kent")
    for address in (at(made), at(made, "letter.pdf"), at(made, "reconsider/"), f"/cases/{case_id}/decisions/"):
        assert client_of(caseworker()).get(address).status_code == 404
    assert client_of(outsider()).get(at(made)).status_code == 403


def test_a_caseworker_reads_what_was_decided_and_no_draft() -> None:
    case_id = persons.run_out()
    made = persons.taken_up(case_id, Kind.CONCLUSIVE_GROUNDS)
    save_draft(matter_id=made, draft=persons.draft(Result.NEGATIVE), version=2, by=decision_maker())
    page = client_of(caseworker()).get(at(made)).content.decode()
    assert "Not decided yet" in page
    assert persons.REASONS not in page
    persons.decides(made, persons.draft(Result.NEGATIVE))
    assert persons.REASONS in client_of(caseworker()).get(at(made)).content.decode()
    assert post(client_of(caseworker()), at(made), {**typed(made), "result": "positive"}).status_code == 403


def test_the_form_does_not_close_before_she_was_heard_and_keeps_what_was_typed() -> None:
    case_id = persons.run_out()
    persons.disclosed(case_id)
    made = persons.taken_up(case_id)
    client = client_of(decision_maker())
    shut = post(client, at(made), typed(made))
    page = shut.content.decode()
    assert shut.status_code == 200
    assert "You have not opened her account for this decision" in page
    assert persons.REASONS in page
    assert persons.WEIGHT in page
    assert Entry.objects.filter(event="refused").count() == 1
    opened = post(client, at(made, "account/"), {"purpose": "to decide"})
    assert persons.ACCOUNT in opened.content.decode()
    answer = post(client, at(made), typed(made))
    assert (answer.status_code, answer["Location"]) == (302, at(made))
    assert "May be removed" in client.get(at(made)).content.decode()


def test_what_is_written_is_kept_for_later() -> None:
    made = persons.taken_up(persons.run_out())
    client = client_of(decision_maker())
    assert post(client, at(made), typed(made, act="save", reasons="Not finished.")).status_code == 302
    assert "Not finished." in client.get(at(made)).content.decode()
    assert Matter.objects.get(pk=made).state == "considering"


def test_who_comes_second_sees_both_versions_and_loses_no_word() -> None:
    made = persons.taken_up(persons.run_out(), Kind.CONCLUSIVE_GROUNDS)
    client = client_of(decision_maker())
    hers = {**typed(made, act="save", reasons="Hers, as she wrote it."), "result": "positive"}
    his = {**typed(made, reasons="His, as he wrote it."), "result": "negative"}
    assert post(client_of(persons.colleague()), at(made), hers).status_code == 302
    conflict = post(client, at(made), his)
    page = conflict.content.decode()
    assert conflict.status_code == 409
    for words in (
        "<mark>His, as he wrote it.</mark>",
        "Hers, as she wrote it.",
        "Someone changed this matter before you",
    ):
        assert words in page
    assert 'name="version" value="3"' in page
    assert ">His, as he wrote it.</textarea>" in page


def test_a_double_submit_decides_once() -> None:
    made = persons.taken_up(persons.run_out(), Kind.CONCLUSIVE_GROUNDS)
    client = client_of(decision_maker())
    said = {**typed(made), "result": "negative", "idempotency_key": fresh_key()}
    first, second = client.post(at(made), said), client.post(at(made), said)
    assert (first.status_code, second.status_code) == (302, 302)
    assert Entry.objects.filter(event="decision_made").count() == 1


def test_errors_stand_at_their_fields() -> None:
    made = persons.taken_up(persons.run_out(), Kind.CONCLUSIVE_GROUNDS)
    said = {**typed(made), "result": "negative", "decided_on_month": "13"}
    page = post(client_of(decision_maker()), at(made), said).content.decode()
    assert "is not a date" in page
    assert persons.REASONS in page


def test_a_closed_case_refuses() -> None:
    case_id = persons.run_out()
    made = persons.taken_up(case_id, Kind.CONCLUSIVE_GROUNDS)
    Case.objects.filter(pk=case_id).update(state="closed")
    client = client_of(decision_maker())
    answer = post(client, at(made), {**typed(made), "result": "negative"})
    assert answer.status_code == 403
    assert "This case is closed" in answer.content.decode()
    assert "Close the decision" not in client.get(at(made)).content.decode()


def test_a_second_factor_is_asked_for() -> None:
    made = persons.taken_up(persons.run_out())
    answer = client_of(without_second_factor(persons.colleague())).get(at(made, "serve/"))
    assert (answer.status_code, answer["Location"]) == (302, "/account/second-factor/")


def test_a_matter_is_opened_taken_up_served_and_its_letter_kept() -> None:
    case_id = persons.run_out()
    client = client_of(decision_maker())
    reference = Case.objects.get(pk=case_id).reference
    unknown = post(client, "/decisions/new/", {"reference": "H-0000-0000", "kind": "conclusive_grounds"})
    assert "No case has this reference" in unknown.content.decode()
    opened = post(client, "/decisions/new/", {"reference": reference, "kind": "conclusive_grounds"})
    made = UUID(opened["Location"].split("/")[2])
    assert post(client, at(made, "take-up/"), {"version": 1}).status_code == 302
    assert post(client, at(made), {**typed(made), "result": "negative"}).status_code == 302
    before = client.get(at(made, "letter.pdf"))
    assert "This letter was not given to you yet" in text(before.content)
    now = persons.today()
    day = {"served_on_day": now.day, "served_on_month": now.month, "served_on_year": now.year}
    wrong = {**day, "served_on_year": now.year - 1, "how": "post", "version": persons.version(made)}
    assert "lies before the decision" in post(client, at(made, "serve/"), wrong).content.decode()
    served = post(
        client,
        at(made, "serve/"),
        {**day, "how": "post", "version": persons.version(made)},
    )
    assert served.status_code == 302
    page = client.get(at(made)).content.decode()
    until = Matter.objects.get(pk=made).window_until
    assert until is not None
    assert f"reconsidered until {until:%-d %B %Y}" in page
    letter = client_of(caseworker()).get(at(made, "letter.pdf"))
    assert letter["Content-Type"] == "application/pdf"
    said = text(letter.content)
    for words in (NAME, f"until {until:%-d %B %Y}", *BOTH, "Whom to call"):
        assert words in said
    assert NAME.encode() not in bytes(Letter.objects.get().sealed)


def test_a_letter_that_is_not_there_is_hidden_from_those_who_do_not_decide() -> None:
    case_id = persons.run_out()
    made = persons.refused_grounds(case_id, served=False)
    assert client_of(caseworker()).get(at(made, "letter.pdf")).status_code == 404


def test_a_matter_is_withdrawn_with_a_reason() -> None:
    made = persons.taken_up(persons.run_out(), Kind.ASYLUM)
    client = client_of(decision_maker())
    version = persons.version(made)
    assert "Say why it is withdrawn" in post(client, at(made, "withdraw/"), {"version": version}).content.decode()
    done = post(client, at(made, "withdraw/"), {"because": "She left the claim.", "version": version})
    assert done.status_code == 302
    assert "She left the claim." in client.get(at(made)).content.decode()


def test_a_caseworker_asks_for_reconsideration() -> None:
    case_id = persons.run_out()
    made = persons.refused_grounds(case_id)
    client = client_of(caseworker())
    assert at(made, "reconsider/") in client.get(f"/cases/{case_id}/decisions/").content.decode()
    assert "reconsidered until" in client.get(at(made, "reconsider/")).content.decode()
    assert "Say what should be" in post(client, at(made, "reconsider/"), {}).content.decode()
    done = post(client, at(made, "reconsider/"), {"because": "The letter was not read."})
    assert done.status_code == 302
    assert "The letter was not read." in client.get(done["Location"]).content.decode()
    assert at(made, "reconsider/") not in client.get(f"/cases/{case_id}/decisions/").content.decode()


def test_who_decided_finds_a_sentence_in_place_of_the_button_and_keeps_nothing_back() -> None:
    made = persons.refused_grounds(persons.run_out())
    asked = post(client_of(caseworker()), at(made, "reconsider/"), {"because": "The letter was not read."})
    again = UUID(asked["Location"].rstrip("/").rpartition("/")[2])
    page = client_of(decision_maker()).get(at(again)).content.decode()
    assert "Another decision-maker reconsiders it" in page
    for words in ("Take it up</button>", "Before it can close"):
        assert words not in page
    version = persons.version(again)
    taken = post(client_of(decision_maker()), at(again, "take-up/"), {"version": version})
    assert taken.status_code == 409
    assert "Another decision-maker reconsiders it" in taken.content.decode()
    other = client_of(persons.colleague())
    assert "Take it up" in other.get(at(again)).content.decode()
    assert post(other, at(again, "take-up/"), {"version": version}).status_code == 302


def test_the_pages_stay_within_their_queries(django_assert_max_num_queries: DjangoAssertNumQueries) -> None:
    case_id = persons.run_out()
    persons.disclosed(case_id)
    made = persons.taken_up(case_id)
    persons.refused_grounds(case_id)
    explained = persons.taken_up(case_id, Kind.ASYLUM)
    for person, address in (
        (decision_maker(), at(made)),
        (decision_maker(), at(explained)),
        (decision_maker(), f"/cases/{case_id}/decisions/"),
        (caseworker(), f"/cases/{case_id}/decisions/"),
        (duty_desk(), f"/cases/{case_id}/decisions/"),
    ):
        client = client_of(person)
        client.get(address)
        with django_assert_max_num_queries(15):
            assert client.get(address).status_code == 200


def test_the_case_page_opens_a_matter() -> None:
    case_id = persons.run_out()
    client = client_of(decision_maker())
    address = f"/cases/{case_id}/decisions/"
    assert "Nothing was decided about her" in client.get(address).content.decode()
    assert post(client, address, {"kind": "asylum"}).status_code == 302
    assert post(client_of(caseworker()), address, {"kind": "removal"}).status_code == 403
    again = post(client, address, {"kind": "asylum"})
    assert again.status_code == 409
    later = {"kind": "removal", "opened_on_day": 1, "opened_on_month": 1, "opened_on_year": 2100}
    assert "has not come yet" in post(client, address, later).content.decode()


def test_an_erased_case_shows_that_it_was() -> None:
    case_id = persons.run_out()
    made = persons.taken_up(case_id)
    explain_absence_for(matter_id=made, words=persons.ABSENCE, by=decision_maker())
    row = Case.objects.get(pk=case_id)
    row.key.delete()
    Case.objects.filter(pk=case_id).update(state="erased", identity=None, practical=None, whereabouts=None)
    page = client_of(decision_maker()).get(at(made))
    assert page.status_code in (200, 404)
    assert persons.ABSENCE not in page.content.decode()


def text(body: bytes) -> str:
    return " ".join(" ".join(page.extract_text().split()) for page in PdfReader(io.BytesIO(body)).pages)
