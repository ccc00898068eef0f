"""One small file stays in memory while it streams in; of a large one little is kept; others' files are passed on."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

import pytest
from django.core.files.uploadedfile import InMemoryUploadedFile
from django.core.files.uploadhandler import SkipFile, StopFutureHandlers
from django.test import RequestFactory
from django.urls import resolve

import cast
from pentameter.bulletins.editing.rules.pictures import LARGEST as LARGEST_PICTURE
from pentameter.bulletins.editing.uploads import PictureHandler
from pentameter.kernel.actor import Actor
from pentameter.scale.uploads import LARGEST as LARGEST_TABLE
from pentameter.scale.uploads import TableHandler
from pentameter.work.uploads import OneInMemory


@dataclass(frozen=True)
class Door:
    """A page that takes a file, who may send one, and how large it may be."""

    handler: type[OneInMemory]
    path: str
    person: Any
    largest: int


DOORS = [
    pytest.param(Door(TableHandler, "/estimates/send/", cast.statistician, LARGEST_TABLE), id="table"),
    pytest.param(
        Door(PictureHandler, f"/bulletins/{UUID(int=1)}/pictures/", cast.editor, LARGEST_PICTURE), id="picture"
    ),
]


def _handler(door: Door, person: Actor | None, path: str = "") -> OneInMemory:
    request = RequestFactory().post(path or door.path)
    request.resolver_match = resolve(path or door.path)
    if person:
        request.actor = person  # type: ignore[attr-defined]  # the middleware sets it
    return door.handler(request)


def _begin(one: OneInMemory, name: str = "sent") -> None:
    one.new_file("file", name, "text/csv", None)


@pytest.mark.parametrize("door", DOORS)
def test_a_file_is_held_in_memory(door: Door) -> None:
    one = _handler(door, door.person())
    with pytest.raises(StopFutureHandlers):
        _begin(one)
    assert one.receive_data_chunk(b"LA,PF,", 0) is None
    one.receive_data_chunk(b"count\n", 6)
    file = one.file_complete(12)
    assert isinstance(file, InMemoryUploadedFile)
    assert (file.read(), file.name) == (b"LA,PF,count\n", "sent")
    with pytest.raises(SkipFile):
        _begin(one)


@pytest.mark.parametrize("door", DOORS)
def test_a_file_without_a_name_gets_one(door: Door) -> None:
    one = _handler(door, door.person())
    with pytest.raises(StopFutureHandlers):
        _begin(one, "")
    file = one.file_complete(0)
    assert file is not None
    assert file.name == door.handler.name


@pytest.mark.parametrize("door", DOORS)
def test_of_what_is_too_large_only_the_beginning_is_kept(door: Door) -> None:
    one = _handler(door, door.person())
    with pytest.raises(StopFutureHandlers):
        _begin(one)
    for number in range(3):
        one.receive_data_chunk(b"x" * door.largest, number * door.largest)
    file = one.file_complete(3 * door.largest)
    assert file is not None
    assert len(file.read()) == door.largest + 1
    assert file.size == 3 * door.largest


@pytest.mark.parametrize("door", DOORS)
def test_who_may_not_sends_nothing(door: Door) -> None:
    with pytest.raises(SkipFile):
        _begin(_handler(door, cast.durham_constable()))


@pytest.mark.parametrize("path", ["", "/intake/"], ids=["by nobody", "elsewhere"])
@pytest.mark.parametrize("door", DOORS)
def test_other_uploads_are_passed_on(door: Door, path: str) -> None:
    one = _handler(door, door.person() if path else None, path)
    _begin(one)
    assert one.receive_data_chunk(b"x", 0) == b"x"
    assert one.file_complete(1) is None
