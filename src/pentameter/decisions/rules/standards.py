"""By which standard a matter is decided: what the rules of the day say, with the mark where it is to confirm."""

from collections.abc import Sequence
from dataclasses import dataclass

from pentameter.decisions.rules.states import GROUNDS, Kind


@dataclass(frozen=True, slots=True)
class Proof:
    """What a dated rule of protection says of proof: "RG: reasonable grounds; CG: balance of probabilities"."""

    rule: str
    said: str
    to_confirm: bool


@dataclass(frozen=True, slots=True)
class Standard:
    """The standard in words, where it comes from, and whether it is to confirm."""

    words: str
    source: str
    to_confirm: bool

    @property
    def shown(self) -> str:
        """As it is written down: "balance of probabilities (UK-2009, to confirm)"."""
        return f"{self.words} ({self.source}{', to confirm' if self.to_confirm else ''})"


_MARKS = {Kind.REASONABLE_GROUNDS: "RG:", Kind.CONCLUSIVE_GROUNDS: "CG:"}
_NOT_KNOWN = Standard("no standard is known for this place and day", "no rule", to_confirm=True)
_OTHERS = {
    Kind.DISQUALIFICATION: Standard(
        "a ground of public order or bad faith, shown on the balance of probabilities",
        "Nationality and Borders Act 2022 s.63; CETS 197 art. 13(3)",
        to_confirm=True,
    ),
    Kind.LEAVE: Standard(
        "necessary for her recovery, for compensation, or for co-operation",
        "Nationality and Borders Act 2022 s.65; CETS 197 art. 14",
        to_confirm=True,
    ),
    Kind.ASYLUM: Standard(
        "a real risk on return, in the light of all that she went through", "Refugee Convention", to_confirm=True
    ),
    Kind.REMOVAL: Standard(
        "a power to remove in law, and nothing that stands against it", "the law of the day", to_confirm=True
    ),
}


def standard(kind: Kind, proofs: Sequence[Proof], *, about: Kind | None = None) -> Standard:
    """The standard for a matter under the rules in force. A reconsideration has that of what it reconsiders."""
    asked = about if kind is Kind.RECONSIDERATION and about is not None else kind
    if asked not in GROUNDS:
        return _OTHERS.get(asked, _NOT_KNOWN)
    found = [(_part(one.said, _MARKS[asked]), one) for one in proofs]
    named = [(words, one) for words, one in found if words]
    if not named:
        return _NOT_KNOWN
    words, one = named[0]
    return Standard(words, one.rule, one.to_confirm or "to confirm" in words)


def _part(said: str, mark: str) -> str:
    """The part of a row's text that concerns one stage; the whole where the row tells no stages apart."""
    if not any(one in said for one in _MARKS.values()):
        return said.strip()
    _, found, rest = said.partition(mark)
    if not found:
        return ""
    ends = [at for one in _MARKS.values() if (at := rest.find(f"; {one}")) >= 0]
    return rest[: min(ends, default=len(rest))].strip()
