"""What is known of single words of names; the tables lie in `data/`."""

import csv
from collections.abc import Iterator
from functools import cache
from importlib.resources import files


def _rows(name: str) -> Iterator[dict[str, str]]:
    text = (files(__package__) / "data" / name).read_text(encoding="utf-8")
    yield from csv.DictReader(text.splitlines())


_NO_NAME = frozenset({"title", "nothing"})


@cache
def empty_words() -> frozenset[str]:
    """Words in the cell of a name that are none: titles, "unknown", "alias"."""
    return frozenset(row["word"] for row in _rows("particles.csv") if row["what"] in _NO_NAME)


@cache
def particles() -> frozenset[str]:
    """Words of a name that tell nobody apart beside others: articles, "son of". Alone they may be a name: Ben, Al."""
    return frozenset(row["word"] for row in _rows("particles.csv") if row["what"] not in _NO_NAME)


@cache
def common_words() -> dict[str, float]:
    """Words that so many people bear that agreement in them is worth little, with its points."""
    return {row["word"]: float(row["points"]) for row in _rows("common_words.csv")}


@cache
def groups() -> dict[str, frozenset[int]]:
    """For each word the groups of names that it is a form of."""
    found: dict[str, set[int]] = {}
    for number, row in enumerate(_rows("other_forms.csv")):
        for form in row["forms"].split("|"):
            found.setdefault(form, set()).add(number)
    return {form: frozenset(numbers) for form, numbers in found.items()}


@cache
def other_forms() -> dict[str, frozenset[str]]:
    """For each word the other words that stand for the same name: short, pet and foreign forms."""
    together: dict[int, set[str]] = {}
    for form, numbers in groups().items():
        for number in numbers:
            together.setdefault(number, set()).add(form)
    return {
        form: frozenset(set().union(*(together[one] for one in numbers)) - {form}) for form, numbers in groups().items()
    }


@cache
def consonants() -> dict[str, str]:
    """Letters of scripts that leave vowels out, in plain letters."""
    return {row["letter"]: row["plain"] for row in _rows("consonants.csv")}
