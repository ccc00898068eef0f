"""What may be typed of one name, and why the desk says so."""

from pentameter.decisions.forms.screening import OneNameForm, ReasonForm, SendListForm, VersionForm


def test_one_name_becomes_a_row_of_a_list() -> None:
    form = OneNameForm({"name": "Zorana Testova", "dob": "1990", "nationality": "Bulgarian"})
    assert form.is_valid()
    assert form.cells["name"] == "Zorana Testova"
    assert (form.cells["dob"], form.cells["doc_no"], form.cells["id"]) == ("1990", "", "1")


def test_what_cannot_be_read_is_said_at_its_field() -> None:
    form = OneNameForm({"name": "", "dob": "the spring", "nationality": "Atlantis"})
    assert set(form.errors) == {"name", "dob", "nationality"}


def test_the_desk_says_why_and_of_which_version() -> None:
    assert set(ReasonForm({"reason": " "}).errors) == {"reason", "version"}
    form = ReasonForm({"reason": "Compared.", "version": "3"})
    assert form.is_valid()
    assert form.said == {"reason": "Compared.", "version": 3}
    assert VersionForm({"version": "x"}).errors


def test_a_list_is_a_file() -> None:
    assert SendListForm({}, {}).errors["file"] == ["Choose the list first."]
