"""What is kept of a placed person: the role that her report gives her and what linking compares, under one seal."""

from dataclasses import dataclass
from typing import Any, cast
from uuid import UUID

from pentameter.entities.keys import digest, safe
from pentameter.entities.linkage.api import BlockKey, Prepared


@dataclass(frozen=True, slots=True)
class Kept:
    """A person's role and prepared facts; of other things nothing is kept."""

    role: str = ""
    prepared: Prepared | None = None


def sealed(mention: UUID, kept: Kept) -> bytes:
    """Sealed for the placing of one mention."""
    said = {"role": kept.role, "prepared": kept.prepared.as_json()} if kept.prepared else {}
    return safe().seal(said, bound_to=_bound(mention))


def opened(mention: UUID, sealed: bytes | memoryview) -> Kept:
    """As it was sealed.

    Raises:
        SealBroken: if it was changed or belongs to another mention.
    """
    said = cast(dict[str, Any], safe().unseal(sealed, bound_to=_bound(mention)))
    return Kept(said["role"], Prepared.from_json(said["prepared"])) if said else Kept()


def role_in(mention: UUID, sealed: bytes | memoryview) -> str:
    """The role alone, for those who count many and compare none; "" where no report gives one.

    Raises:
        SealBroken: if it was changed or belongs to another mention.
    """
    said = cast(dict[str, Any], safe().unseal(sealed, bound_to=_bound(mention)))
    return cast(str, said.get("role", ""))


def value_of(key: BlockKey) -> int:
    """A block key as the table of blocks has it."""
    return digest(key.rule, key.value)


def _bound(mention: UUID) -> str:
    return f"placing:{mention}"
