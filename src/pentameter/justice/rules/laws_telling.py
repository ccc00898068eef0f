"""A law of the register as plain values, for files and other programs."""

from typing import Any

from pentameter.justice.rules.laws_register import LawLine
from pentameter.justice.rules.laws_standing import Force


def as_dict(line: LawLine) -> dict[str, Any]:
    """The law, where and when it was in force, what was recorded under it, and what of it is to confirm."""
    counted = line.recorded
    return {
        "code": line.code,
        "name": line.name,
        "statute": line.statute,
        "section": line.section,
        "jurisdiction": line.jurisdiction,
        "scope": line.scope.value,
        "standing": line.standing.value,
        "spans": [_force(force) for force in line.forces],
        "max_penalty": line.max_penalty,
        "arrests": counted.arrests,
        "charges": counted.charges,
        "convictions": counted.convictions,
        "first_conviction_on": counted.first_conviction_on.isoformat() if counted.first_conviction_on else None,
        "stands_out": line.stands_out,
        "sentence": line.sentence,
        "note": line.note,
        "source": line.source,
        "verification": line.verification,
        "to_confirm": sorted(mark.value for mark in line.marks),
    }


def _force(force: Force) -> dict[str, Any]:
    return {
        "jurisdictions": [place.value for place in force.places],
        "from": force.start.isoformat() if force.start else None,
        "to": force.to.isoformat() if force.to else None,
        "words": force.words,
    }
