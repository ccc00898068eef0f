"""Whether a person's consent stands. Rows are only ever added; what is not known to stand does not stand.

Source: Modern Slavery Act 2015 s.52 and the guidance on the National Referral Mechanism (an adult is referred only
with her consent); CETS 197 art. 12(7) (support on a consensual and informed basis). A child is referred and supported
without being asked for consent: Modern Slavery Act 2015 s.51 and the provisions named in `rules.cases.Age`.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from pentameter.kernel.verdict import ALLOWED, Verdict, refused
from pentameter.victims.rules.cases import Age
from pentameter.victims.rules.recording import FIRST_DAY
from pentameter.victims.rules.wording import said


class Purpose(StrEnum):
    """What she is asked to consent to. Each is asked for by itself."""

    SUPPORT = "support"
    REFERRAL = "referral"
    POLICE = "police"
    SHARE = "share"
    ACCOUNT = "account"
    MEDICAL = "medical"
    FAMILY = "family"
    HOLD = "hold"
    STATISTICS = "statistics"

    @property
    def words(self) -> str:
        """As it is put to her."""
        return _PURPOSES[self]

    @property
    def closes(self) -> str:
        """What closes when she withdraws it, at its next step."""
        return _CLOSES[self]


class Said(StrEnum):
    """What a row of the ledger says."""

    ASKED = "asked"
    GIVEN = "given"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"

    @property
    def words(self) -> str:
        """As people say it."""
        return _SAID[self]


class How(StrEnum):
    """How she said it."""

    SPOKEN = "spoken"
    WRITTEN = "written"
    SIGNED = "signed_language"

    @property
    def words(self) -> str:
        """As people say it."""
        return self.value.replace("_", " ")


_PURPOSES = {
    Purpose.SUPPORT: "support by an organisation",
    Purpose.REFERRAL: "referral to the competent authority",
    Purpose.POLICE: "sharing what she says with the police",
    Purpose.SHARE: "sharing her record with a named worker",
    Purpose.ACCOUNT: "disclosure of her account to those who decide",
    Purpose.MEDICAL: "medical care, and sharing what it needs",
    Purpose.FAMILY: "contact with her family",
    Purpose.HOLD: "being kept for protection, so that removal lists find her",
    Purpose.STATISTICS: "being counted in statistics that identify nobody",
}
_CLOSES = {
    Purpose.SUPPORT: "Referrals to organisations that rest on it close at their next step, and send nothing more.",
    Purpose.REFERRAL: "Nothing more is sent to the competent authority. What protects her until then goes on.",
    Purpose.POLICE: "Nothing more that she says goes to the police.",
    Purpose.SHARE: "Shares of her record that rest on it open nothing more.",
    Purpose.ACCOUNT: "Her account is not opened again to those who decide. What was read and weighed stays recorded.",
    Purpose.MEDICAL: "Nothing more is shared for medical care.",
    Purpose.FAMILY: "Nobody contacts her family for her any more.",
    Purpose.HOLD: "The hold stays until her case is erased. Erasure is a step of its own, and two people agree to it.",
    Purpose.STATISTICS: "She is left out of counts that are made from now on.",
}
_SAID = {
    Said.ASKED: "asked, not answered yet",
    Said.GIVEN: "consent given",
    Said.REFUSED: "refused",
    Said.WITHDRAWN: "withdrawn",
}
NO_CONSENT_NEEDED = frozenset({Purpose.SUPPORT, Purpose.REFERRAL})
"""What a child receives without being asked for consent."""
CHILD = "She counts as a child: referral and support need no consent. Her wishes and her guardian are heard."
NO = frozenset({Said.REFUSED, Said.WITHDRAWN})
"""What of her answers ends a consent."""


@dataclass(frozen=True, slots=True)
class ConsentRow:
    """A row of the ledger. `recipient` is an agency's short name, a person's name, or empty: whoever does it for her.

    `ends_at` is the moment with which it ends where the law is, after the whole of the day `until`.
    """

    id: UUID
    purpose: Purpose
    said: Said
    on: date
    recorded_at: datetime
    recipient: str = ""
    until: date | None = None
    ends_at: datetime | None = None
    withdraws: UUID | None = None

    @property
    def place(self) -> tuple[date, datetime]:
        """Its place in what she said: by the day, and within a day by the moment at which it was written down."""
        return self.on, self.recorded_at


def standing(
    rows: Iterable[ConsentRow], purpose: Purpose, recipient: str, at: datetime, *, age: Age = Age.ADULT
) -> Verdict:
    """Whether consent to `purpose` towards `recipient` stands at a moment.

    What she said last counts. A "no" to one recipient by name is not overruled by a "yes" to whoever it may be; a "no"
    to everybody is overruled only by a later "yes". Asking again takes nothing back.
    """
    if age.counts_as_child and purpose in NO_CONSENT_NEEDED:
        return Verdict(True, CHILD)
    known = _known(rows, purpose, recipient, at)
    answers = _answers(known)
    given = _given(answers)
    if any(one.ends_at is None or one.ends_at > at for one in given):
        return ALLOWED
    return refused(_why_not(answers, given, asked=bool(known)))


def support_ends_by(rows: Iterable[ConsentRow], agency: str, at: datetime, *, age: Age) -> ConsentRow | None:
    """The "no" that ends the support by an agency: what she said last to it, or to whoever supports her.

    None where she was never asked, consented again, or is or may be a child. A last day that is over is no "no".
    """
    return None if age.counts_as_child else last_no(rows, Purpose.SUPPORT, agency, at)


def last_no(rows: Iterable[ConsentRow], purpose: Purpose, recipient: str, at: datetime) -> ConsentRow | None:
    """The "no" that stands at a moment, however old she is; None where she said none, or "yes" after it."""
    answers = _answers(_known(rows, purpose, recipient, at))
    return None if _given(answers) else _last_no(answers)


def says_no(rows: Iterable[ConsentRow], purpose: Purpose, at: datetime) -> bool:
    """Whether a "no" to a purpose stands at a moment, to whomever she said it."""
    said = [one for one in rows if one.purpose is purpose]
    return any(last_no(said, purpose, one, at) is not None for one in {"", *(row.recipient for row in said)})


def _known(rows: Iterable[ConsentRow], purpose: Purpose, recipient: str, at: datetime) -> list[ConsentRow]:
    """What was recorded by then of a purpose, as far as it concerns the recipient."""
    return [one for one in rows if one.purpose is purpose and one.recorded_at <= at and _concerns(one, recipient)]


def _answers(known: Iterable[ConsentRow]) -> list[ConsentRow]:
    return sorted((one for one in known if one.said is not Said.ASKED), key=lambda one: one.place)


def _given(answers: list[ConsentRow]) -> list[ConsentRow]:
    """What she gave and no later "no" overrules, whether or not its last day is over."""
    named_no = _last_no(one for one in answers if one.recipient)
    return [one for one in answers if one.said is Said.GIVEN and _not_overruled(one, answers, named_no)]


def _concerns(row: ConsentRow, recipient: str) -> bool:
    return row.recipient in ("", same(recipient))


def same(recipient: str) -> str:
    """A recipient's name, so that capitals and spaces make no difference."""
    return " ".join(recipient.split()).casefold()


def _last_no(rows: Iterable[ConsentRow]) -> ConsentRow | None:
    return max((one for one in rows if one.said in NO), key=lambda one: one.place, default=None)


def _not_overruled(given: ConsentRow, answers: list[ConsentRow], named_no: ConsentRow | None) -> bool:
    if any(one.said in NO and one.place > given.place for one in answers):
        return False
    return bool(given.recipient) or named_no is None


def _why_not(answers: list[ConsentRow], given: list[ConsentRow], *, asked: bool) -> str:
    if given and given[-1].until:
        return f"Her consent ended with {said(given[-1].until)}. Ask her again."
    if (last := _last_no(answers)) is not None:
        verb = "withdrew this consent" if last.said is Said.WITHDRAWN else "refused this"
        return f"She {verb} on {said(last.on)}."
    if asked:
        return "She was asked and has not answered yet."
    return "She has not been asked for her consent. Ask her first, and record what she says."


def may_say(row: ConsentRow, *, today: date) -> Verdict:
    """Whether the row may be added on `today`."""
    if row.on > today:
        return refused(f"{said(row.on)} has not come yet. Record what she said on its day or later.")
    if row.on < FIRST_DAY:
        return refused(f"{said(row.on)} lies before anything that is recorded here. Check the year.")
    if row.until is not None and row.said is not Said.GIVEN:
        return refused("Only a consent that was given has a last day. Leave the last day empty.")
    if row.until is not None and row.until < row.on:
        return refused("The last day lies before the day on which she consented. Check both.")
    return ALLOWED


def may_withdraw(row: ConsentRow, rows: Iterable[ConsentRow]) -> Verdict:
    """Whether the row can be withdrawn: one that was given, once."""
    if row.said is not Said.GIVEN:
        return refused("Only a consent that was given can be withdrawn.")
    if (earlier := withdrawal_of(row, rows)) is not None:
        return refused(f"This consent was withdrawn on {said(earlier.on)}. Nothing is left of it to withdraw.")
    return ALLOWED


def withdrawal_of(row: ConsentRow, rows: Iterable[ConsentRow]) -> ConsentRow | None:
    """The row that withdraws it."""
    return next((one for one in rows if one.withdraws == row.id), None)


def last_answer(rows: Iterable[ConsentRow], purpose: Purpose) -> ConsentRow | None:
    """What she last said to a purpose, towards whomever; None where she has not answered."""
    answers = (one for one in rows if one.purpose is purpose and one.said is not Said.ASKED)
    return max(answers, key=lambda one: one.place, default=None)


def offers_notification(rows: Iterable[ConsentRow], age: Age) -> bool:
    """Whether an adult said no to referral, so that she may be counted without who she is."""
    last = last_answer(rows, Purpose.REFERRAL)
    return not age.counts_as_child and last is not None and last.said in NO


def told(row: ConsentRow, rows: Iterable[ConsentRow], at: datetime) -> str:
    """How a row stands at a moment, in words for a list."""
    if row.said is not Said.GIVEN:
        return row.said.words
    if (withdrawal := withdrawal_of(row, rows)) is not None:
        return f"withdrawn on {said(withdrawal.on)}"
    if row.ends_at is not None and row.ends_at <= at and row.until:
        return f"ended with {said(row.until)}"
    return f"given, until {said(row.until)}" if row.until else "given"
