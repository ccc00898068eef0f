"""Sending a tip-off as a browser without scripts and cookies would."""

import re
from io import BytesIO

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from PIL import Image
from PIL.ExifTags import Base

WORDS = "Every night at ten a van brings six women to the house with the green door."
_KEY = re.compile(r'name="form_key" value="([^"]+)"')
_CODE = re.compile(r"[0-9A-Z]{5}(?:-[0-9A-Z]{5}){4}")


def form_key(client: Client) -> str:
    """The key of a fresh form."""
    found = _KEY.search(client.get("/tip-offs/tell/").content.decode())
    assert found is not None
    return found[1]


def tell(client: Client, key: str = "", **said: object) -> str:
    """Tell something, and answer the receipt code."""
    answer = client.post("/tip-offs/tell/", {"form_key": key or form_key(client), "what": WORDS, **said})
    assert answer.status_code == 200, answer.content.decode()
    found = _CODE.search(answer.content.decode())
    assert found is not None
    return found[0]


def photograph(secret: str, kind: str = "JPEG", size: tuple[int, int] = (64, 48)) -> bytes:
    """A picture whose file says more than the picture shows."""
    image, out = Image.new("RGB", size, "teal"), BytesIO()
    exif = Image.Exif()
    exif[Base.ImageDescription] = exif[Base.Artist] = secret
    image.save(out, kind, exif=exif, comment=secret.encode())
    return out.getvalue() + secret.encode()


def upload(content: bytes, name: str = "holiday.jpg") -> SimpleUploadedFile:
    """A file as a browser sends it."""
    return SimpleUploadedFile(name, content, "image/jpeg")
