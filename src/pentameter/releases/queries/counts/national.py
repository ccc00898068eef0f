"""The tables of the national statistics, as far as the facts that are held allow: referrals, decisions, notifications.

The definitions are those of `picture.assessment.national`; here every count is exact, for it is made safe afterwards.
"""

from collections import Counter
from collections.abc import Callable
from dataclasses import replace

from pentameter.intelligence.intake.normalise import countries
from pentameter.kernel.actor import AgencySector
from pentameter.releases.queries.counts.asking import CASES, Ground
from pentameter.releases.queries.counts.found import ages
from pentameter.releases.rules.adding_up import EVERYWHERE, Says, added_up, flat
from pentameter.releases.rules.choices import Choice
from pentameter.releases.rules.populations import REFERRED
from pentameter.releases.shelf.content import Codes, Dimension, Table
from pentameter.victims import api as victims
from pentameter.victims.api import NOT_KNOWN, NOT_OPENED, EventKind, Outcome, ReferralGroup

_ALL_QUARTERS = "All quarters"
_SECTORS = {
    AgencySector.POLICE: "Police forces",
    AgencySector.SUPPORT: "Support organisations",
}
_OTHERS = "Government agencies"
_OPENED = (
    "Sex and nationality are sealed with who somebody is. They are opened to be counted only for those who consent to "
    "it; all others stand as “not opened”.",
)
_AGE = (
    "Age is what was known when the case was last written. “May be under 18” is a group of its own.",
    "Everyone who was referred counts, whatever the wave, in the quarter of their first referral.",
)


def by_quarter(ground: Ground) -> Table:
    """Table 2."""
    counts = _counted(lambda one: (_quarter(one.quarter), one.age.words.capitalize()))
    quarters = _seen("quarter", "Quarter", _ALL_QUARTERS, counts)
    says = _referred(ground, Choice.REFERRED_BY_QUARTER_AND_AGE, "Table 2: referrals by quarter and age")
    return added_up(says, (quarters, ages()), counts)


def by_area(ground: Ground) -> Table:
    """By the nation of the first responder, age and sex."""
    counts = _counted(lambda one: (ground.nation(one.agency), one.age.words.capitalize(), one.sex.capitalize()))
    says = _referred(ground, Choice.REFERRED_BY_AREA_AGE_AND_SEX, "Referrals by nation, age and sex")
    areas = _seen("area", "Nation", EVERYWHERE, counts)
    return added_up(replace(says, notes=(*says.notes, *_OPENED)), (areas, ages(), _sexes(counts, 2)), counts)


def by_responder(ground: Ground) -> Table:
    """Tables 11 to 14: by the kind of agency that referred, age and sex."""

    def group(one: ReferralGroup) -> Codes:
        card = ground.agencies.get(one.agency)
        kind = _SECTORS.get(card.sector, _OTHERS) if card else _OTHERS
        return kind, one.age.words.capitalize(), one.sex.capitalize()

    counts = _counted(group)
    kinds = flat("responder", "First responder", "All first responders", (*_SECTORS.values(), _OTHERS))
    title = "Tables 11 to 14: referrals by kind of first responder, age and sex"
    says = _referred(ground, Choice.REFERRED_BY_RESPONDER_AGE_AND_SEX, title)
    notes = (*says.notes, *_OPENED, "Local authorities are no agencies of this system; what they refer is not held.")
    return added_up(replace(says, notes=notes), (kinds, ages(), _sexes(counts, 2)), counts)


def by_nationality(ground: Ground) -> Table:
    """By nationality alone."""
    counts = _counted(lambda one: (_nation(one.nationality),))
    nations = _seen("nationality", "Nationality", "All nationalities", counts)
    says = _referred(ground, Choice.REFERRED_BY_NATIONALITY, "Referrals by nationality")
    return added_up(replace(says, notes=(*says.notes, *_OPENED)), (nations,), counts)


def reasonable_grounds(ground: Ground) -> Table:
    """Table 16."""
    return _decided(ground, Choice.REASONABLE_GROUNDS, EventKind.REASONABLE_GROUNDS, "Table 16: reasonable grounds")


def conclusive_grounds(ground: Ground) -> Table:
    """Table 19."""
    return _decided(ground, Choice.CONCLUSIVE_GROUNDS, EventKind.CONCLUSIVE_GROUNDS, "Table 19: conclusive grounds")


def notifications(ground: Ground) -> Table:
    """Table 25."""
    counts: Counter[Codes] = Counter()
    for one in victims.notification_counts():
        counts[_quarter(one.quarter), one.kind.words.capitalize()] += one.count
    kinds = flat("exploitation", "Type of exploitation", "All types", sorted({codes[1] for codes in counts}))
    says = Says(
        key=Choice.NOTIFICATIONS_BY_EXPLOITATION.value,
        title="Table 25: Duty to Notify reports by quarter and type of exploitation",
        counted="reports",
        population="duty to notify reports",
        source="reports of adults who were met and want no referral (Modern Slavery Act 2015 s.52).",
        as_of=ground.today,
    )
    return added_up(says, (_seen("quarter", "Quarter", _ALL_QUARTERS, counts), kinds), counts)


def _decided(ground: Ground, choice: Choice, kind: EventKind, what: str) -> Table:
    counts: Counter[Codes] = Counter()
    for group, decided in victims.decision_counts().items():
        if group.kind is kind:
            counts[_quarter(group.quarter), _outcome(group.outcome), group.age.words.capitalize()] += decided
    outcomes = flat("outcome", "Outcome", "All outcomes", ("Positive", "Negative", "Not known"))
    says = Says(
        key=choice.value,
        title=f"{what} decisions by quarter, outcome and age",
        counted="decisions",
        population=f"{kind.value.replace('_', ' ')} decisions",
        source=CASES,
        as_of=ground.today,
        notes=("Which of the two competent authorities decided is not held: both stand together.", _AGE[0]),
    )
    return added_up(says, (_seen("quarter", "Quarter", _ALL_QUARTERS, counts), outcomes, ages()), counts)


def _outcome(outcome: Outcome | None) -> str:
    return outcome.value.capitalize() if outcome in (Outcome.POSITIVE, Outcome.NEGATIVE) else "Not known"


def _counted(group: Callable[[ReferralGroup], Codes]) -> Counter[Codes]:
    counts: Counter[Codes] = Counter()
    for one, people in victims.referral_counts().groups.items():
        counts[group(one)] += people
    return counts


def _referred(ground: Ground, choice: Choice, title: str) -> Says:
    return Says(choice.value, title, REFERRED, REFERRED, CASES, ground.today, _AGE)


def _seen(name: str, title: str, total: str, counts: Counter[Codes]) -> Dimension:
    """The codes of the first dimension that occur."""
    return flat(name, title, total, sorted({codes[0] for codes in counts}))


def _sexes(counts: Counter[Codes], at: int) -> Dimension:
    return flat("sex", "Sex", "All sexes", sorted({codes[at] for codes in counts}))


def _quarter(quarter: str) -> str:
    return NOT_KNOWN.capitalize() if quarter == NOT_KNOWN else quarter


def _nation(code: str) -> str:
    return code.capitalize() if code in (NOT_KNOWN, NOT_OPENED) else countries.name(code)
