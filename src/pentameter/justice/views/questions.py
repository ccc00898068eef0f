"""The questions of policy, and keeping them."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from pentameter.access.api import Operation
from pentameter.access.guards import StaffRequest, may
from pentameter.justice.forms.questions import EntryForm, QuestionForm, StrikeForm
from pentameter.justice.services import questions as services
from pentameter.kernel import clock
from pentameter.kernel.actor import Jurisdiction
from pentameter.kernel.verdict import Refused, never_was


@require_safe
@may(Operation.VIEW_LAWS)
def questions(request: StaffRequest) -> HttpResponse:
    """All questions of policy."""
    return render(request, "justice/questions.jinja", {"page": services.show_questions(by=request.actor)})


@require_safe
@may(Operation.VIEW_LAWS)
def question(request: StaffRequest, question_id: UUID) -> HttpResponse:
    """One question, with all its entries."""
    return _question(request, question_id, None)


@require_http_methods(["POST"])
@may(Operation.KEEP_QUESTIONS)
def add_entry(request: StaffRequest, question_id: UUID) -> HttpResponse:
    """Add what happened with a question. Where somebody was quicker, it is shown as it is now, with what was typed."""
    form = EntryForm(request.POST)
    if form.is_valid():
        seen = form.cleaned_data["seen"] or 0
        try:
            services.add_entry(
                question_id=question_id, entry=form.entry, seen=seen, by=request.actor, today=clock.today()
            )
        except Refused as refusal:
            if refusal.hidden:
                raise
            return _refused(request, question_id, form, refusal)
        messages.success(request, "The entry is kept, with your name.")
        return redirect("justice:question", question_id)
    return _question(request, question_id, form, status=422)


@require_http_methods(["GET", "HEAD", "POST"])
@may(Operation.KEEP_QUESTIONS)
def new_question(request: StaffRequest) -> HttpResponse:
    """Keep another question."""
    form = QuestionForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            kept = services.add_question(
                text=form.cleaned_data["text"],
                jurisdiction=Jurisdiction(form.cleaned_data["jurisdiction"]),
                law=form.cleaned_data["law"],
                first=form.entry,
                by=request.actor,
                today=clock.today(),
            )
        except Refused as refusal:
            form.add_error(None, refusal.reason)
        else:
            messages.success(request, "The question is kept, with your name.")
            return redirect("justice:question", kept)
    status = 422 if form.is_bound else 200
    return render(request, "justice/new_question.jinja", {"form": form}, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
@may(Operation.KEEP_QUESTIONS)
def strike_entry(request: StaffRequest, question_id: UUID, entry_id: UUID) -> HttpResponse:
    """Strike an entry that was wrong, with the reason."""
    form = StrikeForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        reason = form.cleaned_data["reason"]
        try:
            services.strike_entry(question_id=question_id, entry_id=entry_id, reason=reason, by=request.actor)
        except Refused as refusal:
            if refusal.hidden:
                raise
            form.add_error(None, refusal.reason)
        else:
            messages.success(request, "The entry is struck. It stays readable, with your reason.")
            return redirect("justice:question", question_id)
    found = services.show_question(question_id=question_id, by=request.actor).questions[0]
    entry = next((one for one in found.entries if one.id == entry_id), None)
    if entry is None:
        raise never_was()
    context = {"form": form, "question": found, "entry": entry}
    return render(request, "justice/strike_entry.jinja", context, status=422 if form.is_bound else 200)


def _question(request: StaffRequest, question_id: UUID, form: EntryForm | None, *, status: int = 200) -> HttpResponse:
    page = services.show_question(question_id=question_id, by=request.actor)
    found = page.questions[0]
    form = form or EntryForm(initial={"seen": found.seen})
    return render(request, "justice/question.jinja", {"page": page, "question": found, "form": form}, status=status)


def _refused(request: StaffRequest, question_id: UUID, form: EntryForm, refusal: Refused) -> HttpResponse:
    now = services.show_question(question_id=question_id, by=request.actor).questions[0]
    again = form.again(now.seen)
    again.add_error(None, refusal.reason)
    return _question(request, question_id, again, status=409 if refusal.conflict else 422)
