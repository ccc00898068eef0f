"""A word of its own in every sealed field of every record, and who may hear which.

`canary`, what it stands in, the number of the record, `e`: it stands nowhere else. Whoever hears one has read that
field of that record.
"""

import re
from collections.abc import Iterator
from contextlib import contextmanager

from tests.decisions.firewall import seeds

from proofs.let_in import policy as p
from proofs.let_in.people import Reader
from proofs.let_in.policy import Record, Rule

WORD = re.compile(rb"canary([a-z]+?)(\d\d)e")
_NAMES = ("WHERE", "HELP", "WHO", "WORD", "ACCOUNT")

Heard = frozenset[tuple[str, int]]


def word(kind: str, number: int) -> str:
    """The canary of a field of a record."""
    return f"canary{kind}{number:02d}e"


def heard(said: bytes) -> Heard:
    """The canaries that sing in what was said."""
    return frozenset((kind.decode(), int(number)) for kind, number in WORD.findall(said.lower()))


@contextmanager
def marked(number: int, *, help_as: str = "practical", word_as: str = "event") -> Iterator[None]:
    """Seeds that are sown within bear the number, and say what they are sown in."""
    before = {name: getattr(seeds, name) for name in _NAMES}
    seeds.WHERE, seeds.WHO = word("whereabouts", number), word("identity", number)
    seeds.HELP, seeds.WORD = word(help_as, number), word(word_as, number)
    seeds.ACCOUNT = before["ACCOUNT"].replace(before["WORD"], word("account", number))
    try:
        yield
    finally:
        for name, value in before.items():
            setattr(seeds, name, value)


def _was_asked(reader: Reader, record: Record) -> bool:
    """An organisation that was asked learns what was chosen to be sent to it, until it is taken back."""
    return reader.role is p.CASEWORKER and reader.agency in record.given_to


def _took_it_up(reader: Reader, record: Record) -> bool:
    """The account goes to the person who took the decision up; in the scene the one decision-maker did."""
    return reader.role is p.DECIDER


MAY_HEAR: dict[str, Rule] = {
    "identity": p.either(p.sees_who_she_is, p.decides, _was_asked),
    "whereabouts": p.sees_where_she_is,
    "practical": p.either(p.sees_who_she_is, _was_asked),
    "support": p.sees_support,
    "note": p.either(p.only(p.DESK), p.supports_her, p.was_shown),
    "event": p.sees_what_protects_her,
    "account": _took_it_up,
    "draft": p.decides,
    "court": p.sees_her_in_court,
    "original": p.of_their_own(*p.FORCE),
    "source": p.of_their_own(p.SUPERVISOR),
    "mention": p.of_their_own_or_given(p.OFFICER, p.SUPERVISOR, p.ANALYST, p.CASEWORKER, p.DESK, p.PROSECUTOR),
    "suspect": p.of_their_own_or_given(p.OFFICER, p.SUPERVISOR, p.PROSECUTOR),
    "line": p.either(p.of_their_own(p.REMOVALS), p.only(p.DESK), p.its_own_system),
}
"""Who may hear what stands in a field of a record. Of an erased case nobody hears anything."""


def told_wrongly(sang: Heard, reader: Reader, records: dict[int, Record]) -> list[str]:
    """The canaries that this reader may not hear."""
    return [word(kind, number) for kind, number in sorted(sang) if not _may_hear(kind, reader, records[number])]


def _may_hear(kind: str, reader: Reader, record: Record) -> bool:
    return record.state != "erased" and p.lets_in(MAY_HEAR[kind], reader, record)
