"""Uploads are sealed while they stream in: never in the clear on disk, and before any transaction begins."""

from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.core.files.uploadhandler import FileUploadHandler, SkipFile, StopUpload
from django.http import HttpRequest

from pentameter.intelligence import store
from pentameter.intelligence.services.receive import Arrived, may_send
from pentameter.kernel.ids import new_id

if TYPE_CHECKING:
    Upload = UploadedFile[bytes]
else:
    Upload = UploadedFile


class SealedUpload(Upload):
    """An upload that lies sealed on disk. Unless a view takes it, it is gone when the request ends."""

    def __init__(self, arrived: Arrived, content_type: str) -> None:
        super().__init__(file=None, name=arrived.name, content_type=content_type, size=arrived.kept.size)
        self.arrived, self._taken = arrived, False

    def taken(self) -> None:
        """Keep it: its record answers for it now."""
        self._taken = True

    def close(self) -> None:
        """Called by Django when the request ends."""
        if not self._taken:
            store.discard(self.arrived.file_id)


class SealingHandler(FileUploadHandler):
    """Seals what comes in from those who may send; reads past everything else."""

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        """Begin a file."""
        super().new_file(*args, **kwargs)
        actor = getattr(self.request, "actor", None)
        if actor is None or not may_send(actor).allowed:
            raise SkipFile
        self._id = new_id()
        self._keeping = store.Keeping(self._id, limit=settings.UPLOAD_LIMIT)

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        """Seal some more of it."""
        try:
            self._keeping.add(raw_data)
        except store.TooLarge as error:
            setattr(self.request, _MARK, True)
            raise StopUpload(connection_reset=False) from error

    def file_complete(self, file_size: int) -> SealedUpload:
        """Make it durable."""
        kept = self._keeping.done()
        return SealedUpload(Arrived(self._id, self.file_name or "", kept), self.content_type or "")

    def upload_interrupted(self) -> None:
        """Keep nothing of what did not come to its end."""
        if hasattr(self, "_keeping"):
            self._keeping.abandon()


_MARK = "upload_was_too_large"


def too_large(request: HttpRequest) -> bool:
    """Whether a file of this request was larger than an upload may be, and was not kept."""
    return bool(request.FILES is not None and getattr(request, _MARK, False))
