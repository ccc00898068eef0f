"""A picture made anew: only what is seen is kept, and nothing of the file that was sent.

Camera, place, time, comments, colour profiles, thumbnails and whatever else a file may carry stay behind, for only the
pixels are copied.
"""

import io
from dataclasses import dataclass

from PIL import Image, ImageOps

from pentameter.bulletins.editing.rules.pictures import KINDS, LONGEST_SIDE, may_be_drawn, may_be_opened
from pentameter.kernel.verdict import Refused, require


@dataclass(frozen=True, slots=True)
class Remade:
    """A picture as it is published."""

    media_type: str
    width: int
    height: int
    body: bytes


def remade(uploaded: bytes) -> Remade:
    """The picture, upright, at most so large, and without anything that is not seen.

    Raises:
        Refused: it is too large, or no picture of a kind that is published.
    """
    require(may_be_opened(len(uploaded)))
    try:
        with Image.open(io.BytesIO(uploaded), formats=KINDS) as sent:
            require(may_be_drawn(sent.width, sent.height))
            sent.load()
            upright = ImageOps.exif_transpose(sent)
            upright.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
            return _written(upright)
    except Refused:
        raise
    except Exception as error:  # whatever a broken picture sets off in its reader ends here, in words
        raise Refused("This is no picture that can be read. Send a JPEG, PNG or WebP file.") from error


def _written(picture: Image.Image) -> Remade:
    see_through = picture.mode in ("RGBA", "LA", "PA") or "transparency" in picture.info
    mode = "RGBA" if see_through else "RGB"
    clean = Image.new(mode, picture.size)
    clean.paste(picture.convert(mode))
    out = io.BytesIO()
    if see_through:
        clean.save(out, "PNG", optimize=True)
    else:
        clean.save(out, "JPEG", quality=84, progressive=True, optimize=True)
    return Remade("image/png" if see_through else "image/jpeg", clean.width, clean.height, out.getvalue())
