"""On what ground somebody who was made to offend is not punished, in each jurisdiction.

Sources: Modern Slavery Act 2015 s.45 and Schedule 4 (England and Wales, offences from 31 July 2015); Human Trafficking
and Exploitation (Criminal Justice and Support for Victims) Act (Northern Ireland) 2015 s.22; Human Trafficking and
Exploitation (Scotland) Act 2015 s.8 (the Lord Advocate's instructions; start to confirm); Criminal Law (Human
Trafficking) Act 2008 s.5A (Ireland; commencement not verified); CETS 197 art. 26 everywhere else, and before those.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from pentameter.kernel.actor import Jurisdiction


@dataclass(frozen=True, slots=True)
class Ground:
    """A ground, as the check names it. `limits`: what it does not cover, in words."""

    code: str
    name: str
    law: str
    asks: str
    limits: str = ""
    to_confirm: str = ""

    @property
    def shown(self) -> str:
        """As it is chosen."""
        return f"{self.name} ({self.law}{', to confirm' if self.to_confirm else ''})"


_SCHEDULE_4 = (
    "Schedule 4 excludes offences, among them murder, manslaughter, kidnapping, false imprisonment, assisting unlawful "
    "immigration, many sexual offences, and slavery and trafficking themselves (sections 1 and 2). The list is to "
    "confirm for each offence. What is excluded can still fall under article 26."
)
_ART_26 = Ground(
    "art26",
    "Compelled to take part in unlawful activities",
    "CETS 197 art. 26",
    "Was the person a victim of trafficking who was compelled to take part? The state can then impose no penalty.",
)
_ENGLAND = (
    Ground(
        "s45_adult",
        "Defence of an adult who was compelled",
        "Modern Slavery Act 2015 s.45(1)",
        "Compelled; attributable to slavery or exploitation; no realistic alternative for a person in the same place.",
        _SCHEDULE_4,
    ),
    Ground(
        "s45_child",
        "Defence of a child",
        "Modern Slavery Act 2015 s.45(4)",
        "Under 18 at the time; a direct consequence of being, or having been, exploited.",
        _SCHEDULE_4,
    ),
    _ART_26,
)
_NORTH = (
    Ground(
        "s22",
        "Defence for victims",
        "HTE (CJ and Support for Victims) Act (NI) 2015 s.22",
        "Compelled, attributable, no realistic alternative; for a child, a direct consequence.",
        "Not for offences with a maximum of five years or more, except those of drugs, immigration and forgery that it "
        "lists.",
    ),
    _ART_26,
)
_SCOTLAND = (
    Ground(
        "s8",
        "The Lord Advocate's instructions",
        "HTE (Scotland) Act 2015 s.8",
        "A strong presumption against prosecuting a victim who was compelled, or a child.",
        to_confirm="the start of the instructions",
    ),
    _ART_26,
)
_IRELAND = (
    Ground(
        "s5A",
        "Trafficked person not liable for their own trafficking",
        "Criminal Law (Human Trafficking) Act 2008 s.5A",
        "Did the person aid, abet or conspire only in being trafficked themselves?",
        "A narrow rule: everything else falls under article 26.",
        to_confirm="the commencement of section 5A",
    ),
    _ART_26,
)
GROUNDS: Mapping[Jurisdiction, tuple[Ground, ...]] = {
    Jurisdiction.ENGLAND_WALES: _ENGLAND,
    Jurisdiction.NORTHERN_IRELAND: _NORTH,
    Jurisdiction.SCOTLAND: _SCOTLAND,
    Jurisdiction.IRELAND: _IRELAND,
}


def grounds(jurisdiction: Jurisdiction) -> tuple[Ground, ...]:
    """The grounds that a check of this jurisdiction asks for. Where none is known, article 26 is."""
    return GROUNDS.get(jurisdiction, (_ART_26,))
