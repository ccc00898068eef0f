"""The grade of an invented report, in the scheme that its sender uses."""

from random import Random

from pentameter.config.demo.senders import SENDERS

_CONDITIONS = (
    "Speak to the originator before any action at the address.",
    "Not to be shown outside law enforcement without the originator's agreement.",
    "Not for use in interview.",
    "For analysis only; no visit before the originator's operation has ended.",
    "The source could be known from the circumstances: ask first.",
    "May be shared with the support organisation that has the person's consent.",
    "No copy to be kept after it has been read.",
)
_SOURCES = {"3x5x2": ("12223", "ABBCD"), "5x5x5": ("ABBCCDEEE", "1223334")}
_SUSPECTED_FALSE = {"3x5x2": "E", "5x5x5": "5"}
_HANDLING = {"3x5x2": "PPPPC", "5x5x5": "11112345"}
_CONDITIONAL = {"3x5x2": "C", "5x5x5": "35"}


def grade(scheme: str, agency: str, rng: Random) -> dict[str, str]:
    """The cells of a grade."""
    sources, informations = _SOURCES[scheme]
    doubtful = rng.random() < 0.03
    handling = rng.choice(_HANDLING[scheme])
    conditional = handling in _CONDITIONAL[scheme]
    return {
        "grade_scheme": scheme,
        "source_grade": rng.choice(sources),
        "information_grade": _SUSPECTED_FALSE[scheme] if doubtful else rng.choice(informations),
        "handling_code": handling,
        "handling_conditions": rng.choice(_CONDITIONS) if conditional else "",
        "handling_recipients": "; ".join(_recipients(agency, rng)) if conditional and rng.random() < 0.5 else "",
        "malicious": "yes" if doubtful and rng.random() < 0.4 else "no",
    }


def _recipients(agency: str, rng: Random) -> list[str]:
    others = [sender.agency for sender in SENDERS if sender.agency != agency and sender.is_table]
    return sorted(rng.sample(others, rng.randint(1, 3)))
