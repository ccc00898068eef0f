"""Removal lists: sent, and their answers asked for."""

from datetime import datetime
from typing import Annotated
from uuid import UUID

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.http.response import HttpResponseBase
from django.urls import reverse
from ninja import Body, File, Router, Schema
from ninja.files import UploadedFile
from pydantic import Field

from pentameter.decisions.queries.lists import ListCard, list_card, may_screen
from pentameter.decisions.rules.screening.limits import LARGEST_LIST
from pentameter.decisions.services.lists import receive_lines, receive_list, show_list
from pentameter.decisions.uploads import too_large
from pentameter.intelligence.web_api.answers import TOO_LARGE, ProblemOut, Wrong, done_once, sender
from pentameter.kernel.verdict import require

router = Router(tags=["Removal lists"])
_WRONG = {401: ProblemOut, 403: ProblemOut, 404: ProblemOut}
_SENT = {400: ProblemOut, 409: ProblemOut, 413: ProblemOut, 422: ProblemOut, **_WRONG}
Lines = Annotated[list[dict[str, str | int | None]], Field(min_length=1, max_length=5000)]


class ListOut(Schema):
    """A list and how it stands. Nobody on it is cleared unless `clear` is true, and then until `until`."""

    id: UUID
    reference: str
    state: str
    clear: bool
    until: datetime | None
    lines: int
    checked: int
    held: int
    refusal: str


class LineOut(Schema):
    """The answer to one line."""

    id: str
    name: str
    answer: str
    reference: str
    duty_desk: str


class AnswersOut(Schema):
    """A page of answers, those that are held first."""

    page: int
    pages: int
    lines: list[LineOut]


@router.post("/lists", response={202: ListOut, **_SENT}, url_name="send_list", summary="Have a list checked")
def send_list(request: HttpRequest, file: File[UploadedFile | None] = None) -> HttpResponseBase:
    """CSV or XLSX. It is kept when 202 is answered, and checked soon after: ask for it until its state says so."""
    if too_large(request):
        raise Wrong(413, "too_large", TOO_LARGE)
    require(may_screen(sender(request)))
    if file is None:
        raise Wrong(422, "file", "Send a file in the part called file, as multipart/form-data.")
    name, content = file.name or "list", file.read(LARGEST_LIST + 1)

    def act() -> HttpResponse:
        return _accepted(request, receive_list(name=name, content=content, way="api", by=sender(request)))

    return done_once(request, act)


@router.post("/lists/lines", response={202: ListOut, **_SENT}, summary="Have names checked")
def send_lines(request: HttpRequest, lines: Body[Lines]) -> HttpResponseBase:
    """Each is an object with the columns of a list. One name is checked as a thousand are."""
    rows = [{name: "" if value is None else str(value) for name, value in one.items()} for one in lines]

    def act() -> HttpResponse:
        return _accepted(request, receive_lines(rows=rows, way="api", by=sender(request)))

    return done_once(request, act)


@router.get("/lists/{uuid:list_id}", response={200: ListOut, **_WRONG}, url_name="list", summary="How a list stands")
def get_list(request: HttpRequest, list_id: UUID) -> ListOut:
    """How far it is, and whether it is clear."""
    return _out(list_card(list_id, by=sender(request)))


@router.get(
    "/lists/{uuid:list_id}/answers",
    response={200: AnswersOut, 422: ProblemOut, **_WRONG},
    summary="The answers of a list",
)
def get_answers(request: HttpRequest, list_id: UUID, page: int = 1) -> AnswersOut:
    """One for each line: the word, a reference, the duty desk's number."""
    found = show_list(list_id=list_id, by=sender(request), page=page)
    lines = [
        LineOut(id=one.id, name=one.name, answer=one.word, reference=one.reference, duty_desk=one.desk_number)
        for one in found.answers
    ]
    return AnswersOut(page=found.number, pages=found.pages, lines=lines)


def _accepted(request: HttpRequest, list_id: UUID) -> HttpResponse:
    answer = JsonResponse(_out(list_card(list_id, by=sender(request))).model_dump(mode="json"), status=202)
    answer["Location"] = reverse("api:list", args=[list_id])
    return answer


def _out(card: ListCard) -> ListOut:
    clear = card.standing.name == "CLEARED"
    return ListOut(
        id=card.id,
        reference=card.reference,
        state=card.standing.value,
        clear=clear,
        until=card.until if clear else None,
        lines=card.lines,
        checked=card.checked,
        held=card.held,
        refusal=card.refusal,
    )
