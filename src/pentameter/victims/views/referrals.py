"""Referrals: those of a case, for who asks; those that were sent, for who answers."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from pentameter.access.api import Operation
from pentameter.access.guards import StaffRequest, may
from pentameter.victims.forms.referrals import AskForm, ReasonForm
from pentameter.victims.services import answering, showing
from pentameter.victims.services.referrals import NoConsent, revoke_referral
from pentameter.victims.services.referrals import ask_support as ask


@require_safe
@may(Operation.VIEW_CASE)
def case_referrals(request: StaffRequest, case_id: UUID) -> HttpResponse:
    """Who was asked for her, what they were told, what they answered."""
    page = showing.show_case_referrals(case_id=case_id, by=request.actor)
    return render(request, "victims/referrals.jinja", {"page": page, "frame": page.frame})


@require_http_methods(["GET", "HEAD", "POST"])
@may(Operation.ASK_SUPPORT)
def ask_support(request: StaffRequest, case_id: UUID) -> HttpResponse:
    """Ask an organisation. Where she withdrew meanwhile, nothing is sent and nothing that was typed is lost."""
    page = showing.show_case_referrals(case_id=case_id, by=request.actor, choosing=True)
    form = AskForm(request.POST or None).offering(page.agencies)
    status = 200
    if request.method == "POST" and form.is_valid():
        try:
            ask(case_id=case_id, asking=form.asking, by=request.actor)
            messages.success(request, "The organisation was asked. Until it answers it sees only what you sent.")
            return redirect("victims:case_referrals", case_id)
        except NoConsent as refusal:
            form.add_error(None, refusal.reason)
            status = 409
    context = {"form": form, "page": page, "frame": page.frame}
    return render(request, "victims/referral_ask.jinja", context, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
@may(Operation.ASK_SUPPORT)
def revoke(request: StaffRequest, case_id: UUID, referral_id: UUID) -> HttpResponse:
    """Take a referral back."""
    form = ReasonForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        reason = form.cleaned_data["reason"]
        revoke_referral(case_id=case_id, referral_id=referral_id, reason=reason, by=request.actor)
        messages.success(request, "The referral was revoked. They see nothing of it any more.")
        return redirect("victims:case_referrals", case_id)
    line, frame = showing.show_revocation(case_id=case_id, referral_id=referral_id, by=request.actor)
    return render(request, "victims/referral_revoke.jinja", {"form": form, "line": line, "frame": frame})


@require_safe
@may(Operation.ANSWER_REFERRAL)
def referrals(request: StaffRequest) -> HttpResponse:
    """What was sent to one's own organisation."""
    return render(request, "victims/inbox.jinja", {"lines": answering.show_referrals(by=request.actor)})


@require_safe
@may(Operation.ANSWER_REFERRAL)
def referral(request: StaffRequest, referral_id: UUID) -> HttpResponse:
    """One of them: what was sent, and the answer."""
    line = answering.show_referral(referral_id=referral_id, by=request.actor)
    return render(request, "victims/referral.jinja", {"line": line, "form": ReasonForm()})


@require_POST
@may(Operation.ANSWER_REFERRAL)
def accept(request: StaffRequest, referral_id: UUID) -> HttpResponse:
    """Accept it."""
    return _answered(request, referral_id, answering.accept_referral(referral_id=referral_id, by=request.actor))


@require_POST
@may(Operation.ANSWER_REFERRAL)
def take_on(request: StaffRequest, referral_id: UUID) -> HttpResponse:
    """Take her case on, now that she agrees."""
    return _answered(request, referral_id, answering.take_on_case(referral_id=referral_id, by=request.actor))


@require_POST
@may(Operation.ANSWER_REFERRAL)
def done(request: StaffRequest, referral_id: UUID) -> HttpResponse:
    """Say that it is done."""
    return _answered(request, referral_id, answering.finish_referral(referral_id=referral_id, by=request.actor))


@require_POST
@may(Operation.ANSWER_REFERRAL)
def reject(request: StaffRequest, referral_id: UUID) -> HttpResponse:
    """Reject it, and say why."""
    form = ReasonForm(request.POST)
    if not form.is_valid():
        line = answering.show_referral(referral_id=referral_id, by=request.actor)
        return render(request, "victims/referral.jinja", {"line": line, "form": form})
    reason = form.cleaned_data["reason"]
    answered = answering.reject_referral(referral_id=referral_id, reason=reason, by=request.actor)
    return _answered(request, referral_id, answered)


def _answered(request: StaffRequest, referral_id: UUID, answered: answering.Answered) -> HttpResponse:
    messages.success(request, answered.sentence)
    return redirect("victims:referral", referral_id)
