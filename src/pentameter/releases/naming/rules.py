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


NEVER = frozenset({NamingReason.PROTECTED_NAME, NamingReason.UNREADABLE})
"""Reasons that nobody can set aside: whoever reads the text cannot know that it does no harm."""


@dataclass(frozen=True, slots=True)
class Naming:
    """Whether a text is held, with the kinds of reasons in their order.

    `whole`: everyone who must not be named was asked about. Where not, a text is held for that alone.
    """

    held: bool
    reasons: tuple[NamingReason, ...] = ()
    whole: bool = True

    @property
    def identifies(self) -> frozenset[NamingReason]:
        """The reasons for which what stands in public is taken off at once.

        That not everyone could be asked about now is none: what was checked before stands until that is mended.
        """
        never = NEVER if self.whole else NEVER - {NamingReason.UNREADABLE}
        return never & frozenset(self.reasons)


def naming_for(found: Iterable[NamingReason], *, whole: bool = True) -> Naming:
    """The answer for what was found. Anything found holds."""
    reasons = frozenset(found)
    return Naming(bool(reasons), tuple(one for one in NamingReason if one in reasons), whole)
