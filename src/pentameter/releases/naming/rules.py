"""What an answer is: whether a text is held, and of which kinds the reasons are. Never about whom."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class NamingReason(StrEnum):
    """Why a text is held."""

    PROTECTED_NAME = "protected_name"
    TELEPHONE = "telephone"
    POSTCODE = "postcode"
    E_MAIL = "e_mail"
    PLATE = "plate"
    CONTEMPT = "contempt"
    UNREADABLE = "unreadable"

    @property
    def words(self) -> str:
        """The reason in the words that a moderator or an editor reads."""
        return _WORDS[self]


_WORDS = {
    NamingReason.PROTECTED_NAME: "It may say who or where somebody protected is.",
    NamingReason.TELEPHONE: "It holds a telephone number.",
    NamingReason.POSTCODE: "It holds a postcode.",
    NamingReason.E_MAIL: "It holds an e-mail address.",
    NamingReason.PLATE: "It holds a number plate.",
    NamingReason.CONTEMPT: "Its words may bear on court proceedings.",
    NamingReason.UNREADABLE: "It could not be checked whole, so nobody can be ruled out.",
}


@dataclass(frozen=True, slots=True)
class Naming:
    """Whether a text is held, with the kinds of reasons in their order."""

    held: bool
    reasons: tuple[NamingReason, ...] = ()


def naming_for(found: Iterable[NamingReason]) -> Naming:
    """The answer for what was found. Anything found holds."""
    reasons = frozenset(found)
    return Naming(bool(reasons), tuple(one for one in NamingReason if one in reasons))
