"""Opening the comments of articles that were published: each once; what was decided before stays as it is."""

from datetime import date

from pentameter.bulletins.moderation.models import Setting
from pentameter.bulletins.moderation.rules.closing import Article
from pentameter.bulletins.moderation.services.closing import open_discussion
from pentameter.bulletins.site.models import Words
from pentameter.kernel.actor import Actor

ENGLISH = "en"
PUBLISHED = "published"


def open_published(*, by: Actor, today: date) -> int:
    """Open every published article of which nothing was decided yet. Gives how many."""
    known = set(Setting.objects.values_list("bulletin", flat=True))
    rows = Words.objects.filter(bulletin__state=PUBLISHED, language=ENGLISH).select_related("bulletin")
    new = [row for row in rows if row.bulletin_id not in known]
    articles = (Article(row.bulletin_id, row.bulletin.slug, row.title) for row in new)
    return sum(open_discussion(article=article, by=by, today=today) for article in articles)
