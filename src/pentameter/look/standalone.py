"""The style sheet for a page that is a single file: everything inside, nothing fetched."""

import re
from base64 import b64encode
from functools import cache
from importlib.resources import files

_FONT = re.compile(r"url\((fonts/[a-z-]+\.woff2)\)")
_KINDS = ("staff", "public")


@cache
def css(kind: str = "staff") -> str:
    """GOV.UK's styles and ours as one text, the fonts as data.

    Raises:
        ValueError: there is no such door.
    """
    if kind not in _KINDS:
        raise ValueError(f"{kind} is not a door: {', '.join(_KINDS)}")
    own = _FONT.sub(_as_data, _read("look.css")).replace("font-display:optional", "font-display:block")
    return _read(f"govuk-{kind}.css") + own


@cache
def document_css() -> str:
    """The styles of a document that becomes a PDF, the fonts as data."""
    return _FONT.sub(_as_data, _read("document.css"))


def _as_data(found: re.Match[str]) -> str:
    content = files("pentameter.look").joinpath("static/look", found[1]).read_bytes()
    return f"url(data:font/woff2;base64,{b64encode(content).decode()})"


def _read(name: str) -> str:
    return files("pentameter.look").joinpath("static/look", name).read_text("utf-8")
