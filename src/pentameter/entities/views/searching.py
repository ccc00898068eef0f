"""Searching: what is typed comes in by POST, and goes on sealed to the page of answers."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.http import require_http_methods

from pentameter.access.api import Operation
from pentameter.access.guards import StaffRequest, may
from pentameter.accounts import api as accounts
from pentameter.entities import words
from pentameter.entities.forms.searching import NarrowForm, SearchForm
from pentameter.entities.rules.asking import Asked
from pentameter.entities.sealed_questions import Question, opened, sealed
from pentameter.entities.services.searching import search
from pentameter.intelligence.api import grade_words, shown_fact
from pentameter.look.paging import number_of, without_page
from pentameter.work.api import only_asks

_PURPOSE = "search_purpose"
_ASKED = "s"


@only_asks
@require_http_methods(["GET", "HEAD", "POST"])
@may(Operation.SEARCH)
def search_page(request: StaffRequest) -> HttpResponse:
    """The box, and the answers to what was asked."""
    if request.method == "POST":
        return _ask(request)
    if _ASKED not in request.GET:
        return _page(request, SearchForm(initial={"purpose": _remembered(request)}))
    question = opened(request.GET[_ASKED], request.actor)
    if question is None:
        return _page(request, SearchForm(initial={"purpose": _remembered(request)}), lapsed=True)
    return _answers(request, question)


def _ask(request: StaffRequest) -> HttpResponse:
    """Send the question on, or ask for what is missing. The header's box knows no purpose: it is asked for once."""
    if "purpose" in request.POST:
        form = SearchForm(request.POST)
    elif remembered := _remembered(request):
        form = SearchForm({"words": request.POST.get("words", ""), "purpose": remembered})
    else:
        return _page(request, SearchForm(initial={"words": request.POST.get("words", "")}))
    if not form.is_valid():
        return _page(request, form)
    question = Question(**form.cleaned_data)
    request.session[_PURPOSE] = question.purpose
    return redirect(f"{reverse('entities:search')}?{urlencode({_ASKED: sealed(question, request.actor)})}")


def _answers(request: StaffRequest, question: Question) -> HttpResponse:
    narrow = NarrowForm(request.GET)
    things, reports = (number_of(request, name) for name in ("things", "reports"))
    asked = Asked(question.words, narrow.narrowed(), things=things, reports=reports)
    found = search(asked=asked, purpose=question.purpose, by=request.actor)
    narrow.count(found)
    form = SearchForm(initial={"words": question.words, "purpose": question.purpose})
    token = request.GET[_ASKED]
    return _page(request, form, found=found, narrow=narrow, token=token, agencies=accounts.agencies())


def _page(request: StaffRequest, form: SearchForm, **context: object) -> HttpResponse:
    addresses = {name: without_page(request, name) for name in ("things", "reports")}
    given = {"form": form, "found": None, "lapsed": False, "addresses": addresses, "grade": grade_words}
    return render(request, "entities/search.jinja", {**given, "words": words, "shown_fact": shown_fact, **context})


def _remembered(request: StaffRequest) -> str:
    """The purpose of the last search since signing in."""
    return str(request.session.get(_PURPOSE, ""))
