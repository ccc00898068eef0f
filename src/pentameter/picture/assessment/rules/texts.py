"""What people write between the figures: plain paragraphs and lists, and nothing that could be anything else."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from pentameter.kernel.verdict import ALLOWED, Verdict, refused

LONGEST = 20_000
_ITEM = "- "


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, or a list of `items`."""

    paragraph: str = ""
    items: tuple[str, ...] = ()


def blocks(body: str) -> tuple[Block, ...]:
    """The text as paragraphs and lists. An empty line parts paragraphs; lines that begin with "- " are a list."""
    lines = body.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return tuple(
        block for is_text, part in groupby(lines, lambda line: bool(line.strip())) if is_text for block in _parts(part)
    )


def _parts(lines: Iterator[str]) -> Iterator[Block]:
    for is_list, part in groupby((line.strip() for line in lines), lambda line: line.startswith(_ITEM)):
        if is_list:
            yield Block(items=tuple(line.removeprefix(_ITEM).strip() for line in part))
        else:
            yield Block(paragraph=" ".join(part))


def may_be_written(body: str) -> Verdict:
    """Whether the text may be kept."""
    if len(body) > LONGEST:
        return refused(f"This is longer than {LONGEST:,} characters by {len(body) - LONGEST:,}. Shorten it.")
    if any(ord(sign) < 32 and sign not in "\n\r\t" for sign in body):
        return refused("There are signs in this text that cannot be read. Paste it as plain text.")
    return ALLOWED
