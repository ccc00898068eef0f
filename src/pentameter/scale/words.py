"""The methods and models of darkfigure in words that need no statistics, with the short note beside them. Pure."""

from collections.abc import Mapping
from datetime import date

from pentameter.scale.rules.lists import named

METHODS: Mapping[str, tuple[str, str]] = {
    "lincoln_petersen": ("Two lists compared", "Lincoln and Petersen"),
    "chapman": ("Two lists compared, for small numbers", "Chapman"),
    "chao": ("A lower bound", "Chao, unequal rates"),
    "independence": ("No dependence", "log-linear, for comparison"),
    "stepwise": ("Pairs added one by one", "forward stepwise"),
    "bic": ("Best model by BIC", "search by BIC"),
    "aic": ("Best model by AIC", "search by AIC"),
    "decomposable": ("Average over graphs", "decomposable graphs"),
    "latent_class": ("Hidden groups", "latent classes"),
    "thresholding": ("Strong pairs kept", "Bayesian thresholding"),
}
VERDICTS: Mapping[str, tuple[str, str]] = {
    "may be used": ("May be used", "protect"),
    "with caution": ("Only with its reservations", "today"),
    "not to be used": ("Not to be quoted", "danger"),
}
"""The verdict as a tag says it, and the tag's kind."""


def method(name: str) -> str:
    """What a method does, in plain words."""
    return METHODS.get(name, (name.replace("_", " ").capitalize(), ""))[0]


def sentence(text: str) -> str:
    """A sentence of a statement, with the method that it is about named in plain words."""
    name, found, rest = text.partition(": ")
    return f"{method(name)}: {rest}" if found and name in METHODS else text


def note(name: str) -> str:
    """What statisticians call it."""
    return METHODS.get(name, ("", ""))[1]


def model(text: str) -> str:
    """A model's pairs in words: "GO:GP, LA:NG" is "government with public; local authority with NGO".

    A list that stands alone depends on no other, and is not named.
    """
    terms = [term.strip().split(":") for term in text.split(",") if ":" in term]
    return "; ".join(" with ".join(named(code) for code in term) for term in terms) or "no list depends on another"


def period(start: date, end: date) -> str:
    """A whole year by its number; any other period by its days."""
    if (start.month, start.day, end.month, end.day) == (1, 1, 12, 31):
        return str(start.year) if start.year == end.year else f"{start.year} to {end.year}"
    return f"{start.day} {start:%B %Y} to {end.day} {end:%B %Y}"


def theme(code: str) -> str:
    """A type of exploitation."""
    return code.replace("_", " ").capitalize() if code else "All types"
