"""Text in XML. It is written by hand, line by line, so that a large network is never held as a tree."""

from xml.sax.saxutils import escape

from pentameter.entities.interchange.wording import clean

HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
_BREAKS = {"\n": "&#10;", "\r": "&#13;", "\t": "&#9;"}


def text(value: str) -> str:
    """The value between two tags."""
    return escape(clean(value), {"\r": "&#13;"})


def attribute(value: str) -> str:
    """The value of an attribute, in its quotation marks, with its line breaks kept."""
    return f'"{escape(clean(value), {**_BREAKS, chr(34): "&quot;"})}"'
