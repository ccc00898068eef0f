"""How the article is called under which comments stand: as it is called now, and no longer as it once was."""

from uuid import UUID

from pentameter.bulletins.comments.models import Discussion


def call_article(*, bulletin_id: UUID, slug: str, title: str) -> None:
    """Call an article by its present title. In the transaction that changes the article: its pages and feeds say it."""
    Discussion.objects.filter(pk=bulletin_id).update(slug=slug, title=title)
