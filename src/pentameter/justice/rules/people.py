"""Who a suspect is, as it is sealed; and what is needed at the least."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any, Self

from pentameter.justice.rules.wording import plain
from pentameter.kernel.verdict import ALLOWED, Verdict, refused


@dataclass(frozen=True, slots=True)
class Person:
    """Who a suspect is, as far as it is known. `born` as "1989-02-28", "1989-02" or "1989"."""

    name: str = ""
    other_names: str = ""
    born: str = ""
    sex: str = ""
    nationality: str = ""
    document: str = ""

    def as_json(self) -> dict[str, str]:
        """For sealing."""
        return {one.name: getattr(self, one.name) for one in fields(self)}

    @classmethod
    def from_json(cls, facts: Any) -> Self:
        """As it was sealed."""
        said = facts if isinstance(facts, Mapping) else {}
        return cls(**{one.name: str(said.get(one.name) or "") for one in fields(cls)})


def may_be_suspect(person: Person) -> Verdict:
    """Whether enough is said to know whom it is about."""
    if not plain(person.name):
        return refused("Name: enter the name, or how the person is called until it is known.")
    return ALLOWED
