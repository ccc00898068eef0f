"""What may be asked of the register, as an address says it: what makes no sense is left out, and said."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from pentameter.justice.rules.investigations import PLACES
from pentameter.justice.rules.laws_register import Chosen
from pentameter.justice.rules.offence import Scope
from pentameter.kernel.actor import Jurisdiction

SCOPES = tuple(scope for scope in Scope if scope.chargeable)
_LONGEST = 60


@dataclass(frozen=True, slots=True)
class Asked:
    """A day and what the register is narrowed to. `on` None: today. `problems` says what was left out, and why."""

    on: date | None = None
    place: Jurisdiction | None = None
    scope: Scope | None = None
    problems: tuple[str, ...] = ()

    @property
    def chosen(self) -> Chosen:
        """The same, as the rules understand it."""
        return Chosen(self.place, self.scope)

    def parameters(self) -> dict[str, str]:
        """The same, as an address names it."""
        named = {"on": self.on.isoformat() if self.on else "", "where": self.place or "", "against": self.scope or ""}
        return {name: str(value) for name, value in named.items() if value}


def read(given: Mapping[str, str], *, today: date) -> Asked:
    """What an address asks for."""
    problems: list[str] = []
    return Asked(
        on=_day(given.get("on", "").strip(), today, problems),
        place=_place(given.get("where", "").strip(), problems),
        scope=_scope(given.get("against", "").strip(), problems),
        problems=tuple(problems),
    )


def _day(given: str, today: date, problems: list[str]) -> date | None:
    if not given:
        return None
    try:
        asked = date.fromisoformat(given)
    except ValueError:
        problems.append(f"Day: {_quoted(given)} is not a date. Write it as 2007-10-03. The register of today is shown.")
        return None
    if asked > today:
        problems.append(f"Day: {asked:%-d %B %Y} lies ahead. The register of today is shown.")
        return None
    return asked


def _place(given: str, problems: list[str]) -> Jurisdiction | None:
    found = next((one for one in PLACES if one.value == given), None)
    if given and found is None:
        problems.append(f"Where: {_quoted(given)} is not a jurisdiction of the register. All are shown.")
    return found


def _scope(given: str, problems: list[str]) -> Scope | None:
    found = next((one for one in SCOPES if one.value == given), None)
    if given and found is None:
        problems.append(f"Against: {_quoted(given)} is not what laws of the register are against. All are shown.")
    return found


def _quoted(given: str) -> str:
    return given if len(given) <= _LONGEST else given[:_LONGEST] + "…"
