"""What is typed wrong gets a sentence that says what to do, and loses nothing."""

import secrets

import pytest
from django.http import QueryDict
from django.utils.datastructures import MultiValueDict

from bulletins.tips.sending import photograph, upload
from pentameter.bulletins.tips.forms import AddForm, CodeForm, TellForm
from pentameter.bulletins.tips.rules.codes import code_of


def typed(**said: str) -> QueryDict:
    """A form as a browser sends it."""
    data = QueryDict(mutable=True)
    data.update({"form_key": secrets.token_urlsafe(32), "what": "A van.", **said})
    return data


def test_the_first_question_alone_is_enough() -> None:
    form = TellForm(typed(), MultiValueDict())
    assert form.is_valid()
    assert (form.letter.what, form.letter.contact, form.letter.pictures) == ("A van.", "", ())


def test_nothing_of_a_contact_is_kept_that_was_refused() -> None:
    form = TellForm(typed(may_contact="no", contact="a number"), MultiValueDict())
    assert form.is_valid()
    assert form.letter.contact == ""


@pytest.mark.parametrize(
    ("said", "field", "sentence"),
    [
        ({"what": ""}, "what", "Write what you want to tell us."),
        ({"may_contact": "yes"}, "contact", "Write how we may contact you, or choose no."),
        ({"form_key": "short"}, "form_key", "Send it once more"),
    ],
)
def test_what_is_missing_is_asked_for(said: dict[str, str], field: str, sentence: str) -> None:
    form = TellForm(typed(**said), MultiValueDict())
    assert not form.is_valid()
    assert sentence in str(form.errors[field])


def test_a_lost_key_is_replaced_so_that_sending_again_works() -> None:
    form = TellForm(typed(form_key="short"), MultiValueDict())
    assert not form.is_valid()
    assert TellForm(typed(form_key=str(form["form_key"].value())), MultiValueDict()).is_valid()


def test_too_many_pictures_and_what_is_none() -> None:
    four = MultiValueDict({"pictures": [upload(photograph("x")) for _ in range(4)]})
    assert "at most 3" in str(TellForm(typed(), four).errors["pictures"])
    paper = MultiValueDict({"pictures": [upload(b"%PDF-1.7")]})
    assert "PDFs" in str(TellForm(typed(), paper).errors["pictures"])
    two = TellForm(typed(), MultiValueDict({"pictures": [upload(photograph("x")) for _ in range(2)]}))
    assert two.is_valid()
    assert len(two.letter.pictures) == 2


def test_codes() -> None:
    code = code_of("a" * 43)
    form = CodeForm({"code": code.lower()})
    assert form.is_valid()
    assert form.cleaned_data["code"] == code
    assert "five groups" in str(CodeForm({"code": code[:-1]}).errors["code"])
    assert AddForm(typed(code=code), MultiValueDict()).is_valid()
    assert not AddForm(typed(code="nothing"), MultiValueDict()).is_valid()
