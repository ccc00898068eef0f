"""Of a picture only the picture is left; what is no picture is not taken, with what to do instead."""

from io import BytesIO

import pytest
from PIL import Image

from bulletins.tips.sending import photograph
from pentameter.bulletins.tips.rules.pictures import LIMIT, NotTaken, cleaned

SECRET = "canary-camera-and-garden"


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_nothing_else_is_left(kind: str) -> None:
    sent = photograph(SECRET, kind)
    assert SECRET.encode() in sent
    kept = cleaned(sent)
    assert SECRET.encode() not in kept
    with Image.open(BytesIO(kept)) as image:
        assert image.format == "JPEG"
        assert not image.getexif()
        assert set(image.info) <= {"jfif", "jfif_version", "jfif_unit", "jfif_density"}
        assert image.size == (64, 48)


def test_it_stands_upright_without_saying_how_it_was_held() -> None:
    image, out = Image.new("RGB", (60, 20), "teal"), BytesIO()
    exif = Image.Exif()
    exif[0x0112] = 6
    image.save(out, "JPEG", exif=exif)
    with Image.open(BytesIO(cleaned(out.getvalue()))) as kept:
        assert kept.size == (20, 60)


def test_a_large_picture_becomes_smaller() -> None:
    with Image.open(BytesIO(cleaned(photograph(SECRET, size=(4_000, 1_000))))) as kept:
        assert kept.size == (2_400, 600)


@pytest.mark.parametrize(
    "content",
    [b"", b"%PDF-1.7 something", b"<svg xmlns='http://www.w3.org/2000/svg'/>", b"GIF89a", b"\xff\xd8\xff\xe0 broken"],
    ids=["empty", "pdf", "svg", "gif", "broken"],
)
def test_what_is_no_picture_is_not_taken(content: bytes) -> None:
    with pytest.raises(NotTaken, match="JPEG, PNG or WebP"):
        cleaned(content)


def test_what_is_too_large_is_not_taken() -> None:
    with pytest.raises(NotTaken, match="5 MB"):
        cleaned(bytes(LIMIT + 1))


def test_a_picture_that_unpacks_to_far_more_is_not_taken() -> None:
    out = BytesIO()
    Image.new("1", (30_000, 30_000)).save(out, "PNG")
    assert len(out.getvalue()) < LIMIT
    with pytest.raises(NotTaken):
        cleaned(out.getvalue())
