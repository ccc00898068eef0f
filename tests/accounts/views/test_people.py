"""The pages of people: the six questions of each, and what an administrator does on them."""

import re
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse

import cast
from pentameter.accounts.models import Membership, User
from pentameter.accounts.services.agencies import seed_agencies
from pentameter.audit.models import Entry
from pentameter.kernel.actor import SYSTEM
from pentameter.work.api import fresh_key

pytestmark = pytest.mark.django_db(transaction=False)


@pytest.fixture(autouse=True)
def people() -> None:
    seed_agencies(by=SYSTEM)
    for person in cast.EVERYONE:
        cast.in_database(person())


def pages() -> dict[str, str]:
    garda, admin = cast.garda().id, "accounts:"
    paths = {name: reverse(admin + name) for name in ("people", "add", "agencies", "tokens", "issue")}
    for name in ("person", "move", "close", "link"):
        paths[name] = reverse(admin + name, args=[garda])
    return {**paths, "agency": reverse("accounts:agency", args=["garda"])}


def key() -> dict[str, str]:
    return {"Idempotency-Key": fresh_key()}


MANAGES = ("add", "move", "close", "link", "tokens", "issue")


@pytest.mark.parametrize("name", sorted(("people", "person", "agencies", "agency", *MANAGES)))
def test_works(client: Client, name: str) -> None:
    cast.sign_in(client, cast.administrator())
    page = client.get(pages()[name])
    assert page.status_code == 200
    assert "<h1>" in page.content.decode()


@pytest.mark.parametrize(
    ("name", "status"),
    [("people", 200), ("person", 404), ("agencies", 200), ("agency", 200), *((n, 403) for n in MANAGES)],
)
def test_colleague(client: Client, name: str, status: int) -> None:
    """A supervisor of another force."""
    cast.sign_in(client, cast.durham_sergeant())
    assert client.get(pages()[name]).status_code == status


@pytest.mark.parametrize(
    ("name", "status"),
    [("people", 403), ("person", 403), ("agencies", 200), ("agency", 200), *((n, 403) for n in MANAGES)],
)
def test_outsider(client: Client, name: str, status: int) -> None:
    assert client.get(pages()[name])["Location"].startswith("/sign-in/")
    cast.sign_in(client, cast.outsider())
    assert client.get(pages()[name]).status_code == status


@pytest.mark.parametrize("name", sorted(("people", "person", "agencies", "agency", *MANAGES)))
def test_wrong_method(client: Client, name: str) -> None:
    cast.sign_in(client, cast.administrator())
    assert client.delete(pages()[name], headers=key()).status_code == 405
    if name in ("people", "person", "agencies", "agency", "tokens"):
        assert client.post(pages()[name], headers=key()).status_code == 405


@pytest.mark.parametrize("name", ["person", "move", "close", "link"])
def test_bad_id(client: Client, name: str) -> None:
    """An id that never was answers with the same bytes as one that is hidden."""
    cast.sign_in(client, cast.administrator())
    never = client.get(reverse(f"accounts:{name}", args=[uuid4()]))
    assert never.status_code == 404
    assert client.get(f"/people/nonsense/{name}/").status_code == 404
    cast.sign_in(client, cast.durham_sergeant())
    if name == "person":
        assert client.get(pages()[name]).content == client.get(reverse("accounts:person", args=[uuid4()])).content


@pytest.mark.parametrize("name", ["people", "person", "agencies", "agency", "tokens", "add", "move", "close", "link"])
def test_read_only(client: Client, name: str) -> None:
    """Looking changes nothing but the record."""
    cast.sign_in(client, cast.administrator())
    before = list(User.objects.order_by("pk").values("pk", "is_active", "password")), Membership.objects.count()
    client.get(pages()[name])
    assert (
        list(User.objects.order_by("pk").values("pk", "is_active", "password")),
        Membership.objects.count(),
    ) == before


@pytest.mark.parametrize(
    ("name", "event"),
    [
        ("people", "people_shown"),
        ("person", "people_shown"),
        ("agencies", "agencies_shown"),
        ("agency", "agencies_shown"),
        ("tokens", "tokens_shown"),
    ],
)
def test_every_look_leaves_its_row(client: Client, name: str, event: str) -> None:
    cast.sign_in(client, cast.administrator())
    client.get(pages()[name])
    row = Entry.objects.order_by("-seq")[0]
    assert (row.event, row.actor) == (event, cast.administrator().id)


ADA = {"name": "Ada Quill", "username": "ada.quill", "email": "ada@example.org", "agency": "durham"}


def test_adding_shows_the_link_once_and_it_works_once(client: Client) -> None:
    cast.sign_in(client, cast.administrator())
    answer = cast.post(client, pages()["add"], {**ADA, "role": "force_officer"})
    assert answer.status_code == 302
    page = client.get(answer["Location"]).content.decode()
    link = re.search(r"http://testserver(/sign-in/link/[^<]+)", page)
    assert link
    assert link[1] not in client.get(answer["Location"]).content.decode()

    newcomer = Client()
    form = newcomer.get(link[1])
    assert "set-password" in form["Location"]
    path = form["Location"]
    assert newcomer.get(path).status_code == 200
    short = newcomer.post(path, {"password1": "short", "password2": "short"})
    assert "at least 12 characters" in short.content.decode()
    done = newcomer.post(path, {"password1": "four quiet words here", "password2": "four quiet words here"})
    assert done["Location"] == "/sign-in/link/done/"
    assert "This link no longer works" in Client().get(link[1]).content.decode()
    rows = [row.event for row in Entry.objects.order_by("seq")]
    assert "password_changed" in rows

    newcomer.post("/sign-in/", {"login": "ada.quill", "password": "four quiet words here"})
    assert newcomer.get("/people/")["Location"] == "/account/second-factor/", "a second factor comes first"


def test_sent_twice_is_done_once(client: Client) -> None:
    cast.sign_in(client, cast.administrator())
    sent = {**ADA, "role": "force_officer", "idempotency_key": "k" * 24}
    first, second = client.post(pages()["add"], sent), client.post(pages()["add"], sent)
    assert first["Location"] == second["Location"]
    assert User.objects.filter(username="ada.quill").count() == 1


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"role": "removals_officer"}, "Nobody at this agency can be a removals officer"),
        ({"username": "durham.aidan"}, "Someone has this username."),
        ({"username": "Ada Quill"}, "Use small letters"),
        ({"email": "durham.aidan@example.org"}, "Someone has this e-mail address already."),
        ({"email": "nonsense"}, "This is not an e-mail address."),
        ({"agency": "strathclyde"}, "Select a valid choice"),
        ({"name": ""}, "Enter their name."),
    ],
)
def test_what_is_wrong_is_said_at_the_field_and_nothing_is_lost(
    client: Client, changed: dict[str, str], sentence: str
) -> None:
    cast.sign_in(client, cast.administrator())
    page = cast.post(client, pages()["add"], {**ADA, "role": "force_officer", **changed})
    words = page.content.decode()
    assert page.status_code == 200
    assert sentence in words
    assert "There is a problem" in words
    kept = {**ADA, **changed}
    assert all(kept[key] in words for key in ("username", "email"))
    assert not User.objects.filter(username="ada.quill").exists()


def test_moving_and_closing(client: Client) -> None:
    cast.sign_in(client, cast.administrator())
    page = client.get(pages()["move"]).content.decode()
    seen = re.search(r'name="seen" value="(\d+)"', page)[1]
    moved = {"agency": "garda", "role": "force_supervisor", "seen": seen}
    assert cast.post(client, pages()["move"], moved)["Location"] == pages()["person"]
    assert cast.post(client, pages()["move"], {**moved, "role": "force_officer"}).status_code == 409
    assert "Force supervisor" in client.get(pages()["person"]).content.decode()
    assert cast.post(client, pages()["close"])["Location"] == pages()["person"]
    assert "closed" in client.get(pages()["person"]).content.decode()
    assert cast.post(client, pages()["close"]).status_code == 403


def test_nobody_closes_themselves(client: Client) -> None:
    cast.sign_in(client, cast.administrator())
    own = reverse("accounts:close", args=[cast.administrator().id])
    assert "You cannot close your own account." in client.get(own).content.decode()
    assert cast.post(client, own).status_code == 403


def test_a_link_for_someone_who_lost_their_telephone(client: Client) -> None:
    cast.sign_in(client, cast.administrator())
    answer = cast.post(client, pages()["link"], {"forget_factors": "on"})
    page = client.get(answer["Location"]).content.decode()
    assert "/sign-in/link/" in page
    assert "None yet" in page


def test_a_supervisors_list_offers_nothing_to_do(client: Client) -> None:
    cast.sign_in(client, cast.durham_sergeant())
    page = client.get(pages()["people"]).content.decode()
    assert "Aidan Thornley" in page
    assert "Petra Savage" not in page
    assert "Add a person" not in page


@pytest.mark.parametrize("query", ["?page=9999", "?page=x", "?role=nonsense&state=nonsense", "?q=%00", "?q=%27%22"])
def test_a_filter_that_makes_no_sense_is_no_error(client: Client, query: str) -> None:
    cast.sign_in(client, cast.administrator())
    assert client.get(pages()["people"] + query).status_code == 200
    assert client.get(pages()["agencies"] + query).status_code == 200
