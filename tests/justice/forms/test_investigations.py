"""What may be typed of an investigation and of a suspect."""

from uuid import UUID

import pytest

from pentameter.justice.forms.investigations import AgencyForm, FilterForm, OpenForm, SuspectForm
from pentameter.kernel.actor import Jurisdiction

MENTION = "01a22e60-f815-795d-a635-a98d8fc9f7a7"


def test_a_filter_that_makes_no_sense_narrows_nothing() -> None:
    assert FilterForm({"place": "nowhere", "state": "nothing", "text": " la "}).chosen(2).active == 1
    found = FilterForm({"place": "ireland", "state": "check"}).chosen(1)
    assert (found.place, found.state, found.page) == (Jurisdiction.IRELAND, "check", 1)


def test_a_wave_is_one_of_the_list() -> None:
    typed = {"name": "Larch", "jurisdiction": "ireland", "opened_on_day": "1", "opened_on_month": "5"}
    whole = {**typed, "opened_on_year": "2026", "wave": MENTION}
    assert OpenForm([(MENTION, "First")], whole).is_valid()
    assert not OpenForm([], whole).is_valid()
    form = OpenForm([], {**whole, "wave": ""})
    assert form.is_valid()
    assert form.plan.wave is None


def test_an_agency_is_one_of_the_list() -> None:
    form = AgencyForm([("cleveland", "Cleveland")], {"agency": "immigration-enforcement"})
    assert form.errors["agency"] == ["Choose one of the list."]


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("", None),
        (MENTION, UUID(MENTION)),
        (f"/things/{MENTION}/", UUID(MENTION)),
        (f"https://example.org/things/{MENTION}", UUID(MENTION)),
    ],
)
def test_the_address_of_a_persons_page(said: str, found: UUID | None) -> None:
    form = SuspectForm({"name": "Testperson", "mention": said})
    assert form.is_valid(), form.errors
    assert form.cleaned_data["mention"] == found


@pytest.mark.parametrize(
    ("born", "allowed"), [("1989", True), ("1989-02", True), ("1989-02-28", True), ("28/2/89", False)]
)
def test_a_birth_as_far_as_it_is_known(born: str, allowed: bool) -> None:
    assert SuspectForm({"name": "Testperson", "born": born}).is_valid() is allowed
