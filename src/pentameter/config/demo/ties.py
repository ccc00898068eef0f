"""What an invented report says of two things together, and of the way on which a person came.

Drawn apart from everything else in a report, so that its other cells stay what they were.
"""

from collections.abc import Iterator
from random import Random

from pentameter.config.demo import things
from pentameter.config.demo.matters import Matter

_AT_HOME = frozenset({"GB", "IE"})
_TRANSIT = ("FR", "BE", "NL", "ES", "DE", "IT")
_AT_WORK = frozenset({"sexual_exploitation"})
"""Themes in which premises are mostly where somebody works."""


def links(seen: Matter, rng: Random) -> str:
    """The links of a report, as its cell holds them; half of all reports say none."""
    if rng.random() < 0.5:
        return ""
    said = (link for link, chance in _possible(seen) if rng.random() < chance)
    return "; ".join(dict.fromkeys(said))


def _possible(seen: Matter) -> Iterator[tuple[str, float]]:
    """Every link that the report could say, and how often it does."""
    names = {person.id: f"person{n}" for n, person in enumerate(seen.people, start=1)}
    victims = [names[person.id] for person in seen.victims]
    if seen.controller:
        yield from _of_controller(seen, names[seen.controller.id], victims)
    for victim in victims:
        yield from _of_victim(seen, victim)
    if len(victims) > 1:
        yield f"{victims[0]} travelled_with {victims[1]}", 0.4
    if seen.phones and seen.advert:
        yield "phone1 advertised_on advert", 0.8


def _of_controller(seen: Matter, who: str, victims: list[str]) -> Iterator[tuple[str, float]]:
    yield from ((f"{who} controls {victim}", 0.7) for victim in victims)
    if seen.phones:
        yield f"{who} uses phone{len(seen.phones)}", 0.7
    if seen.vehicle:
        yield f"{who} uses vehicle", 0.7
    if seen.premises:
        yield f"{who} pays premises", 0.15
        yield f"{who} arrested_at premises", 0.08
    if seen.business:
        yield f"{who} works_at organisation", 0.4


def _of_victim(seen: Matter, who: str) -> Iterator[tuple[str, float]]:
    if seen.phones:
        yield f"{who} uses phone1", 0.35
    if seen.premises:
        yield f"{who} {'works_at' if seen.network.theme in _AT_WORK else 'lives_at'} premises", 0.6
    if seen.business:
        yield f"{who} works_at organisation", 0.6
    if seen.advert:
        yield f"{who} advertised_on advert", 0.3


def route(seen: Matter, rng: Random) -> str:
    """The way of a person from abroad, as its cell holds it; most reports do not know it."""
    if not seen.victims or seen.about.nationality in _AT_HOME or rng.random() > 0.3:
        return ""
    stops = [seen.about.nationality]
    if rng.random() < 0.7:
        stops.append(rng.choice([one for one in _TRANSIT if one != stops[0]]))
    irish = things.is_irish(seen.town)
    if irish and rng.random() < 0.3:
        stops.append("GB")
    return "; ".join((*stops, "IE" if irish else "GB"))
