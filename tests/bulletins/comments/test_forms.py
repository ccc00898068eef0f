"""What readers may type: nothing typed is lost, and what is no text is left out."""

from django.http import QueryDict

from pentameter.bulletins.comments.forms import ChangeForm, CommentForm, RegisterForm, ReportForm
from pentameter.bulletins.comments.rules.reporting import Reason


def test_the_trap_refuses_with_a_word_and_is_emptied() -> None:
    given = QueryDict("name=Heather+Moor&address=h%40example.org&agree=on&website=spam")
    form = RegisterForm(given)
    assert not form.is_valid()
    assert "there for programs" in str(form.errors)
    assert form["website"].value() == ""
    assert form["name"].value() == "Heather Moor"
    assert RegisterForm(QueryDict("name=Heather+Moor&address=h%40example.org&agree=on&website=")).is_valid()


def test_nul_is_left_out_of_words() -> None:
    form = CommentForm({"text": "a\x00b", "key": "k" * 20})
    assert form.is_valid()
    assert form.cleaned_data["text"] == "ab"
    assert not CommentForm({"text": "a", "key": "short"}).is_valid()
    assert not ChangeForm({"text": "a", "version": "-1"}).is_valid()


def test_a_report_has_a_reason() -> None:
    assert not ReportForm({}).is_valid()
    form = ReportForm({"reason": "identifies"})
    assert form.is_valid()
    assert form.chosen is Reason.IDENTIFIES
