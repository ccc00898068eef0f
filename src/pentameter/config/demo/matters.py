"""What one report is about: which part of a network was seen, and where."""

from collections.abc import Sequence
from dataclasses import dataclass
from random import Random
from typing import TypeVar

from pentameter.config.demo import pool, things
from pentameter.config.demo.networks import Network, towns_of
from pentameter.config.demo.people import Person
from pentameter.config.demo.senders import Sender

_T = TypeVar("_T")
_AT_HOME = frozenset({"GB", "IE"})


@dataclass(frozen=True, slots=True)
class Matter:
    """The network behind a report, and what of it was seen."""

    network: Network
    town: pool.Town
    victims: tuple[Person, ...]
    controller: Person | None
    phones: tuple[str, ...]
    vehicle: things.Vehicle | None
    premises: things.Premises | None
    advert: things.Advert | None
    business: pool.Business | None

    @property
    def people(self) -> tuple[Person, ...]:
        """In the order of the columns: a victim, then who controls her, then another victim."""
        return (*self.victims[:1], *((self.controller,) if self.controller else ()), *self.victims[1:])

    @property
    def about(self) -> Person:
        """The person that sentences speak of first, whether or not a column names one."""
        return self.victims[0] if self.victims else self.network.victims[0]

    @property
    def mentions(self) -> frozenset[str]:
        """What a sentence may speak of."""
        abroad = self.about.nationality not in _AT_HOME
        there = {
            "": True,
            "abroad": abroad,
            "person_abroad": bool(self.victims) and abroad,
            "person": bool(self.victims),
            "person2": self.controller is not None,
            "phone": bool(self.phones),
            "vehicle": self.vehicle is not None,
            "premises": self.premises is not None,
            "advert": self.advert is not None,
            "organisation": self.business is not None,
        }
        return frozenset(name for name, is_there in there.items() if is_there)


def see(network: Network, sender: Sender, rng: Random) -> Matter:
    """What one report of an agency has seen of a network. A support organisation always speaks of a person."""
    towns = towns_of(sender)
    here = [one for one in network.premises if one.town in towns]
    place = rng.choice(here) if here and rng.random() < 0.55 else None
    victims = _some(network.victims, (1, 1, 1, 2), rng) if not sender.is_table or rng.random() < 0.78 else ()
    business = 0.6 if network.theme == "forced_labour" else 0.12
    return Matter(
        network=network,
        town=place.town if place else rng.choice(towns),
        victims=victims,
        controller=rng.choice(network.controllers) if victims and rng.random() < 0.45 else None,
        phones=_some(network.phones, (1, 1, 2), rng) if rng.random() < 0.55 else (),
        vehicle=rng.choice(network.vehicles) if rng.random() < 0.3 else None,
        premises=place,
        advert=rng.choice(network.adverts) if network.theme == "sexual_exploitation" and rng.random() < 0.5 else None,
        business=network.business if rng.random() < business else None,
    )


def _some(of: Sequence[_T], counts: Sequence[int], rng: Random) -> tuple[_T, ...]:
    return tuple(rng.sample(of, min(len(of), rng.choice(counts))))
