"""A picture that streams in stays in memory until it was made anew: the file that was sent is kept nowhere."""

from typing import Any

from django.core.files.uploadedfile import InMemoryUploadedFile, SimpleUploadedFile
from django.core.files.uploadhandler import FileUploadHandler, SkipFile, StopFutureHandlers

from pentameter.access.api import Operation, decide
from pentameter.bulletins.editing.rules.pictures import LARGEST

PAGE = "editing:pictures"
"""Where pictures are sent to. Files that are sent elsewhere are passed on."""


class PictureHandler(FileUploadHandler):
    """Takes the one picture of a request by those who may; leaves every other upload to the next handler.

    Of a file above the limit nothing is kept but its beginning, so that the form can say what to do.
    """

    _mine = False

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        """Begin a file. A second one in the same request is read past."""
        super().new_file(*args, **kwargs)
        match = getattr(self.request, "resolver_match", None)
        actor = getattr(self.request, "actor", None)
        if match is None or match.view_name != PAGE or actor is None:
            return
        if self._mine or not decide(actor, Operation.WRITE_STORY).allowed:
            raise SkipFile
        self._mine, self._kept = True, bytearray()
        raise StopFutureHandlers

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes | None:
        """Keep some more of it, up to the limit."""
        if not self._mine:
            return raw_data
        self._kept += raw_data[: LARGEST + 1 - len(self._kept)]
        return None

    def file_complete(self, file_size: int) -> InMemoryUploadedFile | None:
        """The file, for the form."""
        if not self._mine:
            return None
        upload = SimpleUploadedFile(self.file_name or "picture", bytes(self._kept))
        upload.size = file_size
        return upload
