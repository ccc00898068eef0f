"""Filing one's own agency's return."""

from datetime import date
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from pentameter.access.api import Operation
from pentameter.access.guards import StaffRequest, may
from pentameter.kernel import clock
from pentameter.look import words
from pentameter.operations.forms.returns import ReturnForm
from pentameter.operations.rules.returns import Looked
from pentameter.operations.services import looks
from pentameter.operations.services.returns import Filing, file_return

_SAID = {
    Filing.NEW: "Filed for the {}. Thank you.",
    Filing.REPEATED: "This is what was filed for the {} already. Nothing was changed.",
    Filing.SUPERSEDING: "Corrected for the {}. The earlier return is kept below it.",
}


@require_http_methods(["GET", "HEAD", "POST"])
@may(Operation.FILE_RETURN)
def file(request: StaffRequest, wave_id: UUID) -> HttpResponse:
    """Say what one's own agency did in a week: found something, found nothing, or did not look."""
    today = clock.today()
    form = ReturnForm(request.POST) if request.method == "POST" else None
    if form and form.is_valid():
        agency = request.actor.agency
        filed = file_return(wave_id=wave_id, agency=agency, word=form.word, by=request.actor, today=today)
        messages.success(request, _SAID[filed.filing].format(words.week(form.word.week)))
        return redirect("operations:agency", wave_id, agency)
    page = looks.show_duty(wave_id=wave_id, week=_week(request.GET.get("week", "")), by=request.actor, today=today)
    form = (form or ReturnForm.of(page.week, page.filed)).offering(page.duty)
    return render(request, "operations/file_return.jinja", {"form": form, "page": page, "answers": tuple(Looked)})


def _week(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
