"""Invented networks: the people, phones, premises and vehicles that turn up together, in several forces' reports."""

from collections import deque
from dataclasses import dataclass
from datetime import date
from random import Random

from pentameter.config.demo import people, pool, telephones, things
from pentameter.config.demo.senders import Sender

_AGES = {"criminal_exploitation": (15, 40), "forced_labour": (17, 55), "domestic_servitude": (17, 50)}
_ADULT = (21, 45)
_CONTROLLERS = (24, 58)
_MOSTLY_WOMEN = {"sexual_exploitation": 0.95, "domestic_servitude": 0.85, "forced_labour": 0.25}


@dataclass(frozen=True, slots=True)
class Network:
    """Who and what belongs together. `where` maps an agency to the premises in its area."""

    theme: str
    agencies: tuple[str, ...]
    victims: tuple[people.Person, ...]
    controllers: tuple[people.Person, ...]
    phones: tuple[str, ...]
    vehicles: tuple[things.Vehicle, ...]
    premises: tuple[things.Premises, ...]
    adverts: tuple[things.Advert, ...]
    business: pool.Business


def towns_of(sender: Sender) -> tuple[pool.Town, ...]:
    """Where an agency's reports come from; an agency without an area of its own works everywhere in its state."""
    own = tuple(town for town in pool.towns() if town.agency == sender.agency)
    if own:
        return own
    return tuple(town for town in pool.towns() if things.is_irish(town) == sender.irish)


def _shuffled(count: int, rng: Random) -> deque[int]:
    serials = list(range(count))
    rng.shuffle(serials)
    return deque(serials)


class Inventor:
    """Invents networks one after the other; serial numbers run on."""

    def __init__(self, rng: Random, *, today: date, senders: tuple[Sender, ...]) -> None:
        self._rng = rng
        self._today = today
        self._senders = senders
        self._people = 0
        self._serials = {block: _shuffled(10**block.digits, rng) for block in telephones.BLOCKS}

    def network(self) -> Network:
        """A network that works in the areas of two to five agencies."""
        rng = self._rng
        theme = rng.choices(list(THEMES), weights=list(THEMES.values()))[0]
        senders = self._route(theme)
        nation = self._nationality()
        return Network(
            theme=theme,
            agencies=tuple(sender.agency for sender in senders),
            victims=tuple(self._victim(theme, nation) for _ in range(rng.randint(4, 12))),
            controllers=tuple(self._controller(nation) for _ in range(rng.randint(1, 3))),
            phones=tuple(self._phone(rng.choice(senders)) for _ in range(rng.randint(2, 5))),
            vehicles=tuple(things.vehicle(rng, irish=rng.choice(senders).irish) for _ in range(rng.randint(1, 3))),
            premises=tuple(self._premises(theme, sender) for sender in senders for _ in range(rng.randint(1, 2))),
            adverts=tuple(things.advert(rng) for _ in range(rng.randint(2, 5))),
            business=things.business(rng, theme),
        )

    def chance(self, sender: Sender) -> Network:
        """A matter of one agency alone: one or two people, and what was seen with them."""
        rng = self._rng
        theme = rng.choices(list(sender.themes or THEMES), weights=[THEMES[t] for t in sender.themes or THEMES])[0]
        nation = self._nationality()
        return Network(
            theme=theme,
            agencies=(sender.agency,),
            victims=tuple(self._victim(theme, nation) for _ in range(rng.randint(1, 2))),
            controllers=(self._controller(nation),),
            phones=(self._phone(sender),),
            vehicles=(things.vehicle(rng, irish=sender.irish),),
            premises=(self._premises(theme, sender),),
            adverts=(things.advert(rng),),
            business=things.business(rng, theme),
        )

    def source(self) -> people.Person:
        """Somebody who told an officer something."""
        nation = self._rng.choice(("GB", "GB", "IE", self._nationality()))
        return self._person(nation, self._rng.choice(("female", "male")), (20, 80))

    def _route(self, theme: str) -> tuple[Sender, ...]:
        fitting = [sender for sender in self._senders if not sender.themes or theme in sender.themes]
        count = self._rng.randint(2, 5)
        drawn = self._rng.choices(fitting, weights=[sender.weight for sender in fitting], k=count)
        return tuple(dict.fromkeys(drawn))

    def _nationality(self) -> str:
        nations = pool.nationalities()
        return self._rng.choices(list(nations), weights=[nation.weight for nation in nations.values()])[0]

    def _victim(self, theme: str, nation: str) -> people.Person:
        other = self._nationality() if self._rng.random() < 0.15 else nation
        women = _MOSTLY_WOMEN.get(theme, 0.4)
        sex = "female" if self._rng.random() < women else "male"
        return self._person(other, sex, _AGES.get(theme, _ADULT))

    def _controller(self, nation: str) -> people.Person:
        other = "GB" if self._rng.random() < 0.2 else nation
        return self._person(other, self._rng.choice(("female", "male")), _CONTROLLERS)

    def _person(self, nation: str, sex: str, ages: tuple[int, int]) -> people.Person:
        self._people += 1
        return people.invent(self._people, self._rng, nationality=nation, today=self._today, sex=sex, ages=ages)

    def _phone(self, sender: Sender) -> str:
        block = telephones.IRISH if sender.irish else telephones.MOBILE
        if not sender.irish and self._rng.random() < 0.3:
            block = telephones.CITIES.get(sender.agency, telephones.NOWHERE)
        serials = self._serials[block]
        serials.rotate()
        return block.number(serials[0])

    def _premises(self, theme: str, sender: Sender) -> things.Premises:
        return things.premises(self._rng, theme=theme, town=self._rng.choice(towns_of(sender)))


THEMES = {
    "sexual_exploitation": 50.0,
    "forced_labour": 26.0,
    "criminal_exploitation": 12.0,
    "domestic_servitude": 7.0,
    "unknown": 4.6,
    "organ_removal": 0.4,
}
"""Themes, and how often."""
