"""A table stays in memory while it streams in; what is too large is not kept, and what others send is passed on."""

import pytest
from django.core.files.uploadedfile import InMemoryUploadedFile
from django.core.files.uploadhandler import SkipFile, StopFutureHandlers
from django.test import RequestFactory
from django.urls import resolve

import cast
from pentameter.kernel.actor import Actor
from pentameter.scale.uploads import LARGEST, TableHandler


def handler(person: Actor | None, path: str = "/estimates/send/") -> TableHandler:
    request = RequestFactory().post(path)
    request.resolver_match = resolve(path)
    if person:
        request.actor = person  # type: ignore[attr-defined]  # the middleware sets it
    return TableHandler(request)


def begin(one: TableHandler) -> None:
    one.new_file("file", "table.csv", "text/csv", None)


def test_a_table_is_held_in_memory() -> None:
    one = handler(cast.statistician())
    with pytest.raises(StopFutureHandlers):
        begin(one)
    assert one.receive_data_chunk(b"LA,PF,", 0) is None
    one.receive_data_chunk(b"count\n", 6)
    file = one.file_complete(12)
    assert isinstance(file, InMemoryUploadedFile)
    assert file.read() == b"LA,PF,count\n"
    with pytest.raises(SkipFile):
        begin(one)


def test_of_what_is_too_large_only_the_beginning_is_kept() -> None:
    one = handler(cast.statistician())
    with pytest.raises(StopFutureHandlers):
        begin(one)
    for number in range(3):
        one.receive_data_chunk(b"x" * LARGEST, number * LARGEST)
    file = one.file_complete(3 * LARGEST)
    assert file is not None
    assert len(file.read()) == LARGEST + 1
    assert file.size == 3 * LARGEST


def test_who_may_not_ask_sends_nothing() -> None:
    with pytest.raises(SkipFile):
        begin(handler(cast.durham_constable()))


@pytest.mark.parametrize(
    ("person", "path"), [(None, "/estimates/send/"), (cast.statistician(), "/intake/")], ids=["nobody", "elsewhere"]
)
def test_other_uploads_are_passed_on(person: Actor | None, path: str) -> None:
    one = handler(person, path)
    begin(one)
    assert one.receive_data_chunk(b"x", 0) == b"x"
    assert one.file_complete(1) is None
