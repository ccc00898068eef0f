"""The letter on a decision, in plain words: what was decided, why, what it means, what she can do, whom to call."""

from dataclasses import dataclass
from datetime import date

from pentameter.decisions.rules.deadlines import Window
from pentameter.decisions.rules.gate import NO_PROMISE, NOT_UNHEARD
from pentameter.decisions.rules.states import Kind, Result


@dataclass(frozen=True, slots=True)
class Told:
    """What a letter has to say. `window` is the days in which she can ask to reconsider, where there are any."""

    reference: str
    name: str
    kind: Kind
    result: Result
    decided_on: date
    served_on: date | None
    authority: str
    standard: str
    facts: str
    reasons: str
    heard: str
    window: Window | None
    desk_number: str
    until: date | None = None
    review_on: date | None = None


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with its paragraphs."""

    heading: str
    paragraphs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter, ready to be set."""

    title: str
    reference: str
    day: date | None
    to: str
    authority: str
    sections: tuple[Section, ...]


def letter(told: Told) -> Letter:
    """The letter on a decision."""
    sections = (
        Section("What was decided", (OUTCOMES[told.kind, told.result], f"We decided it on {_day(told.decided_on)}.")),
        Section("Why", (*_lines(told.facts), *_lines(told.reasons), f"The standard was: {told.standard}.")),
        Section("How you were heard", _lines(told.heard)),
        Section("What it means", (*_meaning(told), NO_PROMISE, NOT_UNHEARD)),
        Section("What you can do", _ways(told)),
        Section("Whom to call", (_call(told.desk_number),)),
    )
    return Letter(
        title=f"Our decision: {told.kind.words}",
        reference=told.reference,
        day=told.served_on,
        to=told.name,
        authority=told.authority,
        sections=tuple(one for one in sections if one.paragraphs),
    )


OUTCOMES = {
    (Kind.REASONABLE_GROUNDS, Result.POSITIVE): "There are reasonable grounds to believe that you are a victim.",
    (Kind.REASONABLE_GROUNDS, Result.NEGATIVE): "We did not find reasonable grounds to believe that you are a victim.",
    (Kind.CONCLUSIVE_GROUNDS, Result.POSITIVE): "We decided that you are a victim.",
    (
        Kind.CONCLUSIVE_GROUNDS,
        Result.NEGATIVE,
    ): "We did not find conclusive grounds to say that you are a victim.",
    (Kind.RECONSIDERATION, Result.POSITIVE): "We looked at the decision again and changed it. It is now positive.",
    (Kind.RECONSIDERATION, Result.NEGATIVE): "We looked at the decision again. It stays as it was.",
    (
        Kind.DISQUALIFICATION,
        Result.DISQUALIFIED,
    ): "We decided that your protection ends early, on a ground that the law names.",
    (Kind.DISQUALIFICATION, Result.NOT_DISQUALIFIED): "We decided that your protection does not end early.",
    (Kind.LEAVE, Result.GRANTED): "You are given leave to remain.",
    (Kind.LEAVE, Result.REFUSED): "You are not given leave to remain.",
    (Kind.ASYLUM, Result.GRANTED): "You are granted asylum.",
    (Kind.ASYLUM, Result.REFUSED): "Your claim for asylum is refused.",
    (Kind.REMOVAL, Result.NOT_REMOVED): "You will not be removed under this decision.",
    (Kind.REMOVAL, Result.REMOVED): "We decided that you may be removed.",
}
"""What was decided, as it is said to her."""

_MEANS = {
    (
        Kind.REASONABLE_GROUNDS,
        Result.POSITIVE,
    ): "You have time to recover and to think. While it runs, you are not removed.",
    (Kind.REASONABLE_GROUNDS, Result.NEGATIVE): "This does not mean that nothing happened to you.",
    (Kind.CONCLUSIVE_GROUNDS, Result.POSITIVE): "Whether you are given leave to remain is decided separately.",
    (Kind.CONCLUSIVE_GROUNDS, Result.NEGATIVE): "This does not mean that nothing happened to you.",
    (Kind.RECONSIDERATION, Result.POSITIVE): "The earlier, negative decision no longer counts.",
    (Kind.RECONSIDERATION, Result.NEGATIVE): "The earlier decision goes on to count.",
    (Kind.DISQUALIFICATION, Result.DISQUALIFIED): "Your time to recover ends. The decision is looked at again.",
    (Kind.DISQUALIFICATION, Result.NOT_DISQUALIFIED): "Your time to recover goes on as before.",
    (Kind.LEAVE, Result.GRANTED): "You may stay for the time that this letter names.",
    (Kind.LEAVE, Result.REFUSED): "It does not by itself mean that you must go now: removal is decided separately.",
    (Kind.ASYLUM, Result.GRANTED): "You may stay as the law on asylum says.",
    (Kind.ASYLUM, Result.REFUSED): "It does not by itself mean that you must go now: removal is decided separately.",
    (Kind.REMOVAL, Result.NOT_REMOVED): "You need not do anything now.",
    (Kind.REMOVAL, Result.REMOVED): "Before anyone is removed, it is checked once more that nothing protects them.",
}


def _meaning(told: Told) -> tuple[str, ...]:
    found = [_MEANS[told.kind, told.result]]
    if told.until:
        found.append(f"The last day is {_day(told.until)}.")
    if told.review_on:
        found.append(f"The day on which it is looked at again is {_day(told.review_on)}.")
    return tuple(found)


def _ways(told: Told) -> tuple[str, ...]:
    """What she can do. Advice is named for every decision against her; until when, where there are days to keep."""
    if not told.result.adverse:
        return ("You may ask anyone who supports you, or a lawyer, what this means for you.",)
    advice = "You may ask a lawyer, or those who support you, what else you can do, and by which day."
    if told.window is None:
        return (advice,)
    if told.window.last is None:
        return (
            "You can ask us to look at this decision again. You have 30 days. The first of them is the day after you "
            "are given this letter.",
            advice,
        )
    return (
        f"You can ask us to look at this decision again until {_day(told.window.last)}. That day is included. Your "
        "caseworker can ask for you.",
        "If you ask later, say why it is late.",
        advice,
    )


def _call(number: str) -> str:
    return f"The duty desk answers day and night: {number}. You may ask for an interpreter."


def _lines(words: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in words.splitlines() if line.strip())


def _day(day: date) -> str:
    return f"{day:%-d %B %Y}"
