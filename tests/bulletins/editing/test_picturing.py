"""Pictures are made anew: nothing of the file that was sent is kept but what is seen."""

import io

import pytest
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from bulletins.editing.ground import photograph
from pentameter.bulletins.editing.picturing import remade
from pentameter.bulletins.editing.rules.pictures import (
    LARGEST,
    LONGEST_SIDE,
    MOST,
    may_be_added,
    may_be_drawn,
    may_be_opened,
)
from pentameter.kernel.verdict import Refused

SECRET = b"54.7761 N, taken by A. Secret"


def _with_traces(kind: str) -> bytes:
    """A picture that says where and by whom it was taken, in every place where such a file can."""
    exif = Image.Exif()
    exif[0x010E] = exif[0x013B] = SECRET.decode()
    info = PngInfo()
    info.add_text("Comment", SECRET.decode())
    extra = {"pnginfo": info} if kind == "PNG" else {"comment": SECRET} if kind == "JPEG" else {"xmp": SECRET}
    return photograph(kind, exif=exif, icc_profile=SECRET, **extra)


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_nothing_of_the_file_is_kept(kind: str) -> None:
    sent = _with_traces(kind)
    assert SECRET in sent or SECRET.decode().encode("utf-16-le") in sent
    made = remade(sent)
    assert SECRET not in made.body
    with Image.open(io.BytesIO(made.body)) as picture:
        assert not picture.getexif()
        assert not {"exif", "icc_profile", "comment", "Comment", "xmp"} & set(picture.info)
    assert (made.media_type, made.width, made.height) == ("image/jpeg", 60, 40)


def test_what_follows_the_picture_is_left_behind() -> None:
    assert b"PK\x03\x04" not in remade(photograph() + b"PK\x03\x04 an archive").body


def test_it_stands_upright() -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    made = remade(photograph(exif=exif))
    assert (made.width, made.height) == (40, 60)


def test_it_is_no_larger_than_a_page_needs() -> None:
    made = remade(photograph(size=(4000, 1000)))
    assert (made.width, made.height) == (LONGEST_SIDE, LONGEST_SIDE // 4)


def test_what_is_seen_through_stays_so() -> None:
    out = io.BytesIO()
    Image.new("RGBA", (10, 10), (1, 2, 3, 4)).save(out, "PNG")
    assert remade(out.getvalue()).media_type == "image/png"


@pytest.mark.parametrize(
    "sent",
    [
        b"",
        b"\xff\xd8\xff no picture",
        b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>",
        photograph("GIF"),
        photograph("BMP"),
        photograph("TIFF"),
        photograph()[:200],
    ],
    ids=["empty", "broken", "svg", "gif", "bmp", "tiff", "cut"],
)
def test_what_is_no_picture_of_the_kinds_is_refused_in_words(sent: bytes) -> None:
    with pytest.raises(Refused, match=r"(empty|no picture).*\."):
        remade(sent)


def test_limits() -> None:
    assert may_be_opened(LARGEST).allowed
    assert not may_be_opened(LARGEST + 1).allowed
    assert may_be_drawn(8000, 5000).allowed
    assert not may_be_drawn(8000, 5001).allowed
    assert not may_be_drawn(0, 10).allowed
    assert may_be_added(MOST - 1).allowed
    assert not may_be_added(MOST).allowed


def test_a_small_file_that_opens_into_a_huge_picture_is_not_opened() -> None:
    with pytest.raises(Refused, match="40 million"):
        remade(photograph("PNG", size=(9000, 9000)))
