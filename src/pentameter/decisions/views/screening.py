"""Removal lists: sent, followed, and their answers read. Pages only read what the worker stored."""

import csv
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from pentameter.access.api import Operation
from pentameter.access.guards import StaffRequest, may
from pentameter.decisions.forms.screening import OneNameForm, SendListForm
from pentameter.decisions.queries.lists import list_card
from pentameter.decisions.rules.screening.answers import HEADINGS, LineAnswer
from pentameter.decisions.services.lists import (
    check_again,
    receive_lines,
    receive_list,
    show_list,
    show_lists,
    take_answers,
)
from pentameter.decisions.uploads import too_large
from pentameter.look.errors import page as error_page
from pentameter.look.paging import number_of

_RUNS = ("=", "+", "-", "@", "\t", "\r")


@require_safe
@may(Operation.SCREEN_LIST)
def lists(request: StaffRequest) -> HttpResponse:
    """Where lists are sent and names are typed, and the lists of one's own agency."""
    page = show_lists(by=request.actor)
    context = {"page": page, "form": SendListForm(), "name_form": OneNameForm(auto_id="one_%s")}
    return render(request, "decisions/screening_lists.jinja", context)


@require_http_methods(["POST"])
@may(Operation.SCREEN_LIST)
def send_list(request: StaffRequest) -> HttpResponse:
    """Receive a list, and show how far its checking is."""
    if too_large(request):
        return error_page(413)
    form = SendListForm(request.POST, request.FILES)
    if form.is_valid():
        file = form.cleaned_data["file"]
        list_id = receive_list(name=file.name, content=file.read(), way="page", by=request.actor)
        return redirect("decisions:screening_list", list_id)
    context = {"page": show_lists(by=request.actor), "form": form, "name_form": OneNameForm(auto_id="one_%s")}
    return render(request, "decisions/screening_lists.jinja", context)


@require_http_methods(["POST"])
@may(Operation.SCREEN_LIST)
def send_name(request: StaffRequest) -> HttpResponse:
    """One name, checked as a list of one line."""
    form = OneNameForm(request.POST, auto_id="one_%s")
    if form.is_valid():
        list_id = receive_lines(rows=[form.cells], way="name", by=request.actor)
        return redirect("decisions:screening_list", list_id)
    context = {"page": show_lists(by=request.actor), "form": SendListForm(), "name_form": form}
    return render(request, "decisions/screening_lists.jinja", context)


@require_safe
@may(Operation.SCREEN_LIST)
def one_list(request: StaffRequest, list_id: UUID) -> HttpResponse:
    """A list: how it stands, and its answers, those that are held first."""
    page = show_list(list_id=list_id, by=request.actor, page=number_of(request))
    return render(request, "decisions/screening_list.jinja", {"page": page})


@require_safe
@may(Operation.SCREEN_LIST)
def progress(request: StaffRequest, list_id: UUID) -> HttpResponse:
    """How far a list is, and nothing else; once it is checked the page is asked to load itself anew."""
    card = list_card(list_id, by=request.actor)
    response = render(request, "decisions/screening_progress.jinja", {"list": card})
    if not card.in_progress:
        response["HX-Refresh"] = "true"
    return response


@require_http_methods(["POST"])
@may(Operation.SCREEN_LIST)
def again(request: StaffRequest, list_id: UUID) -> HttpResponse:
    """Have a list checked again whose answers are too old."""
    check_again(list_id=list_id, by=request.actor)
    messages.success(request, "The list is being checked again.")
    return redirect("decisions:screening_list", list_id)


@require_safe
@may(Operation.SCREEN_LIST)
def answers(request: StaffRequest, list_id: UUID) -> HttpResponse:
    """All answers of a list as CSV."""
    page = take_answers(list_id=list_id, by=request.actor)
    headers = {"Content-Disposition": f'attachment; filename="answers-{page.list.reference}.csv"'}
    response = HttpResponse("\ufeff", content_type="text/csv; charset=utf-8", headers=headers)
    writer = csv.writer(response)
    writer.writerow(HEADINGS)
    writer.writerows(_cells(one) for one in page.answers)
    return response


def _cells(one: LineAnswer) -> tuple[str, ...]:
    """A row; what a spreadsheet would run as a formula is text."""
    plain = (one.id, one.name, one.word, one.reference, one.desk_number)
    return tuple(f"'{cell}" if cell.startswith(_RUNS) else cell for cell in plain)
