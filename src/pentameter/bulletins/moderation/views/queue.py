"""The queue: one comment whole; an act, and the next comes by itself; the last act can be undone."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from pentameter.access.api import Operation
from pentameter.access.guards import StaffRequest, may
from pentameter.bulletins.comments.services.letters import may_be_written_to
from pentameter.bulletins.moderation.forms import DecideForm
from pentameter.bulletins.moderation.queries.queue import next_case
from pentameter.bulletins.moderation.rules.acts import Act
from pentameter.bulletins.moderation.services.deciding import decide, undo
from pentameter.bulletins.moderation.services.looks import show_comment, show_queue
from pentameter.kernel import clock
from pentameter.kernel.verdict import Refused

DONE = {
    Act.APPROVE: "Approved. Everyone can read it in a moment.",
    Act.REMOVE: "Removed. The writer is told why.",
    Act.ASK_EDIT: "Sent back to be changed. The writer is told why.",
    Act.MOVE: "Passed to the tip-off desk. The writer is told.",
    Act.ESCALATE: "Passed on. Another moderator decides.",
}


@require_safe
@may(Operation.MODERATE_COMMENTS)
def queue(request: StaffRequest) -> HttpResponse:
    """What waits."""
    page = {"page": show_queue(by=request.actor), "done": DONE, "letters": may_be_written_to().allowed}
    return render(request, "moderation/queue.jinja", page)


@require_http_methods(["GET", "HEAD", "POST"])
@may(Operation.MODERATE_COMMENTS)
def comment(request: StaffRequest, comment_id: UUID) -> HttpResponse:
    """One comment whole, and what to do with it."""
    form = DecideForm(request.POST or None)
    if not form.is_valid():
        return _page(request, comment_id, form, 200)
    judgement = form.judgement(comment_id)
    try:
        decide(judgement=judgement, by=request.actor)
    except Refused as refused:
        if refused.hidden:
            raise
        form.add_error(None, refused.reason)
        return _page(request, comment_id, form, 409 if refused.conflict else 200)
    messages.success(request, DONE[judgement.act])
    following = next_case(request.actor.id)
    return redirect("moderation:comment", following) if following else redirect("moderation:queue")


@require_POST
@may(Operation.MODERATE_COMMENTS)
def take_back(request: StaffRequest, decision_id: UUID) -> HttpResponse:
    """Undo one's own last act on a comment."""
    try:
        comment_id = undo(decision_id=decision_id, by=request.actor)
    except Refused as refused:
        if refused.hidden:
            raise
        messages.error(request, refused.reason)
        return redirect("moderation:queue")
    messages.success(request, "Undone. The comment is as it was before.")
    return redirect("moderation:comment", comment_id)


def _page(request: StaffRequest, comment_id: UUID, form: DecideForm, status: int) -> HttpResponse:
    page = show_comment(comment_id=comment_id, by=request.actor, today=clock.today())
    now = {"version": page.version, "wording_version": page.wording_version}
    if not form.is_bound:
        form.initial = now
    elif status == 409:
        form.data = {**request.POST.dict(), **now}  # of what is shown now
    return render(request, "moderation/comment.jinja", {"page": page, "form": form}, status=status)
