"""Pictures of a tip-off come in through memory; what is too much is not kept."""

import pytest
from django.core.files.uploadedfile import InMemoryUploadedFile, TemporaryUploadedFile
from django.test import RequestFactory

from bulletins.tips.sending import upload
from pentameter.bulletins.tips.rules.pictures import LIMIT
from pentameter.bulletins.tips.uploads import InMemoryHandler


def received(address: str, *contents: bytes, settings) -> list[object]:
    """The files of a request, as the public door takes them."""
    settings.ROOT_URLCONF = "pentameter.config.public_urls"
    settings.FILE_UPLOAD_HANDLERS = [
        "pentameter.bulletins.tips.uploads.InMemoryHandler",
        "django.core.files.uploadhandler.TemporaryFileUploadHandler",
    ]
    files = [upload(one) for one in contents]
    request = RequestFactory().post(address, {"pictures": files})
    return list(request.FILES.getlist("pictures"))


@pytest.mark.parametrize("address", ["/tip-offs/tell/", "/tip-offs/add/"])
def test_in_memory_and_without_its_name(address: str, settings) -> None:
    (one,) = received(address, b"x" * 100_000, settings=settings)
    assert isinstance(one, InMemoryUploadedFile)
    assert (one.name, one.read()) == ("picture", b"x" * 100_000)


def test_every_other_address_is_left_to_others(settings) -> None:
    (one,) = received("/rules/", b"x", settings=settings)
    assert isinstance(one, TemporaryUploadedFile)


def test_no_more_than_the_limit_is_kept(settings) -> None:
    (one,) = received("/tip-offs/tell/", b"x" * (LIMIT + 50_000), settings=settings)
    assert isinstance(one, InMemoryUploadedFile)
    assert one.size == LIMIT + 50_000
    assert len(one.read()) == LIMIT + 1


def test_of_too_many_only_that_they_came(settings) -> None:
    found = received("/tip-offs/tell/", *[b"x"] * 9, settings=settings)
    assert len(found) == 4
    assert InMemoryHandler.chunk_size > 0
