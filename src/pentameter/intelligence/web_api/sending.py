"""Reports and returns, sent as JSON: one answer a row."""

from typing import Annotated
from uuid import UUID

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.http.response import HttpResponseBase
from ninja import Body, Router
from pydantic import Field

from pentameter.intelligence.services import submit_report, submit_return
from pentameter.intelligence.web_api.answers import ProblemOut, RowOut, done_once, row, sender
from pentameter.intelligence.web_api.waves import wave_of

Value = str | int | float | bool | None | list[str]
Row = dict[str, Value]
Reports = Annotated[list[Row], Field(min_length=1, max_length=1000)]
Returns = Annotated[list[Row], Field(min_length=1, max_length=100)]

router = Router(tags=["Reports and returns"])
_ANSWERS = {200: list[RowOut]} | dict.fromkeys((400, 401, 403, 409, 413, 422), ProblemOut)


@router.post("/reports", response=_ANSWERS, summary="Send up to 1,000 reports")
def send_reports(request: HttpRequest, rows: Body[Reports], wave: UUID | None = None) -> HttpResponseBase:
    """Each is an object with the columns of the template. Those that are right are kept, whatever the others are."""
    by = sender(request)

    def act() -> HttpResponse:
        wave_id = wave_of(by.agency, wave)
        outcomes = []
        for number, one in enumerate(rows, 1):
            sent = submit_report(cells=_cells(one), wave_id=wave_id, by=by, number=number)
            outcomes.append(row(number, sent.report_id, duplicate=sent.duplicate, problems=sent.problems))
        return _answer(outcomes)

    return done_once(request, act)


@router.post("/returns", response=_ANSWERS, summary="File up to 100 weekly returns")
def send_returns(request: HttpRequest, rows: Body[Returns], wave: UUID | None = None) -> HttpResponseBase:
    """Each is an object with the template's columns. A later word on a week takes the place of the earlier."""
    by = sender(request)

    def act() -> HttpResponse:
        wave_id = wave_of(by.agency, wave)
        outcomes = []
        for number, one in enumerate(rows, 1):
            sent = submit_return(cells=_cells(one), wave_id=wave_id, by=by, number=number)
            outcomes.append(row(number, None, duplicate=sent.duplicate, problems=sent.problems))
        return _answer(outcomes)

    return done_once(request, act)


def _answer(outcomes: list[RowOut]) -> HttpResponse:
    return JsonResponse([one.model_dump(mode="json") for one in outcomes], safe=False)


def _cells(one: Row) -> dict[str, str]:
    return {name: _cell(value) for name, value in one.items()}


def _cell(value: Value) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list):
        return "; ".join(value)
    return "" if value is None else str(value)
