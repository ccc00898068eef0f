"""Which articles take comments, and until when."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from pentameter.access.api import Operation
from pentameter.access.guards import StaffRequest, may
from pentameter.bulletins.moderation.forms import SettingForm
from pentameter.bulletins.moderation.queries.articles import ArticleLine
from pentameter.bulletins.moderation.services.closing import set_discussion
from pentameter.bulletins.moderation.services.looks import show_article, show_articles
from pentameter.kernel import clock
from pentameter.kernel.verdict import Refused


@require_safe
@may(Operation.CLOSE_COMMENTS)
def articles(request: StaffRequest) -> HttpResponse:
    """Every article."""
    page = {"lines": show_articles(by=request.actor), "today": clock.today()}
    return render(request, "moderation/articles.jinja", page)


@require_http_methods(["GET", "HEAD", "POST"])
@may(Operation.CLOSE_COMMENTS)
def article(request: StaffRequest, bulletin_id: UUID) -> HttpResponse:
    """One article: open, closed, or held."""
    today, line = clock.today(), show_article(bulletin_id=bulletin_id, by=request.actor)
    form = SettingForm(request.POST or None, initial=_initial(line))
    status = 200
    if form.is_valid():
        given = {"version": form.cleaned_data["version"], "why": form.cleaned_data["why"]}
        try:
            set_discussion(article=line.article, chosen=form.chosen(today), **given, by=request.actor)
            messages.success(request, "Saved. The public door follows at once.")
            return redirect("moderation:articles")
        except Refused as refused:
            if refused.hidden:
                raise
            status = 409 if refused.conflict else 200
            form.add_error("why", refused.reason)
    page = {"line": line, "form": form, "today": today}
    return render(request, "moderation/article.jinja", page, status=status)


def _initial(line: ArticleLine) -> dict[str, object]:
    chosen = line.chosen
    taking = "held" if chosen.held else "open" if chosen.is_open else "closed"
    given = {"taking": taking, "closes_on": chosen.closes_on, "shows": chosen.shows}
    return {**given, "checked_first": chosen.checked_first, "version": line.version}
