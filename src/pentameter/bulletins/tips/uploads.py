"""What is sent with a tip-off comes in through memory alone: nothing of it lies on disk before it is sealed."""

from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.files.uploadhandler import FileUploadHandler, SkipFile, StopFutureHandlers
from django.urls import Resolver404, resolve

from pentameter.bulletins.tips.rules.letters import MOST_PICTURES
from pentameter.bulletins.tips.rules.pictures import LIMIT

ADDRESSES = frozenset({"tips:tell", "tips:add"})


class InMemoryHandler(FileUploadHandler):
    """Takes the files of a tip-off; leaves every other request to the handlers that follow.

    Of a file above the limit nothing is kept but its size, and of one file too many only that it was there.
    """

    def handle_raw_input(self, *args: Any, **kwargs: Any) -> None:
        """Called before the first file, whatever the request is."""
        self._mine, self._taken = _is_a_tip(self.request), 0

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        """Begin a file."""
        super().new_file(*args, **kwargs)
        if not self._mine:
            return
        if self._taken > MOST_PICTURES:
            raise SkipFile
        self._taken += 1
        self._kept = bytearray()
        raise StopFutureHandlers

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes | None:
        """Keep some more of it, up to the limit."""
        if not self._mine:
            return raw_data
        if len(self._kept) <= LIMIT and self._taken <= MOST_PICTURES:
            self._kept += raw_data[: LIMIT + 1 - len(self._kept)]
        return None

    def file_complete(self, file_size: int) -> SimpleUploadedFile | None:
        """The file without the name that it had, for the form."""
        if not self._mine:
            return None
        upload = SimpleUploadedFile("picture", bytes(self._kept))
        upload.size = file_size
        self._kept = bytearray()
        return upload


def _is_a_tip(request: Any) -> bool:
    try:
        return resolve(request.path_info).view_name in ADDRESSES
    except Resolver404:
        return False
