"""A story's text as safe HTML, and everything that is still wrong with it."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from markdown_it import MarkdownIt
from markupsafe import Markup

from pentameter.bulletins.editing.markup import safe
from pentameter.bulletins.editing.markup.directives import Directive
from pentameter.bulletins.editing.markup.grammar import grammar

LONGEST = 60_000
_OPEN, _CLOSE = "\ue000", "\ue001"  # private: no keyboard types them, and they are taken out of what was typed
_PLACE = re.compile(f"{_OPEN}([0-9]+){_CLOSE}")
_UNSEEN = re.compile(
    "[\u0000-\u0008\u000b-\u001f\u007f\u200b\u202a-\u202e\u2060-\u2069\ufeff\ue000\ue001\ud800-\udfff]"
)
"""Signs that cannot be seen, or turn the order of those that can."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """What stands for a directive: on the page, and in words."""

    html: Markup
    words: str = ""


Draw = Callable[[Directive], Drawn | str]
"""What a directive stands for, or a sentence that says why nothing does."""


@dataclass(frozen=True, slots=True)
class Rendered:
    """A text as a page shows it. Where there are `faults` it cannot be published."""

    html: Markup
    words: str
    faults: tuple[str, ...]


class _Marks:
    """Holds the place of each directive until the text around it was found safe."""

    def __init__(self, draw: Draw) -> None:
        self._draw = draw
        self.drawn: list[Drawn] = []
        self.faults: list[str] = []

    def mark(self, meta: dict[str, object]) -> str:
        """A place for what is drawn; nothing, where nothing can be."""
        what = meta["what"]
        found = self._found(what, alone=bool(meta["block"])) if isinstance(what, Directive) else str(what)
        if isinstance(found, str):
            self.faults.append(found)
            found = Drawn(Markup('<mark class="fault">{}</mark>').format(found))
        self.drawn.append(found)
        return f"{_OPEN}{len(self.drawn) - 1}{_CLOSE}"

    def _found(self, what: Directive, *, alone: bool) -> Drawn | str:
        if what.kind.is_block and not alone:
            return f"Put {what.written} on a line of its own, with an empty line before and after it."
        return self._draw(what)


def rendered(text: str, draw: Draw) -> Rendered:
    """The text as safe HTML. What is drawn for a directive is not typed by anybody, and put in last."""
    marks = _Marks(draw)
    html = _parser().render(seen(text), {"mark": marks.mark})
    wrong = [f"This cannot be published: {one}." for one in safe.faults_of(html)]
    page = _PLACE.sub(lambda found: str(marks.drawn[int(found[1])].html), html)
    words = _PLACE.sub(lambda found: marks.drawn[int(found[1])].words, safe.words_of(html))
    return Rendered(Markup("" if wrong else page), words, (*wrong, *marks.faults))  # noqa: S704 - checked just above


def seen(text: str) -> str:
    """The text without signs that nobody sees. Lines end as they do here."""
    return _UNSEEN.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


@cache
def _parser() -> MarkdownIt:
    return grammar()
