"""A pair of the review queue: seen whole, judged, handed to a colleague, and what was judged last undone."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from pentameter.access.api import Operation
from pentameter.access.guards import StaffRequest, may
from pentameter.entities.before_after import before_and_after
from pentameter.entities.drawing import waterfall
from pentameter.entities.forms.reviewing import FINDINGS, REASONS, AnswerForm, AskForm
from pentameter.entities.services.pairs import PairPage, show_asking, show_pair
from pentameter.entities.services.reviewing import (
    PairChangedMeanwhile,
    ReasonNeeded,
    answer_pair,
    ask_no_more,
    ask_second,
)
from pentameter.entities.services.taking_back import WhyUndone, take_back
from pentameter.entities.views.queue import to_queue
from pentameter.kernel import clock
from pentameter.kernel.verdict import Refused, never_was
from pentameter.look.charts.chart import Chart


@require_safe
@may(Operation.JUDGE_PAIR)
def pair(request: StaffRequest, pair_id: UUID) -> HttpResponse:
    """One pair whole."""
    page = show_pair(pair_id=pair_id, by=request.actor)
    return _pair(request, page, AnswerForm(initial={"version": page.row.version}))


@require_http_methods(["POST"])
@may(Operation.JUDGE_PAIR)
def judge(request: StaffRequest, pair_id: UUID) -> HttpResponse:
    """Judge a pair, and go on to the next."""
    form = AnswerForm(request.POST)
    if not form.is_valid():
        return _pair(request, show_pair(pair_id=pair_id, by=request.actor), form)
    try:
        done = answer_pair(pair_id=pair_id, answer=form.answer, by=request.actor)
    except ReasonNeeded as needed:
        form.add_error("reason", needed.reason)
        return _pair(request, show_pair(pair_id=pair_id, by=request.actor), form)
    except Refused as refused:
        return _quicker(request, pair_id, form, refused)
    messages.success(request, f"Judged: {FINDINGS[form.answer.finding].lower()}. Press Z to undo.")
    return redirect("entities:pair", done.following) if done.following else to_queue(request)


@require_http_methods(["POST"])
@may(Operation.JUDGE_PAIR)
def slip(request: StaffRequest, judgement_id: UUID) -> HttpResponse:
    """Undo what one has just judged, and see the pair again."""
    try:
        pair_id = take_back(judgement_id=judgement_id, reason="", by=request.actor)
    except WhyUndone:
        return redirect("entities:undo", judgement_id)
    messages.success(request, "Undone. The pair waits again.")
    return redirect("entities:pair", pair_id) if pair_id else to_queue(request)


@require_http_methods(["GET", "HEAD", "POST"])
@may(Operation.JUDGE_PAIR)
def second(request: StaffRequest, pair_id: UUID) -> HttpResponse:
    """Ask a colleague, who judges the pair."""
    page = show_asking(pair_id=pair_id, by=request.actor)
    form = AskForm(request.POST or None, people=page.people, initial={"version": page.row.version})
    if form.is_valid():
        try:
            following = ask_second(pair_id=pair_id, asking=form.asking, by=request.actor)
        except PairChangedMeanwhile as changed:
            form.add_error(None, f"{changed.reason} Open the pair again to see how it stands.")
            return render(request, "entities/second.jinja", {"page": page, "form": form}, status=409)
        messages.success(request, "Asked. The pair waits for your colleague.")
        return redirect("entities:pair", following) if following else to_queue(request)
    return render(request, "entities/second.jinja", {"page": page, "form": form})


@require_http_methods(["POST"])
@may(Operation.JUDGE_PAIR)
def back(request: StaffRequest, pair_id: UUID) -> HttpResponse:
    """Take one's question to a colleague back."""
    ask_no_more(pair_id=pair_id, by=request.actor)
    messages.success(request, "Your question was taken back. The pair waits for anybody.")
    return redirect("entities:pair", pair_id)


@require_safe
@may(Operation.JUDGE_PAIR)
def svg(request: StaffRequest, pair_id: UUID) -> HttpResponse:
    """What speaks for and against, as a drawing."""
    return _carried(_chart(request, pair_id).file(), "image/svg+xml", f"pentameter-pair-{pair_id}.svg")


@require_safe
@may(Operation.JUDGE_PAIR)
def csv(request: StaffRequest, pair_id: UUID) -> HttpResponse:
    """What speaks for and against, as a table."""
    return _carried(_chart(request, pair_id).table().csv(), "text/csv", f"pentameter-pair-{pair_id}.csv")


def _pair(
    request: StaffRequest, page: PairPage, form: AnswerForm, *, status: int = 200, typed: str = ""
) -> HttpResponse:
    chart = waterfall(page.weighing, clock.today()) if page.weighing else None
    picture = before_and_after(page.around, page.agencies, clock.today())
    context = {"page": page, "form": form, "chart": chart, "findings": FINDINGS, "reasons": REASONS, "typed": typed}
    context |= {"picture": picture}
    return render(request, "entities/pair.jinja", context, status=status)


def _quicker(request: StaffRequest, pair_id: UUID, form: AnswerForm, why: Refused) -> HttpResponse:
    """How the pair stands now, beside what was found and typed, which is not lost."""
    if not why.conflict:
        raise why
    page = show_pair(pair_id=pair_id, by=request.actor)
    again = AnswerForm(initial={"version": page.row.version, "reason": form.answer.reason})
    return _pair(request, page, again, status=409, typed=FINDINGS[form.answer.finding])


def _chart(request: StaffRequest, pair_id: UUID) -> Chart:
    page = show_pair(pair_id=pair_id, by=request.actor)
    if page.weighing is None:
        raise never_was()
    return waterfall(page.weighing, clock.today())


def _carried(content: str, kind: str, name: str) -> HttpResponse:
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(content, content_type=f"{kind}; charset=utf-8", headers=headers)
