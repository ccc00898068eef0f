"""Comments as RSS 2.0: plain text, escaped twice over, as readers of feeds expect of a description."""

from collections.abc import Callable, Sequence

from django.urls import reverse
from django.utils.feedgenerator import Rss201rev2Feed
from django.utils.html import escape

from pentameter.bulletins.comments.queries.threads import CommentLine


def feed_of(lines: Sequence[tuple[CommentLine, str]], *, absolute: Callable[[str], str]) -> str:
    """The feed's text. `absolute` makes the whole address of a page."""
    about = "What readers wrote under the bulletins. Each comment was read by a person before it appeared."
    feed = Rss201rev2Feed(title="Pentameter: comments", link=absolute("/"), description=about, language="en-gb")
    for line, title in lines:
        address = absolute(reverse("comments:comment", args=[line.id]))
        feed.add_item(
            title=f"{line.name} on “{title}”",
            link=address,
            unique_id=address,
            description="".join(f"<p>{'<br>'.join(escape(one) for one in part)}</p>" for part in line.paragraphs),
            pubdate=line.written_at,
        )
    return str(feed.writeString("utf-8"))
