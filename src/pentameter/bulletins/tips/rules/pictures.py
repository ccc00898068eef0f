"""Pictures with nothing left but the picture: read, drawn anew, and written as a JPEG of at most 2,400 points a side.

A photograph carries where and when it was taken, by which camera, and often a small picture of what was cut away.
Copying the points alone leaves all of that behind. What the picture itself shows stays: faces, windows, numbers on a
door.
"""

from io import BytesIO

from PIL import Image, ImageOps

LIMIT = 5 * 1024 * 1024
"""Bytes of one picture."""
_MOST_POINTS = 50_000_000
_SIDE = 2_400
_QUALITY = 88
_FORMATS = ("JPEG", "PNG", "WEBP")

TOO_LARGE = "A picture is larger than 5 MB. Send a smaller one, or fewer."
NOT_A_PICTURE = (
    "A file is not a picture that can be read here. Send JPEG, PNG or WebP. PDFs, documents, films and recordings are "
    "not taken: they can carry the name of whoever made them. Photograph them, or tell in words what they show."
)


class NotTaken(Exception):  # noqa: N818 - what happened, as people say it
    """A file that is not taken; the message says what to do."""


def cleaned(content: bytes) -> bytes:
    """The picture alone.

    Raises:
        NotTaken: if it is too large, or no picture of a kind that is taken.
    """
    if len(content) > LIMIT:
        raise NotTaken(TOO_LARGE)
    try:
        with Image.open(BytesIO(content), formats=_FORMATS) as opened:
            if opened.width * opened.height > _MOST_POINTS:
                raise NotTaken(TOO_LARGE)
            return _drawn_anew(opened)
    except NotTaken:
        raise
    except Exception as error:  # whatever a broken picture sets off in its reader ends here, in words
        raise NotTaken(NOT_A_PICTURE) from error


def _drawn_anew(opened: Image.Image) -> bytes:
    opened.draft("RGB", (_SIDE, _SIDE))
    upright = ImageOps.exif_transpose(opened).convert("RGBA")
    upright.thumbnail((_SIDE, _SIDE))
    plain = Image.new("RGB", upright.size, "white")
    plain.paste(upright, mask=upright.getchannel("A"))
    out = BytesIO()
    plain.save(out, "JPEG", quality=_QUALITY)
    return out.getvalue()
