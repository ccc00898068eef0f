"""What the page of the register is given: its laws in groups, its figures, and where each leads."""

from dataclasses import dataclass, replace
from datetime import date
from urllib.parse import urlencode

from django.urls import reverse

from pentameter.justice.forms.laws import SCOPES, Asked
from pentameter.justice.rules.investigations import PLACES
from pentameter.justice.rules.laws_register import LawLine
from pentameter.justice.rules.laws_standing import Standing
from pentameter.justice.rules.offence import Scope
from pentameter.justice.services.laws import Register
from pentameter.look import words

_NONE_RECORDED = (
    "No conviction under them was recorded here by that day. That says nothing of convictions that nobody recorded."
)
Chip = tuple[str, str, bool]
Choice = tuple[str, str, bool]


@dataclass(frozen=True, slots=True)
class Group:
    """Laws that are shown together. `out`: those that stand out."""

    heading: str
    lines: tuple[LawLine, ...]
    out: bool
    meaning: str


@dataclass(frozen=True)
class Page:
    """The register on its way to the template."""

    register: Register

    @property
    def asked(self) -> Asked:
        """What was asked for."""
        return self.register.asked

    @property
    def sentence(self) -> str:
        """Of which day it is, and what is not in it."""
        told = f"As it stood on {words.day(self.register.on)}: what had happened and was recorded here by then."
        if self.register.later:
            began = words.plural(self.register.later, "law that began", "laws that began")
            told += f" {began} later {'is' if self.register.later == 1 else 'are'} not in it."
        return told

    @property
    def days(self) -> tuple[Chip, ...]:
        """Days at which the register is looked at often: today, and the first day of each wave."""
        found = [("Today", self._at(None), self.asked.on in (None, self.register.today))]
        for one in self.register.waves:
            first = one.wave.starts_on
            if first <= self.register.today:
                found.append((f"{words.day(first)}: {one.wave.name}", self._at(first), self.asked.on == first))
        return tuple(found)

    @property
    def places(self) -> tuple[Choice, ...]:
        """The jurisdictions that can be chosen."""
        return (
            ("", "Everywhere", self.asked.place is None),
            *((p.value, p.label, p is self.asked.place) for p in PLACES),
        )

    @property
    def scopes(self) -> tuple[Choice, ...]:
        """What laws can be against."""
        chosen = self.asked.scope
        return (("", "Anything", chosen is None), *((s.value, s.words.capitalize(), s is chosen) for s in SCOPES))

    @property
    def groups(self) -> tuple[Group, ...]:
        """Those that stand out first. A group without a law is left out."""
        lines = self.register.lines
        beside = [one for one in lines if one.scope is Scope.ASSOCIATED]
        ours = [one for one in lines if one.scope is not Scope.ASSOCIATED]
        out = tuple(one for one in ours if one.stands_out)
        led = tuple(one for one in ours if not one.stands_out)
        found = (
            Group("Have never led to a conviction", out, True, _NONE_RECORDED),
            Group("Have led to convictions", led, False, ""),
            Group("Charged alongside", tuple(beside), False, "Used far beyond this operation; they do not stand out."),
        )
        return tuple(one for one in found if one.lines)

    @property
    def in_force(self) -> int:
        """How many laws were in force."""
        return sum(1 for one in self.register.lines if one.standing is Standing.IN_FORCE)

    @property
    def standing_out(self) -> int:
        """How many have never led to a conviction."""
        return sum(1 for one in self.register.lines if one.stands_out)

    @property
    def charges(self) -> int:
        """All charges."""
        return sum(one.recorded.charges for one in self.register.lines)

    @property
    def convictions(self) -> int:
        """All convictions."""
        return sum(one.recorded.convictions for one in self.register.lines)

    @property
    def copies(self) -> tuple[str, ...]:
        """Where the register can be carried away from, as CSV and as SVG."""
        query = urlencode(self.asked.parameters() | {"on": self.register.on.isoformat()})
        return tuple(f"{reverse('justice:laws_copy', args=[kind])}?{query}" for kind in ("csv", "svg"))

    def _at(self, on: date | None) -> str:
        query = urlencode(replace(self.asked, on=on).parameters())
        return f"{reverse('justice:laws')}?{query}" if query else reverse("justice:laws")
