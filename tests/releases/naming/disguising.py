"""People of the demo's pool, and the ways in which somebody may write a name so that a machine does not see it."""

import csv
import random
import re
from importlib.resources import files

from pentameter.decisions.matching import Passages, Solid, Subject
from pentameter.kernel.names import tables
from pentameter.releases.naming.disguises import is_readable, look_alikes, shown, undone
from pentameter.releases.naming.protected import ordinary

_LEET = {"a": "4@", "e": "3", "i": "1!", "o": "0", "s": "5$", "t": "7", "b": "8", "g": "9", "l": "1|"}
_INVISIBLE = "\u200b\u200c\u200d\u2060\ufeff\u00ad\u180e\ufe0f"
_MARKS = "\u0301\u0302\u0308\u0323\u0327\u0336"


def pool(name: str) -> tuple[str, ...]:
    """Every spelling of the demo's names."""
    text = (files("pentameter.config.demo.pool") / f"{name}.csv").read_text(encoding="utf-8")
    return tuple(sorted({one for row in csv.DictReader(text.splitlines()) for one in row["spellings"].split("|")}))


def people(seed: int, count: int) -> list[Subject]:
    """Invented people, the same for the same seed."""
    rng = random.Random(seed)
    given, surnames = pool("given_names"), pool("surnames")
    return [Subject(str(one), given=rng.choice(given), surname=rng.choice(surnames)) for one in range(count)]


def held(passages: Passages, text: str) -> bool:
    """Whether the text would be held for a name, or because it cannot be read."""
    if not is_readable(text):
        return True
    meant = undone(shown(text))
    return (
        any(passages.named_in(one) for one in meant.readings)
        or any(passages.named_solid(Solid(one, whole=False)) for one in meant.runs)
        or any(passages.named_solid(Solid(one, whole=True)) for one in meant.whole)
    )


def seeking(them: list[Subject]) -> Passages:
    """These people, ready to be sought."""
    return Passages(them, ordinary=ordinary())


def as_written(one: Subject, rng: random.Random) -> str:
    """Name and surname in any order."""
    words = [one.given, one.surname]
    rng.shuffle(words)
    return rng.choice([" ", ", ", "  ", "\n", " the ", "-", "_", "."]).join(words)


def nickname(one: Subject, rng: random.Random) -> str:
    """By another form of the given name, where one is known."""
    forms = sorted(tables.other_forms().get(one.given.lower(), frozenset()))
    return f"{rng.choice(forms) if forms else one.given} {one.surname}"


def leet(text: str, rng: random.Random) -> str:
    """Some letters as figures and signs."""
    return "".join(rng.choice(_LEET.get(one.lower(), one)) if rng.random() < 0.6 else one for one in text)


def homoglyphs(text: str, rng: random.Random) -> str:
    """Some letters as letters of other scripts that look like them."""
    by_look: dict[str, list[str]] = {}
    for letter, looks in sorted(look_alikes().items()):
        by_look.setdefault(looks, []).append(letter)
    return "".join(rng.choice(by_look.get(one.lower(), [one])) if rng.random() < 0.6 else one for one in text)


def unseen(text: str, rng: random.Random) -> str:
    """With characters that do not show between the letters."""
    return "".join(one + rng.choice(_INVISIBLE) for one in text)


def marked(text: str, rng: random.Random) -> str:
    """With marks above and below the letters."""
    return "".join(one + rng.choice(_MARKS) if one.isalpha() else one for one in text)


def spaced(text: str, rng: random.Random) -> str:
    """Letter by letter."""
    return rng.choice([" ", ".", "-", " . ", "*", "_"]).join(one for one in text if not one.isspace())


def wide(text: str, rng: random.Random) -> str:
    """In letters as wide as Chinese ones."""
    return "".join(chr(ord(one) + 0xFEE0) if "!" <= one <= "~" else one for one in text)


def together(text: str, rng: random.Random) -> str:
    """Without spaces."""
    return rng.choice(["#", "", "#justicefor"]) + "".join(one for one in text if one.isalnum())


def shouted(text: str, rng: random.Random) -> str:
    """In capitals or small letters."""
    return rng.choice([text.upper(), text.lower(), text.swapcase()])


DISGUISES = {one.__name__: one for one in (leet, homoglyphs, unseen, marked, spaced, wide, together, shouted)}


def sober() -> list[str]:
    """What the demo's reports say, each sentence once, in one town."""
    text = (files("pentameter.config.demo.pool") / "sentences.csv").read_text(encoding="utf-8")
    rows = (row["text"] for row in csv.DictReader(text.splitlines()))
    return [re.sub(r"\{\w+\}", "Durham", one) for one in rows]
