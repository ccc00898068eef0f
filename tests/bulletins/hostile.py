"""Hostile comments, made by chance from a seed: markup, tricks of Unicode, sizes, statements, control signs.

Each carries a mark that can be found again wherever it is shown, and that means something only if it is executed.
"""

from collections.abc import Callable, Iterator
from random import Random

MARKUP = (
    "<script>alert({mark})</script>",
    "</textarea><script>alert({mark})</script>",
    "<img src=x onerror=alert({mark})>",
    "<svg/onload=alert({mark})>",
    '"><iframe src=javascript:alert({mark})>',
    "' onmouseover='alert({mark})",
    '<a href="javascript:alert({mark})">press</a>',
    "[press](javascript:alert({mark}))",
    "<style>*{{background:url(//evil.example/{mark})}}</style>",
    "<!--{mark}--><base href=//evil.example/>",
    '<math><mtext><option><FAKEFAKE><option></option><mglyph><svg><mtext><textarea><a title="{mark}">',
    "{{{{ config.items() }}}} {{% include 'look/base.jinja' %}} {mark}",
    "${{7*7}} #{{7*7}} <%= 7*7 %> {mark}",
    "&lt;script&gt;alert({mark})&lt;/script&gt;",
    "<form action=//evil.example><button>{mark}</button></form>",
    "<meta http-equiv=refresh content='0;url=//evil.example/{mark}'>",
    "]]></description><script>alert({mark})</script><![CDATA[",
    '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>&e; {mark}',
)
STATEMENTS = (
    "'; DROP TABLE comments_comment; -- {mark}",
    "1' OR '1'='1' UNION SELECT address FROM comments_reader -- {mark}",
    "%s %(name)s %d {mark}",
    "\\'; UPDATE comments_standing SET state='published'; -- {mark}",
    "{mark} || (SELECT pg_sleep(10))",
    "$(rm -rf /) `id` {mark}",
    '=HYPERLINK("http://evil.example","{mark}")',
    "../../../../etc/passwd {mark}",
    "Subject: {mark}\r\nBcc: everyone@example.org\r\n\r\nHello",
)
SIGNS = (
    "\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202d\u202e\u2060\u2066\u2067\u2069\ufeff"
    "\u00ad\u034f\u115f\u3164\u2800\U000e0041\ufffe"
)
CONTROLS = "".join(chr(code) for code in (*range(9), 11, 12, *range(14, 32), 127, 133, 0x2028, 0x2029))
MARKS = "\u0300\u0301\u0316\u0334\u0338\u0353\u0489\u20dd"


def texts(seed: int, number: int) -> Iterator[tuple[str, str]]:
    """So many hostile texts with their marks."""
    rng = Random(seed)
    for place in range(number):
        mark = f"{seed}0{place:06d}"
        kind = rng.choice(KINDS)
        yield mark, kind(rng, mark)


def _markup(rng: Random, mark: str) -> str:
    return " ".join(rng.choice(MARKUP).format(mark=mark) for _ in range(rng.randint(1, 3)))


def _statement(rng: Random, mark: str) -> str:
    return rng.choice(STATEMENTS).format(mark=mark)


def _hidden(rng: Random, mark: str) -> str:
    return "".join(sign + rng.choice(SIGNS) for sign in f"<script>alert({mark})</script> words")


def _controls(rng: Random, mark: str) -> str:
    return "".join(sign + (rng.choice(CONTROLS) if rng.random() < 0.5 else "") for sign in f"words {mark} <b>bold</b>")


def _piled(rng: Random, mark: str) -> str:
    return "".join(sign + "".join(rng.choices(MARKS, k=rng.randint(0, 60))) for sign in f"words {mark}")


def _turned(rng: Random, mark: str) -> str:
    return f"words \u202e{mark[::-1]} \u2066gnp.{mark}exe\u2069 {rng.choice('אבגدذر')} {mark}"


def _anything(rng: Random, mark: str) -> str:
    signs = (chr(rng.choice((rng.randrange(0x80), rng.randrange(0x3000), rng.randrange(0x110000)))) for _ in range(80))
    return f"{mark} " + "".join(sign for sign in signs if not 0xD800 <= ord(sign) < 0xE000)


def _long(rng: Random, mark: str) -> str:
    return f"{mark} " + rng.choice(("word ", "<b>", "\u200b", "\n", "A")) * rng.choice((2_001, 20_000, 100_000))


def _huge(rng: Random, mark: str) -> str:
    return f"{mark} " + rng.choice(("x", "<i>", "\u0301")) * (1 << 20) if rng.random() < 0.05 else _long(rng, mark)


def _empty(rng: Random, mark: str) -> str:
    return rng.choice(("", " \n ", "\x00", "\u200b\u200b", "\u3164", "..."))


KINDS: tuple[Callable[[Random, str], str], ...] = (
    *(_markup, _markup, _markup, _statement, _statement, _hidden, _controls),
    *(_piled, _turned, _anything, _anything, _long, _huge, _empty),
)
