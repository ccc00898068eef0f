"""The review queue: what waits, and a batch of it."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from pentameter.access.api import Operation
from pentameter.access.guards import StaffRequest, may
from pentameter.entities.forms.reviewing import FINDINGS, QueueFilterForm
from pentameter.entities.services.pairs import agency_names, show_queue
from pentameter.entities.services.reviewing import give_back, take_batch
from pentameter.look import words

_CHOSEN = "queue"


@require_safe
@may(Operation.JUDGE_PAIR)
def queue(request: StaffRequest) -> HttpResponse:
    """What waits for the reader."""
    form = _filter(request)
    page = show_queue(chosen=form.chosen, by=request.actor)
    context = {"page": page, "form": form, "findings": FINDINGS, "query": request.GET.urlencode()}
    return render(request, "entities/queue.jinja", context)


@require_http_methods(["POST"])
@may(Operation.JUDGE_PAIR)
def take(request: StaffRequest) -> HttpResponse:
    """Take the next pairs of the queue as it is narrowed, and go to the first."""
    form = _filter(request)
    first = take_batch(chosen=form.chosen, by=request.actor)
    if first:
        request.session[_CHOSEN] = request.GET.urlencode()
        return redirect("entities:pair", first)
    messages.info(request, "No pair waits that you could take.")
    return to_queue(request)


@require_http_methods(["POST"])
@may(Operation.JUDGE_PAIR)
def leave(request: StaffRequest) -> HttpResponse:
    """Let others have the rest of the batch."""
    given = give_back(by=request.actor)
    messages.success(request, f"{words.plural(given, 'pair')} went back to the queue.")
    return to_queue(request)


def _filter(request: StaffRequest) -> QueueFilterForm:
    return QueueFilterForm(request.GET, agencies=sorted(agency_names().items(), key=lambda one: one[1]))


def to_queue(request: StaffRequest) -> HttpResponse:
    """Back to the queue, narrowed as it was."""
    kept = request.GET.urlencode() or request.session.get(_CHOSEN, "")
    response = redirect("entities:queue")
    response["Location"] += f"?{kept}" if kept else ""
    return response
