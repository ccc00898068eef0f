"""A removal list that streams in stays in memory until it is sealed: it is small, and never in the clear on disk."""

from io import BytesIO
from typing import Any

from django.core.files.uploadedfile import InMemoryUploadedFile
from django.core.files.uploadhandler import FileUploadHandler, StopFutureHandlers, StopUpload
from django.http import HttpRequest

from pentameter.decisions.queries.lists import may_screen
from pentameter.decisions.rules.screening.limits import LARGEST_LIST

PAGES = frozenset({"decisions:send_list", "api:send_list"})
"""Where lists are sent to. Files that are sent elsewhere are passed on."""
_MARK = "list_was_too_large"


class ListHandler(FileUploadHandler):
    """Takes what is sent as a list by those who may; leaves every other upload to the next handler."""

    def __init__(self, request: HttpRequest | None = None) -> None:
        super().__init__(request)
        self._held: bytearray | None = None

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        """Begin a file."""
        super().new_file(*args, **kwargs)
        self._held = None
        match = getattr(self.request, "resolver_match", None)
        actor = getattr(self.request, "actor", None)
        if match is None or match.view_name not in PAGES or actor is None or not may_screen(actor).allowed:
            return
        self._held = bytearray()
        raise StopFutureHandlers

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes | None:
        """Hold some more of it; or hand it on."""
        if self._held is None:
            return raw_data
        if len(self._held) + len(raw_data) > LARGEST_LIST:
            setattr(self.request, _MARK, True)
            raise StopUpload(connection_reset=False)
        self._held += raw_data
        return None

    def file_complete(self, file_size: int) -> InMemoryUploadedFile | None:
        """The file; or nothing, where another handler has it."""
        if self._held is None:
            return None
        content = BytesIO(bytes(self._held))
        self._held = None
        return InMemoryUploadedFile(content, self.field_name, self.file_name, self.content_type, file_size, None)


def too_large(request: HttpRequest) -> bool:
    """Whether a list of this request was larger than a list may be, and was not kept."""
    return bool(request.FILES is not None and getattr(request, _MARK, False))
