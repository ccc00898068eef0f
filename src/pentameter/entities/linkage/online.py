"""One new mention against a few candidates: Splink's own match weight, in plain Python and without Splink.

`shared` answers what the whole collection knows: `"people"`, how many different people it knows; `"name anna popesku"`
(the words of a name, in the order of the alphabet), how many of them bear all these words; `"phone +447700900417"`, how
many differently named people gave a phone. Without it, a typical name and a phone of one's own are assumed.
"""

from math import log2, prod

from pentameter.entities.linkage import bearers
from pentameter.entities.linkage.bearers import MENTIONS_A_PERSON, Population
from pentameter.entities.linkage.comparisons import COMPARISONS, PHONE, Comparison, Level
from pentameter.entities.linkage.comparisons.level import Shared
from pentameter.entities.linkage.contradictions import Contradiction, contradictions, doubts
from pentameter.entities.linkage.facts import Evidence, Model, Prepared, Scored
from pentameter.entities.linkage.model import REFERENCE, Trained, shipped

_CONTROLLED = ("several", "many")


def model() -> Model:
    """The model that speaks."""
    trained = shipped()
    return Model(trained.version, trained.thresholds.decide_at, trained.thresholds.propose_at)


def score(left: Prepared, right: Prepared, *, shared: Shared) -> Scored:
    """How strongly the two are one person, with what speaks for and against it."""
    trained, population = shipped(), _population(shared)
    commonness = max(name_frequency(one, shared, population) for one in (left, right))
    found = tuple(
        _evidence(trained, comparison, level, commonness)
        for comparison in COMPARISONS
        if (level := comparison.level(left, right, shared))
    )
    weight = trained.prior_weight(population.mentions) + sum(one.weight for one in found)
    against = contradictions(left, right, shared)
    if weight >= trained.thresholds.decide_at:
        against = (*against, *doubts(found), *_controller(found, weight, trained))
    return Scored(weight, _probability(weight), found, tuple(one.value for one in against))


def _population(shared: Shared) -> Population:
    people = shared("people") if shared else 0
    return Population(round(people * MENTIONS_A_PERSON) or REFERENCE)


def name_frequency(one: Prepared, shared: Shared, population: Population) -> float:
    """The share of mentions that belong to others with this name: what Splink calls a term frequency."""
    return population.frequency(_others(one, shared, population))


def _others(one: Prepared, shared: Shared, population: Population) -> float:
    known = shared(f"name {one.name_key}") if shared else 0
    if not known:
        return bearers.TYPICAL
    if len(one.words) == 1:
        return known
    people = population.mentions / MENTIONS_A_PERSON
    chance = prod(shared(f"name {word}") / people for word in one.words) if shared else 0.0
    return bearers.others(known, chance * people * bearers.COMPANY, known)


def _evidence(trained: Trained, comparison: Comparison, level: Level, commonness: float) -> Evidence:
    weight = trained.weight(comparison, level)
    if level.by_name:
        weight += log2(trained.chances[comparison.name, level.name].u) - log2(commonness)
    return Evidence(comparison.name, level.name, weight, level.sentence)


def _controller(found: tuple[Evidence, ...], weight: float, trained: Trained) -> tuple[Contradiction, ...]:
    """A phone that many gave may not be what decides."""
    given = sum(max(one.weight, 0) for one in found if one.comparison == PHONE.name and one.level in _CONTROLLED)
    return (Contradiction.CONTROLLER,) if weight - given < trained.thresholds.decide_at else ()


def _probability(weight: float) -> float:
    return 1 / (1 + 2**-weight) if weight > -1000 else 0.0
