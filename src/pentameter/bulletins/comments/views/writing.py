"""Writing, changing, taking back. The answer to a writer is the same whatever becomes of the comment."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from pentameter.bulletins.comments.forms import ChangeForm, CommentForm
from pentameter.bulletins.comments.queries.own import own_comment
from pentameter.bulletins.comments.queries.privilege import has_privilege
from pentameter.bulletins.comments.queries.threads import Order, one, thread
from pentameter.bulletins.comments.reading import (
    ReaderRequest,
    for_readers,
    hidden_as_nothing,
    nothing_here,
    who_agreed,
)
from pentameter.bulletins.comments.services import writing
from pentameter.kernel import clock
from pentameter.kernel.verdict import Refused


@require_http_methods(["GET", "HEAD", "POST"])
@hidden_as_nothing
@for_readers
@who_agreed
def write(request: ReaderRequest, bulletin_id: UUID) -> HttpResponse:
    """Write a comment under an article, or an answer to one."""
    today, parent_id = clock.today(), _uuid(request.GET.get("to", ""))
    article = thread(bulletin_id, order=Order.NEWEST, page=1, today=today)
    if not article.title:
        return nothing_here(request)
    form = CommentForm(request.POST or None)
    if form.is_valid():
        draft = writing.Draft(bulletin_id, form.cleaned_data["text"], form.cleaned_data["key"], parent_id)
        try:
            sent = writing.write_comment(draft=draft, reader_id=request.reader.id, today=today)
            return redirect("comments:sent", sent)
        except Refused as refused:
            if refused.hidden:
                raise
            form.add_error("text", refused.reason)
    parent = one(parent_id, page=1, today=today) if parent_id else None
    may = has_privilege(request.reader.id, now=clock.now())
    page = {"form": form, "article": article, "parent": parent, "reader": request.reader, "may": may}
    return render(request, "comments/write.jinja", page)


@require_http_methods(["GET", "HEAD"])
@for_readers
def sent(request: ReaderRequest, comment_id: UUID) -> HttpResponse:
    """What happens with a comment now. The same for every comment."""
    found = own_comment(comment_id, request.reader.id, now=clock.now())
    return nothing_here(request) if found is None else render(request, "comments/waits.jinja", {"comment": found})


@require_http_methods(["GET", "HEAD", "POST"])
@hidden_as_nothing
@for_readers
@who_agreed
def change(request: ReaderRequest, comment_id: UUID) -> HttpResponse:
    """Change a comment of one's own."""
    found = own_comment(comment_id, request.reader.id, now=clock.now())
    if found is None:
        return nothing_here(request)
    form = ChangeForm(request.POST or None, initial={"text": found.text, "version": found.version})
    status = 200
    if form.is_valid():
        try:
            writing.edit_comment(
                comment_id=comment_id, **form.cleaned_data, reader_id=request.reader.id, today=clock.today()
            )
            return redirect("comments:sent", comment_id)
        except Refused as refused:
            status = 409 if refused.conflict else 200
            form.add_error("text", refused.reason)
    return render(request, "comments/change.jinja", {"form": form, "comment": found}, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
@hidden_as_nothing
@for_readers
def take_back(request: ReaderRequest, comment_id: UUID) -> HttpResponse:
    """Take a comment of one's own back."""
    if request.method == "POST":
        writing.take_back(comment_id=comment_id, reader_id=request.reader.id)
        return redirect("comments:own")
    found = own_comment(comment_id, request.reader.id, now=clock.now())
    return nothing_here(request) if found is None else render(request, "comments/take_back.jinja", {"comment": found})


def _uuid(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None
