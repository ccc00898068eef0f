"""The law written down once more, by hand and without the rows: until when protection must not end.

Days are ordinals. `lasts` gives the last day that has to be protected, as far as it is known on the day asked about;
`FOREVER` where a decision is outstanding.
"""

from dataclasses import dataclass
from datetime import date

FOREVER = 10**7
PLEDGE, POLICY, GUIDANCE, STATUTE = (
    date(*day).toordinal() for day in ((2007, 10, 1), (2009, 4, 1), (2022, 12, 13), (2023, 1, 30))
)
SCOTLAND, NORTHERN_IRELAND, IRISH_ACT = (date(*day).toordinal() for day in ((2018, 4, 1), (2015, 1, 14), (2024, 7, 17)))
OWN_RULE_SINCE = {
    "germany": date(2011, 11, 26).toordinal(),
    **dict.fromkeys(("sweden", "denmark", "belgium"), date(2013, 1, 1).toordinal()),
    "netherlands": 0,
}
UNITED_KINGDOM = ("england_wales", "scotland", "northern_ireland")
WITH_A_MINIMUM = ("germany", "sweden", "denmark", "belgium", "netherlands", "council_of_europe")
PLACES = (*UNITED_KINGDOM, *UNITED_KINGDOM, "ireland", "norway", *WITH_A_MINIMUM)


@dataclass(frozen=True, slots=True)
class Story:
    """First step, first decision, conclusive decision, determination: each on a day, or not at all."""

    place: str
    found: int
    grounds: int | None
    positive: bool
    conclusive: int | None
    confirmed: bool
    determined: int | None


def lasts(story: Story, clock: str, today: int) -> int:
    """The last day that has to be protected, seen from `today`. A story begins on its day `found`."""
    if today < story.found:
        return FOREVER  # nothing is known yet
    if story.place in UNITED_KINGDOM:
        return _united_kingdom(story, clock, today)
    if story.place == "norway" or (story.place == "ireland" and story.found < IRISH_ACT):
        return FOREVER if clock == "support" else _permission(story, today)
    if story.place == "ireland" and clock == "removal":
        return _irish_act(story, today)
    return _minimum(story, clock, today)


def _minimum(story: Story, clock: str, today: int) -> int:
    """A minimum ends by a record that no story has; that of the Convention also by a determination (art. 13(3))."""
    since = OWN_RULE_SINCE.get(story.place, FOREVER) if clock == "removal" else FOREVER
    if story.found >= since or story.grounds is None or story.grounds > today:
        return FOREVER
    if not story.positive:
        return story.grounds
    ended = story.grounds < since and story.determined is not None and story.determined <= today
    return story.determined if ended and story.determined else FOREVER


def _united_kingdom(story: Story, clock: str, today: int) -> int:
    if story.found < POLICY:
        return story.found + 30 if clock == "removal" and story.found >= PLEDGE else FOREVER
    if story.grounds is None or story.grounds > today:
        return FOREVER
    if not story.positive:
        return story.grounds
    known = story.conclusive if story.conclusive is not None and story.conclusive <= today else None
    last = _support(story, known) if clock == "support" else None
    if last is None:
        last = _later(_days(story.grounds), known)
    local = clock == "support" and (_scottish(story) or _northern_irish(story))
    ended = story.determined is not None and story.determined <= today and not local
    return min(last, story.determined) if ended and story.determined else last


def _days(grounds: int) -> int:
    if grounds < GUIDANCE:
        return grounds + 45
    return grounds + 30 if grounds < STATUTE else grounds + 29


def _later(last: int, conclusive: int | None) -> int:
    return FOREVER if conclusive is None else max(last, conclusive)


def _scottish(story: Story) -> bool:
    return story.place == "scotland" and (story.grounds or 0) >= SCOTLAND


def _northern_irish(story: Story) -> bool:
    return story.place == "northern_ireland" and (story.grounds or 0) >= NORTHERN_IRELAND


def _support(story: Story, conclusive: int | None) -> int | None:
    """The last day of support under a rule of its own; None where the rule of removal holds for it too."""
    grounds = story.grounds or 0
    if _scottish(story):
        return min(grounds + 90, conclusive if conclusive is not None else FOREVER)
    if _northern_irish(story):
        if conclusive is None:
            return FOREVER
        return max(conclusive, grounds + 45) if story.confirmed else conclusive
    if story.place == "england_wales" and grounds >= STATUTE:
        after = 45 if story.confirmed else 14
        return FOREVER if conclusive is None else max(grounds + 29, conclusive) + after
    return None


def _irish_act(story: Story, today: int) -> int:
    """An applicant is protected until refused and 30 days more; whoever is identified, without an end."""
    if story.grounds is None or story.grounds > today or story.positive:
        return FOREVER
    return story.grounds + 30


def _permission(story: Story, today: int) -> int:
    """60 days from the Irish permission of 2008, six months from the Norwegian one."""
    if story.grounds is None or story.grounds > today:
        return FOREVER
    if not story.positive:
        return story.grounds
    return story.grounds + 60 if story.place == "ireland" else _half_a_year(story.grounds)


def _half_a_year(start: int) -> int:
    """Six months on: the same day of the month, or the first of the next where the month is too short."""
    day = date.fromordinal(start)
    year, month = (day.year, day.month + 6) if day.month <= 6 else (day.year + 1, day.month - 6)
    for number in range(day.day, 0, -1):
        try:
            return date(year, month, number).toordinal() + (number < day.day)
        except ValueError:
            continue
    raise ValueError(day)
