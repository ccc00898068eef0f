"""The picture's pages: works, colleague, outsider, wrong method, bad id, read-only; and how often they ask."""

import json
from collections.abc import Callable
from uuid import UUID

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from cast import (
    auditor,
    durham_constable,
    durham_sergeant,
    duty_desk,
    garda,
    national_analyst,
    outsider,
    post,
    prosecutor,
    sign_in,
    statistician,
)
from entities import linked
from pentameter.audit.models import Entry
from pentameter.intelligence.models import Report
from pentameter.kernel.actor import SYSTEM, Actor
from pentameter.operations import api as operations
from pentameter.picture.sections import Section
from picture import scene

pytestmark = pytest.mark.django_db

SECTIONS = tuple("/picture/" if one is Section.OVERVIEW else f"/picture/{one.value}/" for one in Section)
OPEN = tuple(one for one in SECTIONS if one != "/picture/protection/")
CARRIED = ("/picture/file/", "/picture/charts/weeks.svg", "/picture/charts/weeks.csv")
COPIES = ("/picture/compare/weeks.svg", "/picture/compare/themes.csv")
"""Of two waves side by side; they need two."""
ADDRESSES = (*OPEN, "/picture/compare/", *CARRIED)
CLOSED = {
    "/picture/protection/": (durham_constable,),
    "/picture/outcomes/": (auditor, duty_desk),
    "/picture/estimates/": (auditor, duty_desk, durham_constable, garda, prosecutor),
}
"""Pages that are closed to some who see the picture."""
COMPARED = ("/picture/compare/?kind=waves", "/picture/compare/?kind=forces", "/picture/compare/?kind=periods")
BOOKKEEPING = ("BEGIN", "COMMIT", "SAVEPOINT", "RELEASE", "ROLLBACK")


@pytest.mark.parametrize("reader", scene.READERS)
@pytest.mark.parametrize("address", ADDRESSES)
def test_works(client: Client, reader: Callable[[], Actor], address: str) -> None:
    of = scene.whole(60)
    response = sign_in(client, reader()).get(address, {"wave": str(of.wave)})
    if reader in CLOSED.get(address, ()):
        assert response.status_code == 403
        return
    assert response.status_code == 200
    kind = {"svg": "image/svg+xml", "csv": "text/csv"}.get(address.rpartition(".")[2], "text/html")
    assert response["Content-Type"] == f"{kind}; charset=utf-8"


@pytest.mark.parametrize("reader", scene.REFUSED)
@pytest.mark.parametrize("address", ADDRESSES)
def test_who_has_no_part_in_it_is_refused(client: Client, reader: Callable[[], Actor], address: str) -> None:
    scene.a_wave()
    response = sign_in(client, reader()).get(address)
    assert response.status_code in (403, 404)


@pytest.mark.parametrize("address", ADDRESSES)
def test_who_is_not_signed_in_is_asked_to(client: Client, address: str) -> None:
    assert client.get(address)["Location"].startswith("/sign-in/")


@pytest.mark.parametrize("address", ADDRESSES)
def test_wrong_method(client: Client, address: str) -> None:
    scene.a_wave()
    assert post(sign_in(client, national_analyst()), address).status_code == 405


@pytest.mark.parametrize("wave", ["nonsense", str(UUID(int=7))])
@pytest.mark.parametrize("address", ADDRESSES)
def test_bad_id(client: Client, address: str, wave: str) -> None:
    scene.a_wave()
    assert sign_in(client, national_analyst()).get(address, {"wave": wave}).status_code == 404


def test_a_chart_that_never_was(client: Client) -> None:
    scene.a_wave()
    assert sign_in(client, national_analyst()).get("/picture/charts/treasure.svg").status_code == 404


def test_colleagues_of_one_agency_see_the_same_and_others_see_other_counts(client: Client) -> None:
    of = scene.whole()
    constable = sign_in(client, durham_constable()).get("/picture/", {"wave": str(of.wave)}).content.decode()
    other = sign_in(Client(), outsider()).get("/picture/", {"wave": str(of.wave)}).content.decode()
    assert "Counts of what Durham Constabulary may read" in constable
    assert "of which you may not read" not in constable
    assert constable != other


def test_read_only(client: Client) -> None:
    of = scene.whole(60)
    sign_in(client, national_analyst())
    before = (list(Report.objects.order_by("id").values()), Entry.objects.count())
    for address in ADDRESSES:
        client.get(address, {"wave": str(of.wave)})
    assert list(Report.objects.order_by("id").values()) == before[0]
    assert Entry.objects.count() == before[1] + len(ADDRESSES), "one row a look, and nothing else"


@pytest.mark.parametrize("reader", [durham_constable, national_analyst, duty_desk, statistician])
@pytest.mark.parametrize("address", [*SECTIONS, *COMPARED], ids=str)
def test_at_most_twelve_queries(client: Client, reader: Callable[[], Actor], address: str) -> None:
    """Whatever there is: reports, people, networks; and the fewer reports, the fewer queries, if at all."""
    scene.a_wave(weeks_ago=20, ends_after=3)
    of = scene.whole(60)
    scene.people(of)
    network = linked.whole()
    operations.load_published_results(by=SYSTEM)
    sign_in(client, reader()).get("/picture/")  # the session notes when it began
    if reader in CLOSED.get(address, ()):
        assert client.get(address).status_code == 403
        return
    path, _, kind = address.partition("?")
    narrowed = {"wave": str(of.wave), "theme": "unknown", "agency": "garda"}
    for query in ({}, {"wave": str(of.wave)}, {"wave": str(network)}, narrowed):
        with CaptureQueriesContext(connection) as captured:
            assert client.get(path, query | dict(filter(all, [kind.partition("=")[::2]]))).status_code == 200
        asked = [one["sql"] for one in captured.captured_queries if not one["sql"].startswith(BOOKKEEPING)]
        assert len(asked) <= 12, "\n".join(asked)


def test_an_unknown_theme_is_told_in_a_sentence(client: Client) -> None:
    scene.whole(60)
    response = sign_in(client, national_analyst()).get("/picture/", {"theme": "<script>piracy"})
    assert response.status_code == 200
    assert "There is no theme called “&lt;script&gt;piracy”. All themes are shown." in response.content.decode()
    carried = client.get("/picture/charts/weeks.csv", {"theme": "piracy"})
    assert carried.status_code == 403
    assert "There is no theme called" in carried.content.decode()


def test_what_is_carried_away_names_its_file_and_is_kept_nowhere(client: Client) -> None:
    of = scene.whole(60)
    sign_in(client, national_analyst())
    for address in CARRIED:
        response = client.get(address, {"wave": str(of.wave)})
        assert response["Content-Disposition"].startswith('attachment; filename="pentameter-')
        assert response["Cache-Control"] == "no-store"


@pytest.mark.parametrize("reader", scene.READERS)
def test_what_is_compared_can_be_carried_away(client: Client, reader: Callable[[], Actor]) -> None:
    scene.a_wave(weeks_ago=20, ends_after=3)
    of = scene.whole(60)
    sign_in(client, reader())
    page = client.get("/picture/compare/", {"wave": str(of.wave)}).content.decode()
    for address in COPIES:
        copied = next(one for one in page.split('"') if one.startswith(address)).replace("&amp;", "&")
        response = client.get(copied)
        assert response.status_code == 200
        assert response["Content-Disposition"].startswith('attachment; filename="pentameter-compared-')
        assert response["Cache-Control"] == "no-store"
        assert post(client, address).status_code == 405
    assert json.loads(Entry.objects.latest("seq").detail)["chart"] == "themes"


@pytest.mark.parametrize("address", COPIES)
def test_what_is_not_compared_is_not_carried_away(client: Client, address: str) -> None:
    of = scene.whole(30)
    assert client.get(address)["Location"].startswith("/sign-in/")
    sign_in(client, national_analyst())
    assert client.get(address, {"wave": str(of.wave)}).status_code == 404, "one wave alone has nothing beside it"
    assert client.get(address, {"wave": "nonsense"}).status_code == 404
    scene.a_wave(weeks_ago=20, ends_after=3)
    assert client.get(address.replace("weeks", "treasure").replace("themes", "treasure")).status_code == 404
    refused = client.get(address, {"wave": str(of.wave), "kind": "moons"})
    assert refused.status_code == 403
    assert "“moons” cannot be compared." in refused.content.decode()
    for outsider_here in scene.REFUSED:
        assert sign_in(client, outsider_here()).get(address).status_code in (403, 404)


def test_an_agency_that_takes_no_part_is_told_of_where_two_are_compared(client: Client) -> None:
    scene.a_wave(weeks_ago=20, ends_after=3)
    of = scene.whole(30)
    asked = {"wave": str(of.wave), "agency": "atlantis"}
    page = sign_in(client, national_analyst()).get("/picture/compare/", asked).content.decode()
    assert "No agency called “atlantis” takes part in this wave. All agencies are shown." in page
    assert client.get("/picture/compare/weeks.csv", asked).status_code == 403


def test_links_lead_to_the_reports_behind_a_figure(client: Client) -> None:
    of = scene.whole()
    page = sign_in(client, durham_constable()).get("/picture/map/", {"wave": str(of.wave)}).content.decode()
    told = Report.objects.filter(agency_id="durham", area="Durham").count()
    assert told
    address = f"/reports/?wave={of.wave}&amp;area=Durham"
    assert address in page
    listed = client.get(address.replace("&amp;", "&"))
    assert listed.status_code == 200
    assert f"/reports/?wave={of.wave}&amp;area=none" in page
    assert client.get(f"/reports/?wave={of.wave}&area=none").status_code == 200


def test_the_empty_picture_says_what_it_means(client: Client) -> None:
    of = scene.a_wave(participants=())
    page = sign_in(client, national_analyst()).get("/picture/trends/", {"wave": str(of.wave)}).content.decode()
    assert "Nobody takes part in this wave yet" in page
    assert "There is no report that you may read." in page
    future = scene.a_wave(weeks_ago=-2)
    page = client.get("/picture/", {"wave": str(future.wave)}).content.decode()
    assert "This wave has not begun" in page


def test_without_any_wave_it_says_who_begins_one(client: Client) -> None:
    response = sign_in(client, national_analyst()).get("/picture/")
    assert response.status_code == 200
    assert "There is no wave yet" in response.content.decode()


def test_an_area_without_a_force_one_force_alone_and_a_figure_that_nobody_may_see(client: Client) -> None:
    of = scene.a_wave(participants=("durham",))
    sign_in(client, durham_constable())
    asked = {"wave": str(of.wave)}
    assert "takes no part" in client.get("/picture/map/", asked).content.decode()
    alone = client.get("/picture/compare/", asked | {"kind": "forces"}).content.decode()
    assert "There are no two different forces here." in alone
    scene.people(of, (("RO", 3),))
    people = client.get("/picture/people/", asked).content.decode()
    assert "Small numbers are withheld from you" in people
    assert "Romania" not in people
    assert client.get("/picture/protection/", asked).status_code == 403
    assert client.get("/forces/kent/").status_code == client.get("/forces/atlantis/").status_code == 404


def test_the_pages_of_forces(client: Client) -> None:
    scene.whole(30)
    sign_in(client, durham_constable())
    assert client.get("/forces/")["Location"] == "/forces/durham/"
    page = client.get("/forces/durham/").content.decode()
    assert "What is expected next" in page
    assert "/return/?week=" in page
    sign_in(client, national_analyst())
    assert "/forces/kent/" in client.get("/forces/").content.decode()
    assert post(client, "/forces/durham/").status_code == 405


FORCES = (("/forces/", national_analyst), ("/forces/durham/", national_analyst), ("/forces/durham/", auditor))
FORCES += (("/forces/durham/", durham_constable), ("/forces/durham/", durham_sergeant))


@pytest.mark.parametrize(("address", "reader"), FORCES)
def test_at_most_twelve_queries_for_forces(client: Client, address: str, reader: Callable[[], Actor]) -> None:
    """A sergeant's page has the pairs to review besides."""
    scene.whole(30)
    operations.load_published_results(by=SYSTEM)
    sign_in(client, reader()).get("/picture/")
    with CaptureQueriesContext(connection) as captured:
        assert client.get(address).status_code == 200
    asked = [one["sql"] for one in captured.captured_queries if not one["sql"].startswith(BOOKKEEPING)]
    assert len(asked) <= 12, "\n".join(asked)
