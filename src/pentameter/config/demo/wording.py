"""The words of a report: sentences put together so that the text and the codes say the same."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from random import Random

from pentameter.config.demo import pool, things
from pentameter.config.demo.matters import Matter
from pentameter.config.demo.reference import MARK

_NUMBERS = ("two", "three", "four", "five", "six", "seven", "eight", "nine")
_TIMES = ("", "", "", " morning", " afternoon", " evening")
_HOURS = ("ten", "eleven", "twelve", "thirteen", "fourteen")


@dataclass(frozen=True, slots=True)
class Account:
    """What a report says, in words and in codes."""

    text: str
    acts: tuple[str, ...]
    means: tuple[str, ...]
    indicators: tuple[str, ...]


def tell(seen: Matter, day: date, rng: Random, *, by_support: bool = False) -> Account:
    """An account of what was seen on a day, by police or by a support organisation."""
    theme = seen.network.theme
    observations = _pick(theme, "observation", seen.mentions, rng.choice((1, 1, 2)), rng)
    details = _pick(theme, "detail", seen.mentions, rng.choice((0, 1, 1, 2)), rng)
    opening = rng.choice(pool.sentences("opening_support" if by_support else "opening", theme))
    closing = (rng.choice(pool.sentences("closing", theme)),) if rng.random() < 0.6 else ()
    words = _words(seen, day, rng)
    coded = (*observations, *details)
    return Account(
        text=" ".join(one.text.format_map(words) for one in (opening, *coded, *closing)) + f" {MARK}.",
        acts=_codes([one.act] for one in coded),
        means=_codes([one.means] for one in coded),
        indicators=_codes(one.indicators for one in coded),
    )


def _pick(theme: str, part: str, mentions: frozenset[str], count: int, rng: Random) -> Sequence[pool.Sentence]:
    """Some sentences, of which those that speak of what is mentioned come up more often."""
    fitting = [one for one in pool.sentences(part, theme) if one.needs in mentions]
    drawn = rng.choices(fitting, weights=[3 if one.needs else 1 for one in fitting], k=count)
    return tuple(dict.fromkeys(drawn))


def _codes(groups: Iterable[Iterable[str]]) -> tuple[str, ...]:
    """The codes of all groups, each once, in the order in which they came up."""
    return tuple(dict.fromkeys(code for group in groups for code in group if code))


def _words(seen: Matter, day: date, rng: Random) -> Mapping[str, str]:
    """What fills the gaps of the sentences."""
    person = seen.about
    nation = pool.nationalities()[person.nationality]
    sign = "€" if things.is_irish(seen.town) else "£"
    number = rng.choice(_NUMBERS)
    return {
        "town": seen.town.name,
        "day": f"on {day:%A}{rng.choice(_TIMES)}",
        "n": number,
        "n_cap": number.capitalize(),
        "weeks": rng.choice(_NUMBERS),
        "hours": rng.choice(_HOURS),
        "pay": f"{sign}{rng.randrange(30, 90, 5)}",
        "debt": f"{sign}{rng.randrange(2000, 28000, 500):,}",
        "nationality": nation.adjective,
        "language": nation.language,
        "person_pronoun": person.pronoun,
        "person_possessive": person.possessive,
    }
