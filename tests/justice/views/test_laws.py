"""The pages of the register of laws."""

import csv
import io
from xml.etree import ElementTree

import pytest
from django.test import Client

from cast import administrator, caseworker, durham_constable, editor, national_analyst, post, prosecutor, sign_in
from justice.register import convicted
from pentameter.audit.models import Entry
from pentameter.kernel.actor import SYSTEM, Actor
from pentameter.operations.api import load_published_results

pytestmark = pytest.mark.django_db
ADDRESS = "/laws/"
ONE = "/laws/AITC04-4/"
COPIES = ["/laws/register.csv", "/laws/register.svg"]


def seen_by(person: Actor) -> Client:
    return sign_in(Client(), person)


def page(person: Actor, query: str = "") -> str:
    return seen_by(person).get(f"{ADDRESS}{query}").content.decode()


def test_the_register_of_the_day_of_the_launch() -> None:
    load_published_results(by=SYSTEM)
    found = page(prosecutor(), "?on=2007-10-03")
    assert "As it stood on 3 October 2007" in found
    assert "In force nearly three years, no conviction." in found
    assert "That says nothing of convictions that nobody recorded." in found
    assert "three years on the books without a conviction" in found
    assert "Modern Slavery Act 2015" not in found
    assert "3 October 2007: Second wave, 2007 to 2008" in found
    assert '"on":"2007-10-03"' in Entry.objects.get(event="laws_shown").detail
    assert "Paper of February 2009" in page(prosecutor())


def test_a_law_that_stands_out_says_what_its_nought_is_worth() -> None:
    said = "No conviction under it was recorded here. That says nothing of convictions that nobody recorded."
    client = seen_by(prosecutor())
    assert said in client.get(ONE).content.decode()
    convicted("2008-02-04")
    assert said not in client.get(ONE).content.decode()


def test_a_conviction_takes_it_from_those_that_stand_out() -> None:
    convicted("2008-02-04")
    before, after = page(prosecutor(), "?on=2008-02-03"), page(prosecutor(), "?on=2008-02-04")
    assert "Have led to convictions" not in before
    assert "Have led to convictions" in after
    assert "1 conviction, the first on 4 February 2008" in after


@pytest.mark.parametrize("person", [durham_constable, national_analyst, caseworker, prosecutor])
def test_everyone_of_the_operation_reads_it(person) -> None:
    assert "Register of laws" in page(person())


@pytest.mark.parametrize("address", [ADDRESS, ONE, *COPIES])
def test_outsiders_do_not(address: str) -> None:
    assert Client().get(address).status_code == 302
    for person in (administrator(), editor()):
        assert seen_by(person).get(address).status_code == 403


@pytest.mark.parametrize("address", [ADDRESS, ONE, *COPIES])
def test_it_is_only_read(address: str) -> None:
    assert post(seen_by(national_analyst()), address).status_code == 405


def test_what_makes_no_sense_is_said_and_the_rest_is_shown() -> None:
    found = page(prosecutor(), "?on=31/02/2007&where=scotland")
    assert "31/02/2007 is not a date. Write it as 2007-10-03." in found
    assert "Criminal Justice (Scotland) Act 2003" in found
    assert "Criminal Law (Human Trafficking) Act 2008" not in found


def test_a_register_without_a_law_says_what_that_means() -> None:
    found = page(prosecutor(), "?on=1990-01-01&where=scotland")
    assert "No law of the register fits." in found
    assert seen_by(prosecutor()).get("/laws/register.svg?on=1990-01-01&where=scotland").status_code == 200


def test_its_copies_say_the_same_and_are_written_down() -> None:
    convicted("2007-06-01")
    client = seen_by(prosecutor())
    table = client.get("/laws/register.csv?on=2007-10-03&against=labour_and_other")
    assert table["Content-Disposition"] == 'attachment; filename="pentameter-laws-2007-10-03.csv"'
    (row,) = csv.DictReader(io.StringIO(table.content.decode()))
    assert (row["Code"], row["Convictions"], row["First conviction"]) == ("AITC04-4", "1", "1 June 2007")
    drawing = client.get("/laws/register.svg?on=2007-10-03&against=labour_and_other")
    assert ElementTree.fromstring(drawing.content).tag.endswith("svg")
    assert Entry.objects.filter(event="laws_copied").count() == 2


def test_a_copy_of_what_makes_no_sense_is_refused() -> None:
    answer = seen_by(prosecutor()).get("/laws/register.csv?on=tomorrow")
    assert answer.status_code == 403
    assert "tomorrow is not a date" in answer.content.decode()


@pytest.mark.parametrize("kind", ["pdf", "CSV", ""])
def test_there_are_no_other_copies(kind: str) -> None:
    assert seen_by(prosecutor()).get(f"/laws/register.{kind}").status_code == 404


def test_one_law_opens_with_what_stands_behind_its_figures() -> None:
    convicted("2008-02-04")
    client = seen_by(national_analyst())
    found = client.get(f"{ONE}?on=2008-02-04").content.decode()
    assert (
        "Asylum and Immigration (Treatment of Claimants, etc.) Act 2004, s.4. As it stood on 4 February 2008." in found
    )
    assert "What stands behind the figures" in found
    assert "Demo" in found
    assert "What stands behind the figures" not in seen_by(caseworker()).get(ONE).content.decode()


@pytest.mark.parametrize(
    "address", ["/laws/XYZ/", "/laws/MSA15-45/", "/laws/MSA15-1/?on=2007-10-03", "/laws/aitc04-4/"]
)
def test_a_law_that_is_not_in_the_register_of_the_day_is_not_found(address: str) -> None:
    assert seen_by(prosecutor()).get(address).status_code == 404
