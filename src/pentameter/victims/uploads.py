"""Files attached to a case come in through memory alone: nothing of them lies on disk before it is sealed.

The installation's other uploads are sealed on disk while they stream in. Those of a case are small, so they are held
whole in memory until they are sealed under the key of their case.
"""

from typing import Any

from django.core.files.uploadedfile import InMemoryUploadedFile, SimpleUploadedFile
from django.core.files.uploadhandler import FileUploadHandler, SkipFile, StopFutureHandlers
from django.urls import Resolver404, resolve

from pentameter.access.api import Operation, decide
from pentameter.victims.rules.attachments import LIMIT

ADDRESSES = frozenset({"victims:support_files"})


class InMemoryHandler(FileUploadHandler):
    """Takes the one file of a request to attach; leaves every other request to the handlers that follow.

    Of a file above the limit nothing is kept but its size, so that the form can say what to do.
    """

    def handle_raw_input(self, *args: Any, **kwargs: Any) -> None:
        """Called before the first file, whatever the request is."""
        self._mine = _to_attach(self.request)
        self._taken = False

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        """Begin a file. A second one in the same request is read past."""
        super().new_file(*args, **kwargs)
        if not self._mine:
            return
        if self._taken:
            raise SkipFile
        self._taken, self._kept = True, bytearray()
        raise StopFutureHandlers

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes | None:
        """Keep some more of it, up to the limit."""
        if not self._mine:
            return raw_data
        if len(self._kept) <= LIMIT:
            self._kept += raw_data[: LIMIT + 1 - len(self._kept)]
        return None

    def file_complete(self, file_size: int) -> InMemoryUploadedFile | None:
        """The file, for the form."""
        if not self._mine:
            return None
        upload = SimpleUploadedFile(self.file_name or "file", bytes(self._kept))
        upload.size = file_size
        self._kept = bytearray()
        return upload


def _to_attach(request: Any) -> bool:
    actor = getattr(request, "actor", None)
    if actor is None or not decide(actor, Operation.CHANGE_SUPPORT, purpose="to attach a file").allowed:
        return False
    try:
        return resolve(request.path_info).view_name in ADDRESSES
    except Resolver404:
        return False
