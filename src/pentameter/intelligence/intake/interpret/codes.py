"""Coded cells: by code, by meaning or by a word people use for it, in any case."""

import re
from collections.abc import Mapping
from functools import lru_cache

from pentameter.intelligence.intake.columns import COLUMNS
from pentameter.intelligence.intake.drafts import FileKind
from pentameter.intelligence.intake.normalise.words import fold
from pentameter.intelligence.vocabulary import HANDLING_CODES, INFORMATION_CODES, SOURCE_CODES, Scheme

_SEPARATOR = re.compile(r"[;,|\n]")

_ALSO: Mapping[str, Mapping[str, str]] = {
    "theme": {
        "labour exploitation": "forced_labour",
        "sexual": "sexual_exploitation",
        "labour": "forced_labour",
        "criminality": "criminal_exploitation",
        "organ harvesting": "organ_removal",
        "not known": "unknown",
    },
    "acts": {"transport": "transportation", "harboring": "harbouring"},
    "means": {
        "threat or use of force": "force",
        "other forms of coercion": "coercion",
        "abuse of a position of vulnerability": "abuse_of_vulnerability",
        "giving or receiving payments or benefits": "payments",
    },
    "purposes": {"forced labour or services": "forced_labour", "removal of organs": "organ_removal"},
    "indicators": {
        "abusive working and living conditions": "abusive_conditions",
        "debt": "debt_bondage",
        "physical violence": "physical_and_sexual_violence",
        "sexual violence": "physical_and_sexual_violence",
    },
    "sex": {
        "f": "female",
        "m": "male",
        "woman": "female",
        "girl": "female",
        "man": "male",
        "boy": "male",
        "u": "unknown",
        "not known": "unknown",
    },
    "role": {"potential victim": "possible_victim", "not known": "unknown", "customer": "buyer"},
    "yes or no": {"y": "yes", "true": "yes", "1": "yes", "n": "no", "false": "no", "0": "no"},
    "looked": {"nil return": "nil", "nothing found": "nil", "did not look": "not_looked", "none": "nil"},
}
"""Words that people write for a code, by column (or by what columns have in common)."""

GRADE_CODES: Mapping[str, Mapping[Scheme, Mapping[str, str]]] = {
    "source_grade": SOURCE_CODES,
    "information_grade": INFORMATION_CODES,
    "handling_code": HANDLING_CODES,
}


def _also(name: str) -> Mapping[str, str]:
    if name in {"malicious", "advertised"}:
        return _ALSO["yes or no"]
    if name.startswith("person"):
        return _ALSO.get(name.split("_")[1], {})
    return _ALSO.get(name, {})


def _lookup(name: str, codes: Mapping[str, str]) -> dict[str, str]:
    spellings = {fold(meaning): code for code, meaning in codes.items()} | {fold(code): code for code in codes}
    return spellings | {fold(word): code for word, code in _also(name).items()}


_CODES: Mapping[str, dict[str, str]] = {
    column.name: _lookup(column.name, column.codes)
    for kind in FileKind
    for column in COLUMNS[kind]
    if column.codes and column.name not in GRADE_CODES
}


def split(text: str) -> list[str]:
    """The words of a cell that may hold several."""
    return [word.strip() for word in _SEPARATOR.split(text) if word.strip()]


@lru_cache(maxsize=8192)
def one(name: str, text: str) -> str | None:
    """The code that is meant in a column, or None."""
    return _CODES[name].get(fold(text))


@lru_cache(maxsize=16384)
def many(name: str, text: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The codes that are meant, each once, in the order written; and the words that are no code."""
    codes = {word: one(name, word) for word in split(text)}
    return (
        tuple(dict.fromkeys(code for code in codes.values() if code is not None)),
        tuple(word for word, code in codes.items() if code is None),
    )


@lru_cache(maxsize=1024)
def grade(name: str, scheme: Scheme, text: str) -> str | None:
    """The code of a grade in its own scheme, by code or by meaning."""
    codes = GRADE_CODES[name][scheme]
    code = text.strip().upper().removesuffix(".0")
    return code if code in codes else {fold(meaning): code for code, meaning in codes.items()}.get(fold(text))


@lru_cache(maxsize=64)
def choice(name: str) -> str:
    """The codes of a column, as a sentence offers them."""
    return alternatives(tuple(dict.fromkeys(_CODES[name].values())))


def alternatives(words: tuple[str, ...]) -> str:
    """Words as a choice: 1, 2 or 3."""
    return " or ".join(filter(None, (", ".join(words[:-1]), words[-1])))
