"""A list stays in memory; a file that is sent elsewhere, or by others, goes its usual way."""

import pytest
from django.core.files.uploadhandler import StopFutureHandlers, StopUpload
from django.test import RequestFactory

from cast import durham_constable, removals_officer
from pentameter.decisions import uploads
from pentameter.decisions.uploads import ListHandler, too_large
from pentameter.kernel.actor import Actor


class Match:
    """The address that a request goes to."""

    def __init__(self, view_name: str) -> None:
        self.view_name = view_name


def handler(actor: Actor | None, view: str = "decisions:send_list") -> ListHandler:
    """The handler of a request."""
    request = RequestFactory().post("/")
    request.resolver_match, request.actor = Match(view), actor
    return ListHandler(request)


def begin(one: ListHandler) -> None:
    """A file begins."""
    one.new_file("file", "flight.csv", "text/csv", 0, None, None)


def test_who_may_sends_a_list() -> None:
    one = handler(removals_officer())
    with pytest.raises(StopFutureHandlers):
        begin(one)
    assert one.receive_data_chunk(b"name\n", 0) is None
    file = one.file_complete(5)
    assert file is not None
    assert file.read() == b"name\n"


@pytest.mark.parametrize(
    ("actor", "view"),
    [(None, "decisions:send_list"), (durham_constable(), "decisions:send_list"), (removals_officer(), "elsewhere")],
)
def test_every_other_file_is_handed_on(actor: Actor | None, view: str) -> None:
    one = handler(actor, view)
    begin(one)
    assert one.receive_data_chunk(b"name\n", 0) == b"name\n"
    assert one.file_complete(5) is None


def test_too_large_a_list_is_not_held(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(uploads, "LARGEST_LIST", 3)
    one = handler(removals_officer())
    with pytest.raises(StopFutureHandlers):
        begin(one)
    with pytest.raises(StopUpload):
        one.receive_data_chunk(b"name\n", 0)
    assert one.request is not None
    assert too_large(one.request)
