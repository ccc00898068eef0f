"""Reporting a comment, and seeing what became of it. Anyone may, signed in or not."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from pentameter.bulletins.comments.forms import ReceiptForm, ReportForm
from pentameter.bulletins.comments.queries.reported import report_by
from pentameter.bulletins.comments.queries.threads import one
from pentameter.bulletins.comments.reading import (
    hidden_as_nothing,
    kept_nowhere,
    nothing_here,
    reader_of,
)
from pentameter.bulletins.comments.rules.reporting import OUTCOMES, REASONS
from pentameter.bulletins.comments.services.reporting import Complaint, report_comment
from pentameter.kernel import clock
from pentameter.kernel.verdict import Refused
from pentameter.look.connections import connection_of


@require_http_methods(["GET", "HEAD", "POST"])
@hidden_as_nothing
def report(request: HttpRequest, comment_id: UUID) -> HttpResponse:
    """Report a comment, with a reason."""
    page = one(comment_id, page=1, today=clock.today())
    if page is None or page.line.gone:
        return nothing_here(request)
    form = ReportForm(request.POST or None)
    if form.is_valid():
        given, reader = form.cleaned_data, reader_of(request)
        reader_id = reader.id if reader else None
        complaint = Complaint(form.chosen, given["rule"], given["words"], connection_of(request), reader_id)
        try:
            receipt = report_comment(comment_id=comment_id, complaint=complaint)
            return kept_nowhere(render(request, "comments/reported.jinja", {"receipt": receipt, "page": page}))
        except Refused as refused:
            if refused.hidden:
                raise
            form.add_error(None, refused.reason)
    return render(request, "comments/report.jinja", {"form": form, "page": page})


@require_http_methods(["GET", "HEAD", "POST"])
def receipt(request: HttpRequest) -> HttpResponse:
    """What became of a report, by the code that was given for it."""
    form = ReceiptForm(request.POST or None)
    found = report_by(form.cleaned_data["code"]) if form.is_valid() else None
    if form.is_bound and form.is_valid() and found is None:
        form.add_error("code", "No report has this code. Copy it whole, as it was shown to you.")
    page = {"form": form, "found": found, "outcomes": OUTCOMES, "reasons": REASONS}
    return kept_nowhere(render(request, "comments/receipt.jinja", page))
