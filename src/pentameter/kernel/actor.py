"""Who acts: a person in a role at an agency, an agency's own system, or Pentameter itself."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum


class Role(StrEnum):
    """The roles of the design. One person holds one role at one agency at a time."""

    FORCE_OFFICER = "force_officer"
    FORCE_SUPERVISOR = "force_supervisor"
    NATIONAL_ANALYST = "national_analyst"
    CASEWORKER = "caseworker"
    DUTY_DESK = "duty_desk"
    DECISION_MAKER = "decision_maker"
    REMOVALS_OFFICER = "removals_officer"
    PROSECUTOR = "prosecutor"
    STATISTICIAN = "statistician"
    EDITOR = "editor"
    MODERATOR = "moderator"
    AUDITOR = "auditor"
    ADMINISTRATOR = "administrator"
    AGENCY_SYSTEM = "agency_system"
    SYSTEM = "system"

    @property
    def label(self) -> str:
        """The role as people say it: "force officer"."""
        return self.value.replace("_", " ")


class AgencySector(StrEnum):
    """What an agency is, as far as handling codes and the firewall care."""

    POLICE = "police"
    LAW_ENFORCEMENT = "law_enforcement"
    NATIONAL_CENTRE = "national_centre"
    SUPPORT = "support"
    COMPETENT_AUTHORITY = "competent_authority"
    IMMIGRATION_ENFORCEMENT = "immigration_enforcement"
    PROSECUTION = "prosecution"
    LABOUR_INSPECTORATE = "labour_inspectorate"
    STATISTICS = "statistics"
    OVERSIGHT = "oversight"

    @property
    def label(self) -> str:
        """The sector as people say it: "labour inspectorate"."""
        return self.value.replace("_", " ")


class Jurisdiction(StrEnum):
    """The state and, within the United Kingdom, the legal jurisdiction."""

    ENGLAND_WALES = "england_wales"
    SCOTLAND = "scotland"
    NORTHERN_IRELAND = "northern_ireland"
    UK_WIDE = "uk_wide"
    CROWN_DEPENDENCY = "crown_dependency"
    IRELAND = "ireland"

    @property
    def label(self) -> str:
        """The jurisdiction as people say it: "England and Wales"."""
        return _JURISDICTIONS[self]


_JURISDICTIONS = {
    Jurisdiction.ENGLAND_WALES: "England and Wales",
    Jurisdiction.SCOTLAND: "Scotland",
    Jurisdiction.NORTHERN_IRELAND: "Northern Ireland",
    Jurisdiction.UK_WIDE: "United Kingdom",
    Jurisdiction.CROWN_DEPENDENCY: "Crown dependencies",
    Jurisdiction.IRELAND: "Ireland",
}


@dataclass(frozen=True, slots=True)
class Actor:
    """Who acts, as every service and rule sees them. Ids only; nothing here is secret.

    `factor_at`: when they last showed their second factor in this session; None where they did not.
    """

    id: str
    role: Role
    agency: str = ""
    sector: AgencySector | None = None
    jurisdiction: Jurisdiction | None = None
    second_factor: bool = False
    name: str = ""
    factor_at: datetime | None = field(default=None, compare=False)
    agency_name: str = field(default="", compare=False)  # to show; the agency is who it is by its short name


SYSTEM = Actor(id="system", role=Role.SYSTEM, name="Pentameter")
