"""Small files that stay in memory while they stream in, so that nothing of them is ever in the clear on disk."""

from typing import Any, ClassVar

from django.core.files.uploadedfile import InMemoryUploadedFile, SimpleUploadedFile
from django.core.files.uploadhandler import FileUploadHandler, SkipFile, StopFutureHandlers

from pentameter.access.api import Operation, decide


class OneInMemory(FileUploadHandler):
    """Takes the one file of a request to `page` by those who may do the `operation`; leaves every other upload to the
    next handler.

    Of a file above `largest` bytes nothing is kept but its beginning, so that the form can say what to do. A file
    without a name is called `name`.
    """

    page: ClassVar[str]
    operation: ClassVar[Operation]
    largest: ClassVar[int]
    name: ClassVar[str]
    _mine = False

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        """Begin a file. A second one in the same request is read past."""
        super().new_file(*args, **kwargs)
        match = getattr(self.request, "resolver_match", None)
        actor = getattr(self.request, "actor", None)
        if match is None or match.view_name != self.page or actor is None:
            return
        if self._mine or not decide(actor, self.operation).allowed:
            raise SkipFile
        self._mine, self._kept = True, bytearray()
        raise StopFutureHandlers

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes | None:
        """Keep some more of it, up to the limit."""
        if not self._mine:
            return raw_data
        self._kept += raw_data[: self.largest + 1 - len(self._kept)]
        return None

    def file_complete(self, file_size: int) -> InMemoryUploadedFile | None:
        """The file, for the form."""
        if not self._mine:
            return None
        upload = SimpleUploadedFile(self.file_name or self.name, bytes(self._kept))
        upload.size = file_size
        return upload
