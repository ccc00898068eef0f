"""The network's pages: works, colleague, outsider, wrong method, bad id, read-only; and nothing of what is hidden."""

import json
import re
from collections.abc import Callable
from uuid import UUID, uuid4

import pytest
from django.test import Client

import cast
from cast import post, sign_in
from entities import linked
from intelligence import ground
from pentameter.audit.models import Entry
from pentameter.intelligence.models import Report
from pentameter.kernel.actor import Actor

pytestmark = pytest.mark.django_db

READERS = (cast.durham_constable, cast.cleveland_sergeant, cast.garda, cast.national_analyst, cast.prosecutor)
REFUSED = (
    *(cast.caseworker, cast.duty_desk, cast.decision_maker, cast.removals_officer, cast.statistician, cast.editor),
    *(cast.moderator, cast.auditor, cast.administrator),
)
ADDRESSES = ("/network/", "/network/routes/")
COPIES = ("/network/chart.svg", "/network/chart.csv")
_ONCE = re.compile(r'name="(csrfmiddlewaretoken|idempotency_key)" value="[^"]*"')


def _address(mention: UUID) -> str:
    return f"/network/things/{mention}/"


def _bytes(client: Client, address: str) -> str:
    """A page without what is new every time."""
    response = client.get(address)
    assert response.status_code == 200
    return _ONCE.sub("", response.content.decode())


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize("address", ADDRESSES)
def test_works(client: Client, reader: Callable[[], Actor], address: str) -> None:
    linked.whole()
    assert sign_in(client, reader()).get(address).status_code == 200


def test_a_thing_works_for_whoever_may_see_it(client: Client) -> None:
    linked.whole()
    page = _bytes(sign_in(client, cast.durham_constable()), _address(linked.mention("phone", "cleveland")))
    assert "<h1>+44 7700 900417</h1>" in page
    assert "Otto Muster" in page
    assert "Ciara Sample" not in page


def test_a_colleague_sees_the_same_and_another_agency_what_it_may_read(client: Client) -> None:
    linked.whole()
    constable = _bytes(sign_in(client, cast.durham_constable()), "/network/")
    other = _bytes(sign_in(Client(), cast.garda()), "/network/")
    assert "Ciara Sample" not in constable
    assert "Ciara Sample" in other


@pytest.mark.parametrize("reader", REFUSED)
@pytest.mark.parametrize("address", [*ADDRESSES, *COPIES, _address(UUID(int=7))])
def test_who_has_no_part_in_it_is_refused(client: Client, reader: Callable[[], Actor], address: str) -> None:
    linked.whole()
    assert sign_in(client, reader()).get(address).status_code in (403, 404)


@pytest.mark.parametrize("address", [*ADDRESSES, *COPIES, _address(UUID(int=7))])
def test_who_is_not_signed_in_is_asked_to(client: Client, address: str) -> None:
    assert client.get(address)["Location"].startswith("/sign-in/")


@pytest.mark.parametrize("address", [*ADDRESSES, _address(UUID(int=7))])
def test_wrong_method(client: Client, address: str) -> None:
    ground.wave()
    assert post(sign_in(client, cast.national_analyst()), address).status_code == 405


@pytest.mark.parametrize("query", ["thing=nonsense", f"thing={UUID(int=7)}", "start=nonsense", "end=1"])
def test_bad_id(client: Client, query: str) -> None:
    linked.whole()
    assert sign_in(client, cast.national_analyst()).get(f"/network/?{query}").status_code == 404


def test_what_may_not_be_seen_answers_as_what_never_was(client: Client) -> None:
    linked.whole()
    sign_in(client, cast.durham_constable())
    answers = [client.get(_address(one)) for one in (linked.mention("organisation", "garda"), uuid4())]
    assert [one.status_code for one in answers] == [404, 404]
    assert answers[0].content == answers[1].content


def test_read_only(client: Client) -> None:
    linked.whole()
    sign_in(client, cast.national_analyst())
    before = (list(Report.objects.order_by("id").values()), Entry.objects.count())
    addresses = (*ADDRESSES, _address(linked.mention("phone", "durham")))
    for address in addresses:
        client.get(address)
    assert list(Report.objects.order_by("id").values()) == before[0]
    assert Entry.objects.count() == before[1] + len(addresses), "one row a look, and nothing else"


@pytest.mark.parametrize("reader", [cast.durham_constable, cast.national_analyst, cast.outsider, cast.prosecutor])
def test_a_hidden_report_changes_no_byte_of_any_page(client: Client, reader: Callable[[], Actor]) -> None:
    """A world with the Garda's closed report, and one without: the same chart, figures, path, labels and tables."""
    wave = ground.wave()
    linked.send(wave, linked.DURHAM, linked.CLEVELAND)
    start, end = linked.mention("person", "durham", 1), linked.mention("vehicle", "cleveland")
    addresses = (*ADDRESSES, f"/network/?start={start}&end={end}", _address(linked.mention("phone", "durham")))
    sign_in(client, reader())
    before = [_bytes(client, address) for address in addresses]
    linked.send(wave, linked.GARDA)
    assert [_bytes(client, address) for address in addresses] == before
    assert "Shortest path from" in before[2]


def test_the_path_is_told_in_words(client: Client) -> None:
    linked.whole()
    start, end = linked.mention("person", "durham", 1), linked.mention("vehicle", "cleveland")
    page = _bytes(sign_in(client, cast.durham_constable()), f"/network/?start={start}&end={end}")
    assert "Shortest path from Jan Exempel to AA00ABC" in page
    assert "<li>Jan Exempel controls Mira Testova (1 report)</li>" in page
    begun = _bytes(client, f"/network/?start={start}")
    assert "Path from Jan Exempel" in begun
    assert "Path to here" in begun


def test_what_makes_no_sense_is_told_in_a_sentence(client: Client) -> None:
    linked.whole()
    page = _bytes(sign_in(client, cast.durham_constable()), "/network/?theme=<b>piracy&first=yesterday&kind=ship")
    assert "There is no theme called “&lt;b&gt;piracy”. All are shown." in page
    assert "“yesterday” is not a date. Write it as 2007-10-05." in page
    assert "There is no kind of thing called “ship”." in page


def test_no_name_breaks_out_of_the_data(client: Client) -> None:
    wave = ground.wave()
    linked.send(wave, {**linked.DURHAM, "person1_name": "</script><script>alert(1)</script>"})
    page = _bytes(sign_in(client, cast.durham_constable()), "/network/")
    assert "<script>alert" not in page
    data = json.loads(page.split('id="network-data">')[1].split("</script>")[0])
    assert "</script><script>alert(1)</script>" in {node["full"] for node in data["nodes"]}


def test_the_empty_network_says_what_it_means(client: Client) -> None:
    ground.wave()
    page = _bytes(sign_in(client, cast.durham_constable()), "/network/")
    assert "no report that you may read mentions anything within these filters" in page
    assert "No report that you may read says where anybody came from" in _bytes(client, "/network/routes/")


@pytest.mark.parametrize(("kind", "begins"), [("svg", "<svg"), ("csv", "From,Link,To")])
def test_a_copy_is_given_for_a_stated_purpose_once(client: Client, kind: str, begins: str) -> None:
    linked.whole()
    sign_in(client, cast.national_analyst())
    address = f"/network/chart.{kind}?agency=durham"
    assert "For what purpose do you need it?" in client.get(address).content.decode()
    assert "Say for what purpose you need it." in post(client, address).content.decode()
    assert post(client, address, {"purpose": "to brief"})["Location"] == address
    carried = client.get(address)
    assert carried.content.decode().startswith(begins)
    assert carried["Content-Disposition"].startswith('attachment; filename="pentameter-network-')
    assert carried["Cache-Control"] == "no-store"
    assert "For what purpose" in client.get(address).content.decode()


def test_a_copy_of_another_kind_never_was(client: Client) -> None:
    assert sign_in(client, cast.national_analyst()).get("/network/chart.pdf").status_code == 404


def test_tables_go_on_on_further_pages(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pentameter.entities.network_pages.look.ROWS", 2)
    linked.whole()
    first = _bytes(sign_in(client, cast.durham_constable()), "/network/?agency=durham")
    assert "?agency=durham&amp;page=2" in first
    assert "They are on the pages before this one." in _bytes(client, "/network/?agency=durham&page=99")


def test_who_may_say_no_link_has_no_form(client: Client) -> None:
    linked.whole()
    page = _bytes(sign_in(client, cast.prosecutor()), _address(linked.mention("phone", "durham")))
    assert "Say a link" not in page
    assert "Copy as CSV" not in page
