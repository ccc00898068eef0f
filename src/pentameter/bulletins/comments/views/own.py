"""A reader's own page: what they wrote, what they were told, appeals, their data, and the way out."""

from uuid import UUID

from django.http import HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from pentameter.bulletins.comments.forms import AppealForm, LeaveForm
from pentameter.bulletins.comments.queries.own import everything_of, own_page
from pentameter.bulletins.comments.reading import ReaderRequest, for_readers, hidden_as_nothing, let_out
from pentameter.bulletins.comments.rules import ladder, life
from pentameter.bulletins.comments.services.appealing import appeal as send_appeal
from pentameter.bulletins.comments.services.leaving import leave as leave_for_good
from pentameter.kernel import clock
from pentameter.kernel.verdict import Refused


@require_safe
@for_readers
def own(request: ReaderRequest) -> HttpResponse:
    """What is the reader's own."""
    page = own_page(request.reader.id, now=clock.now())
    words = {"states": life.WORDS, "steps": ladder.WORDS}
    return render(request, "comments/own.jinja", {"page": page, "reader": request.reader, **words})


@require_http_methods(["GET", "HEAD", "POST"])
@hidden_as_nothing
@for_readers
def appeal(request: ReaderRequest, decision: UUID) -> HttpResponse:
    """Appeal against a decision on a comment or an account of one's own."""
    form = AppealForm(request.POST or None)
    if form.is_valid():
        try:
            send_appeal(decision=decision, words=form.cleaned_data["words"], reader_id=request.reader.id)
            return redirect("comments:own")
        except Refused as refused:
            if refused.hidden:
                raise
            form.add_error("words", refused.reason)
    return render(request, "comments/appeal.jinja", {"form": form, "days": ladder.APPEAL_DAYS})


@require_safe
@for_readers
def data(request: ReaderRequest) -> HttpResponse:
    """All that is kept of the reader, as JSON to carry away."""
    response = JsonResponse(everything_of(request.reader.id), json_dumps_params={"indent": 2, "ensure_ascii": False})
    response["Content-Disposition"] = 'attachment; filename="pentameter-my-data.json"'
    return response


@require_http_methods(["GET", "HEAD", "POST"])
@for_readers
def leave(request: ReaderRequest) -> HttpResponse:
    """Delete the account."""
    form = LeaveForm(request.POST or None)
    if form.is_valid():
        leave_for_good(reader_id=request.reader.id)
        return let_out("/reader/left/")
    return render(request, "comments/leave.jinja", {"form": form, "reader": request.reader})


@require_safe
def left(request: ReaderRequest) -> HttpResponse:
    """The account is gone."""
    return render(request, "comments/left.jinja")
