"""A story drawn with the public door's own page, so that what is read here is what readers will see."""

from django.conf import settings
from django.template.loader import render_to_string
from django.urls import get_urlconf, set_urlconf
from django.utils import translation

from pentameter.bulletins.editing.composing import Composition
from pentameter.bulletins.editing.queries.stories import StoryCard
from pentameter.bulletins.site.queries.bulletins import Article, Noted, Told
from pentameter.bulletins.site.vocabulary import Language
from pentameter.kernel import clock


def as_public(card: StoryCard, composition: Composition, language: Language) -> str:
    """The page. Its links lead to the public door's addresses, which are not behind this door."""
    before = get_urlconf()
    set_urlconf(settings.PUBLIC_URLCONF)
    try:
        with translation.override(settings.LANGUAGE_CODE if language is Language.ENGLISH else language.value):
            context = {
                "article": article(card, composition, language),
                "spoken": language,
                "faults": composition.faults,
            }
            return render_to_string("editing/preview.jinja", context)
    finally:
        set_urlconf(before)


def article(card: StoryCard, composition: Composition, language: Language) -> Article:
    """The bulletin as it would be if it were published now."""
    now = clock.now()
    words = {one.language: one for one in composition.words}
    chosen = words.get(language) or words[Language.ENGLISH]
    first = card.publications[-1].decided_at if card.publications else now
    notes = [(one.decided_at, one.note) for one in reversed(card.publications) if one.kind == "corrected"]
    if card.correction:
        notes.append((now, card.correction))
    numbered = [Noted(number, at, note) for number, (at, note) in enumerate(notes, start=1)]
    return Article(
        id=card.line.id,
        slug=card.slug,
        version=card.line.published + 1,
        withdrawn=False,
        withdrawn_because="",
        subject=card.line.subject,
        published_at=first,
        changed_at=now,
        told=Told(chosen.language, chosen.title, chosen.summary, str(chosen.body), bool(chosen.checked_by)),
        languages=tuple(words),
        corrections=tuple(reversed(numbered)),
        sources=(),
    )
