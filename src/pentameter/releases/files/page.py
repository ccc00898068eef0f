"""The release as one HTML file: styles and type inside, no script, nothing fetched."""

from functools import cache
from importlib.resources import files

from django.template.loader import render_to_string
from markupsafe import Markup

from pentameter.look import standalone
from pentameter.releases.shelf.content import Content
from pentameter.releases.shelf.page import Body


def page(content: Content, digest: str) -> bytes:
    """The file. The same text gives the same bytes."""
    return render_to_string("shelf/file.jinja", {"body": Body(content, digest), "css": _css()}).encode()


@cache
def _css() -> Markup:
    return Markup(standalone.css("public") + _ours())  # noqa: S704 - style sheets of ours


def _ours() -> str:
    return files("pentameter.releases.shelf").joinpath("static/shelf/shelf.css").read_text("utf-8")
