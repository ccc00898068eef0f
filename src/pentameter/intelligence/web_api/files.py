"""Files: sent, and asked after."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.http.response import HttpResponseBase
from django.urls import reverse
from ninja import File, Form, Router
from ninja.files import UploadedFile

from pentameter.intelligence import tasks
from pentameter.intelligence.queries.intake import FileCard, file_card
from pentameter.intelligence.services import receive_kept, show_file
from pentameter.intelligence.services.receive import may_send
from pentameter.intelligence.uploads import SealedUpload, too_large
from pentameter.intelligence.web_api.answers import (
    TOO_LARGE,
    FileOut,
    ProblemOut,
    QuarantinedOut,
    QuarantineOut,
    Wrong,
    done_once,
    fields,
    sender,
)
from pentameter.intelligence.web_api.waves import wave_of
from pentameter.kernel.verdict import require

router = Router(tags=["Files"])
_WRONG = {401: ProblemOut, 403: ProblemOut, 404: ProblemOut}


@router.post(
    "/files",
    response={202: FileOut, 400: ProblemOut, 409: ProblemOut, 413: ProblemOut, 422: ProblemOut, **_WRONG},
    summary="Send a file (CSV, XLSX or JSON)",
)
def send_file(
    request: HttpRequest, file: File[UploadedFile | None] = None, wave: Form[UUID | None] = None
) -> HttpResponseBase:
    """It is kept when 202 is answered, and read soon after: ask for it until its state is done or refused."""
    if too_large(request):
        raise Wrong(413, "too_large", TOO_LARGE)
    require(may_send(sender(request)))
    if not isinstance(file, SealedUpload):
        raise Wrong(422, "file", "Send a file in the part called file, as multipart/form-data.")
    sealed, by = file, sender(request)

    def act() -> HttpResponse:
        received = receive_kept(arrived=sealed.arrived, wave_id=wave_of(by.agency, wave), way="api", by=by)
        sealed.taken()
        tasks.begin_take_in(received)
        answer = JsonResponse(_out(file_card(received.file_id, by=by)).model_dump(mode="json"), status=202)
        answer["Location"] = reverse("api:file", args=[received.file_id])
        return answer

    return done_once(request, act)


@router.get(
    "/files/{uuid:file_id}", response={200: FileOut, **_WRONG}, url_name="file", summary="What became of a file"
)
def get_file(request: HttpRequest, file_id: UUID) -> FileOut:
    """How far it is, and the sums over its rows."""
    return _out(file_card(file_id, by=sender(request)))


@router.get(
    "/files/{uuid:file_id}/quarantine",
    response={200: QuarantineOut, 422: ProblemOut, **_WRONG},
    summary="Rows that wait to be mended",
)
def get_quarantine(request: HttpRequest, file_id: UUID, page: int = 1) -> QuarantineOut:
    """Row, field and reason; the rows are mended on the page, or sent again once they are right."""
    found = show_file(file_id=file_id, by=sender(request), page=page)
    rows = [QuarantinedOut(row=one.row_number, state=one.state, problems=fields(one.problems)) for one in found.rows]
    return QuarantineOut(page=found.number, pages=found.pages, rows=rows)


def _out(file: FileCard) -> FileOut:
    return FileOut(
        id=file.id,
        name=file.name,
        state=file.state.value,
        rows=file.rows,
        accepted=file.accepted,
        quarantined=file.quarantined,
        duplicate=file.duplicate,
        refusal=file.refusal,
        repeats=file.repeats,
        received_at=file.received_at,
        finished_at=file.finished_at,
    )
