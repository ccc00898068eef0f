"""The grade of a report. Nothing about it is ever guessed or converted."""

from pentameter.intelligence.intake.columns import LABELS
from pentameter.intelligence.intake.drafts import Grade
from pentameter.intelligence.intake.interpret import codes
from pentameter.intelligence.intake.interpret.reading import Reading
from pentameter.intelligence.intake.normalise import agencies
from pentameter.intelligence.intake.normalise.words import shown
from pentameter.intelligence.vocabulary import NEEDS_CONDITIONS, Scheme


def grade(reading: Reading) -> Grade | None:
    """The grade, or None when something of it is missing or does not exist."""
    scheme = _scheme(reading)
    source, information, handling = (_code(reading, name, scheme) for name in codes.GRADE_CODES)
    conditions = reading.cells.get("handling_conditions", "")
    recipients = _recipients(reading)
    malicious = reading.yes("malicious")
    if scheme is None or not (source and information and handling):
        return None
    if handling in NEEDS_CONDITIONS[scheme] and not conditions:
        reading.problem(
            "handling_conditions",
            "conditions",
            f"code {handling} of {scheme.value} means nothing without conditions. Write them in words.",
        )
        return None
    return Grade(scheme, source, information, handling, conditions, recipients, malicious)


def _scheme(reading: Reading) -> Scheme | None:
    if "grade_scheme" not in reading.cells:
        reading.missing("grade_scheme", "Write 3x5x2 or 5x5x5 in the column grade_scheme: it is never guessed.")
        return None
    code = reading.code("grade_scheme")
    return Scheme(code) if code else None


def _code(reading: Reading, name: str, scheme: Scheme | None) -> str:
    """A grade's code in the scheme; without a scheme only its absence can be told."""
    if (cell := reading.cells.get(name)) is None:
        reading.missing(name, f"Write {_offer(name, scheme)} in the column {name}.")
        return ""
    if scheme is None:
        return ""
    if (code := codes.grade(name, scheme, cell)) is None:
        offer = _offer(name, scheme)
        reading.problem(name, "grade", f"{scheme.value} has no {LABELS[name]} {shown(cell)}; use {offer}.")
        return ""
    return code


def _offer(name: str, scheme: Scheme | None) -> str:
    """What may be written for a grade."""
    return codes.alternatives(tuple(codes.GRADE_CODES[name][scheme])) if scheme else "the code of your scheme"


def _recipients(reading: Reading) -> tuple[str, ...]:
    if (cell := reading.cells.get("handling_recipients")) is None:
        return ()
    names = {word: agencies.short_name(word) for word in codes.split(cell)}
    for word, name in names.items():
        if name is None:
            reading.problem(
                "handling_recipients",
                "recipients",
                f"{shown(word)} is not the short name of an agency. Write names such as cleveland; north-yorkshire.",
            )
    return tuple(dict.fromkeys(name for name in names.values() if name))
