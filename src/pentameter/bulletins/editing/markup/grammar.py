"""The Markdown that a story may use: CommonMark and its tables, without HTML, code and images.

Raw HTML is off twice: the option is false, and its rules are not there. An image is `{{picture NAME}}`, so that none
comes without alternative text, or from elsewhere.
"""

import re
from collections.abc import Sequence
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.rules_core import StateCore
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from markdown_it.utils import EnvType, OptionsDict

from pentameter.bulletins.editing.markup import directives

OFF = ("html_block", "html_inline", "image", "code", "fence", "backticks")
DIRECTIVE = "directive"
_ADDRESS = re.compile(
    r"(https?://[^\s/?#@]+([/?#]\S*)?|/(?![/\\])\S*|#[\w-]+|tel:\+?[0-9 -]+|mailto:[^\s@]+@[^\s@]+)", re.IGNORECASE
)
_LEVELS = ("h2", "h3", "h4")


class Narrow(MarkdownIt):
    """Links lead to pages, to a place on this one, to a telephone or to a mailbox; what else is typed stays text."""

    def validateLink(self, url: str) -> bool:  # noqa: N802 - the parser's own name
        return _ADDRESS.fullmatch(url) is not None


def grammar() -> MarkdownIt:
    """The parser, with what is drawn of a directive left open: it renders as what `env["mark"]` says of its token."""
    made = Narrow("commonmark", {"html": False, "linkify": False, "typographer": False}).enable("table")
    made.disable(list(OFF))
    made.inline.ruler.before("emphasis", DIRECTIVE, _directive)
    made.core.ruler.push("stand_alone", _stand_alone)
    made.core.ruler.push("levels", _levels)
    made.add_render_rule(DIRECTIVE, _drawn)
    made.add_render_rule("link_open", _link)
    return made


def _directive(state: StateInline, silent: bool) -> bool:
    found = directives.at(state.src, state.pos)
    if found is None:
        return False
    what, end = found
    if not silent:
        state.push(DIRECTIVE, "", 0).meta = {"what": what, "block": False}
    state.pos = end
    return True


def _stand_alone(state: StateCore) -> None:
    """A paragraph that is nothing but one chart, table or picture is that thing, and no paragraph."""
    kept: list[Token] = []
    tokens = iter(state.tokens)
    for token in tokens:
        kept.append(token)
        alone = _alone(token)
        if alone is not None and kept[-2:-1] and kept[-2].type == "paragraph_open":
            kept[-2:] = [alone]
            next(tokens)
    state.tokens = kept


def _alone(token: Token) -> Token | None:
    inner = [one for one in token.children or () if one.type != "text" or one.content.strip()]
    if token.type != "inline" or len(inner) != 1 or inner[0].type != DIRECTIVE:
        return None
    what = inner[0].meta["what"]
    if not isinstance(what, directives.Directive) or not what.kind.is_block:
        return None
    inner[0].meta["block"] = True
    return inner[0]


def _levels(state: StateCore) -> None:
    """The title is the only first heading; no level is left out below it. Numbers of a table stand at the right."""
    highest = min((int(one.tag[1]) for one in state.tokens if one.type == "heading_open"), default=1)
    level = 0
    for token in state.tokens:
        if token.type == "heading_open":
            level = min(int(token.tag[1]) - highest + 1, level + 1, len(_LEVELS))
        if token.type in ("heading_open", "heading_close"):
            token.tag = _LEVELS[level - 1]
        if token.type in ("th_open", "td_open") and (style := token.attrs.pop("style", "")):
            token.attrs.update({"class": "num"} if "right" in str(style) else {})


def _drawn(self: RendererHTML, tokens: Sequence[Token], index: int, options: OptionsDict, env: EnvType) -> str:
    return str(env["mark"](tokens[index].meta))


def _link(self: RendererHTML, tokens: Sequence[Token], index: int, options: OptionsDict, env: EnvType) -> str:
    address = tokens[index].attrs
    kept: dict[str, Any] = {"href": address.get("href", "")}
    if str(kept["href"]).lower().startswith("http"):
        kept["rel"] = "noreferrer"
    tokens[index].attrs = kept
    return self.renderToken(tokens, index, options, env)
