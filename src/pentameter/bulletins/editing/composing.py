"""A story put together as the public will see it, in every language, with all that is still wrong with it."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID

from markupsafe import Markup

from pentameter.bulletins.editing.drawing import Drawing, PictureCard
from pentameter.bulletins.editing.markup.rendering import rendered, seen
from pentameter.bulletins.editing.queries.stories import StoryCard
from pentameter.bulletins.editing.released import Source
from pentameter.bulletins.site.vocabulary import Language

_LEADS_TO = re.compile(r'href="([^"]*)"')


@dataclass(frozen=True, slots=True)
class Composed:
    """A story in one language: what was written, and the page that it makes."""

    language: Language
    title: str
    summary: str
    text: str
    body: Markup
    plain: str
    checked_by: str

    @property
    def all_words(self) -> str:
        """Everything that a reader can read of it."""
        return f"{self.title}\n{self.summary}\n{self.plain}"


@dataclass(frozen=True, slots=True)
class Composition:
    """All of it. Where there are `faults` it cannot be published."""

    words: tuple[Composed, ...]
    pictures: tuple[UUID, ...]
    sources: tuple[Source, ...]
    faults: tuple[str, ...]

    @property
    def all_words(self) -> str:
        """Everything that a reader can read, in every language."""
        return "\n\n".join(one.all_words for one in self.words)

    @property
    def addresses(self) -> tuple[str, ...]:
        """Every address that it leads to, in every language."""
        return tuple(dict.fromkeys(one for said in self.words for one in addresses_in(said.body)))

    def frozen(self, card: StoryCard) -> dict[str, object]:
        """As it is kept with a publication."""
        return {
            "slug": card.slug,
            "subject": card.line.subject.value,
            "words": {
                one.language.value: {
                    "title": one.title,
                    "summary": one.summary,
                    "text": one.text,
                    "body": str(one.body),
                    "plain": one.plain,
                    "checked_by": one.checked_by,
                }
                for one in self.words
            },
            "pictures": [str(one) for one in self.pictures],
            "sources": [one.as_dict() for one in self.sources],
        }


def addresses_in(body: str) -> tuple[str, ...]:
    """The addresses that a page's body leads to."""
    return tuple(_LEADS_TO.findall(body))


def public_picture(picture_id: UUID) -> str:
    """Where the public door shows a picture."""
    return f"/bulletins/pictures/{picture_id}/"


def compose(card: StoryCard, address: Callable[[UUID], str] = public_picture) -> Composition:
    """The story in English and in every language that it was translated to."""
    drawing = Drawing(pictures=_named(card.pictures), address=address)
    words, faults = [], []
    english = (card.line.title, card.summary, card.text, "")
    others = {one.language: (one.title, one.summary, one.text, one.checked_by) for one in card.translations.values()}
    for language, (title, summary, text, checked_by) in {Language.ENGLISH: english, **others}.items():
        made = rendered(text, drawing.draw)
        words.append(Composed(language, seen(title), seen(summary), text, made.html, made.words, checked_by))
        faults += [one if language is Language.ENGLISH else f"{language.words}: {one}" for one in made.faults]
    sources = tuple(drawing.sources.values())
    return Composition(tuple(words), tuple(sorted(drawing.used)), sources, tuple(dict.fromkeys(faults)))


def _named(pictures: tuple[PictureCard, ...]) -> dict[str, PictureCard]:
    return {one.name: one for one in pictures}
