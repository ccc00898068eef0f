"""A person who was met and wants no referral: what may be counted of her, and what may not.

Source: Modern Slavery Act 2015 s.52(3): what is notified of an adult who does not consent may not identify her, by
itself or together with other information.
"""

from datetime import date
from enum import StrEnum

from pentameter.kernel.verdict import ALLOWED, Verdict, refused
from pentameter.victims.rules.cases import Age


class Exploitation(StrEnum):
    """The kind of exploitation, as intelligence names its themes."""

    SEXUAL_EXPLOITATION = "sexual_exploitation"
    FORCED_LABOUR = "forced_labour"
    DOMESTIC_SERVITUDE = "domestic_servitude"
    CRIMINAL_EXPLOITATION = "criminal_exploitation"
    ORGAN_REMOVAL = "organ_removal"
    UNKNOWN = "unknown"

    @property
    def words(self) -> str:
        """As people say it."""
        return "not known" if self is Exploitation.UNKNOWN else self.value.replace("_", " ")


def may_notify(age: Age) -> Verdict:
    """Whether a person of that age may be notified instead of referred."""
    if age.counts_as_child:
        return refused("She counts as a child and cannot be notified in this way: refer her. No consent is needed.")
    return ALLOWED


def quarter_of(day: date) -> str:
    """The quarter of a day: "2026-Q4"."""
    return f"{day.year}-Q{(day.month + 2) // 3}"
