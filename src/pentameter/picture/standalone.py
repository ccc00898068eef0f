"""The picture as a single file: styles and type inside, no script, nothing fetched, nothing to follow."""

from functools import cache
from importlib.resources import files

from django.template.loader import render_to_string
from markupsafe import Markup

from pentameter.kernel.actor import Actor
from pentameter.look import standalone
from pentameter.picture.pages.overview import OverviewPage
from pentameter.picture.queries.live import Live
from pentameter.picture.queries.picture import Picture


def as_file(picture: Picture, live: Live, by: Actor) -> str:
    """The HTML of the file."""
    return render_to_string("picture/file.jinja", {"page": OverviewPage.offline(picture, by, live), "css": _css()})


@cache
def _css() -> Markup:
    ours = files("pentameter.picture").joinpath("static/picture/picture.css").read_text("utf-8")
    return Markup(standalone.css("staff") + ours)  # noqa: S704 - style sheets of ours
