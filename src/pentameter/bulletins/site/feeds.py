"""Feeds of the latest bulletins: Atom, RSS and JSON. They say what is published, and that it was corrected."""

import json
from collections.abc import Callable
from enum import StrEnum

from django.http import HttpRequest
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed, Rss201rev2Feed

from pentameter.bulletins.site.queries.bulletins import Line

TITLE = "Pentameter: bulletins"
ABOUT = "What a joint operation against trafficking in the United Kingdom and Ireland tells the public."
MOST = 30


class Feed(StrEnum):
    """The forms of the feed."""

    ATOM = "atom"
    RSS = "rss"
    JSON = "json"

    @property
    def media_type(self) -> str:
        """How it is served."""
        kind = "feed+json" if self is Feed.JSON else f"{self.value}+xml"
        return f"application/{kind}; charset=utf-8"


def feed(kind: Feed, lines: tuple[Line, ...], request: HttpRequest) -> str:
    """The feed as text."""
    absolute = request.build_absolute_uri
    if kind is Feed.JSON:
        return _json(lines, absolute)
    home, own = absolute(reverse("bulletins:bulletins")), absolute(request.path)
    maker = Atom1Feed if kind is Feed.ATOM else Rss201rev2Feed
    made = maker(title=TITLE, link=home, description=ABOUT, subtitle=ABOUT, language="en-GB", feed_url=own)
    for line in lines:
        address = absolute(reverse("bulletins:bulletin", args=[line.slug]))
        made.add_item(
            title=line.title,
            link=address,
            description=_summary(line),
            unique_id=f"urn:uuid:{line.id}",
            unique_id_is_permalink=False,
            pubdate=line.published_at,
            updateddate=line.changed_at,
            categories=[line.subject.words],
        )
    return str(made.writeString("utf-8"))


def _json(lines: tuple[Line, ...], absolute: Callable[[str], str]) -> str:
    items = [
        {
            "id": f"urn:uuid:{line.id}",
            "url": absolute(reverse("bulletins:bulletin", args=[line.slug])),
            "title": line.title,
            "content_text": _summary(line),
            "date_published": line.published_at.isoformat(),
            "date_modified": line.changed_at.isoformat(),
            "tags": [line.subject.words],
            "language": line.language.value,
        }
        for line in lines
    ]
    said = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": TITLE,
        "description": ABOUT,
        "home_page_url": absolute(reverse("bulletins:bulletins")),
        "feed_url": absolute(reverse("bulletins:feed", args=[Feed.JSON])),
        "language": "en-GB",
        "items": items,
    }
    return json.dumps(said, ensure_ascii=False, indent=1) + "\n"


def _summary(line: Line) -> str:
    return f"{line.summary} (This bulletin was corrected.)" if line.corrections else line.summary
