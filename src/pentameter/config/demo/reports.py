"""Invented reports, cell by cell of the template; how an agency would write them down is another module's matter."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from pentameter.config.demo import calendar, people, telephones, things, ties
from pentameter.config.demo.chance import chance
from pentameter.config.demo.grades import grade
from pentameter.config.demo.matters import Matter, see
from pentameter.config.demo.networks import Inventor, Network
from pentameter.config.demo.senders import Sender
from pentameter.config.demo.wording import tell

_ROLES = ("possible_victim",) * 7 + ("victim", "victim", "unknown", "")
_TIES = ("lives next door", "drives past each day", "used to work there", "rents the flat below")
Cell = str | int | date | None
_PURPOSES = {
    "sexual_exploitation": "sexual_exploitation",
    "forced_labour": "forced_labour",
    "domestic_servitude": "servitude",
    "criminal_exploitation": "forced_labour",
    "organ_removal": "organ_removal",
}


@dataclass(frozen=True, slots=True)
class DemoReport:
    """A report: cells of the template (days as days, years as numbers), and who its people really are."""

    cells: Mapping[str, Cell]
    people: Mapping[str, str]

    @property
    def reference(self) -> str:
        """The sender's own reference."""
        return str(self.cells["report_ref"])


class Desk:
    """The desk of an agency, where its reports are written and numbered."""

    def __init__(self, sender: Sender, inventor: Inventor, networks: tuple[Network, ...], rng: Random) -> None:
        self._sender = sender
        self._inventor = inventor
        self._networks = tuple(network for network in networks if sender.agency in network.agencies)
        self._rng = rng
        self._serial = 0

    def write(self, wave: calendar.Wave, written: date) -> DemoReport:
        """A report on something that was seen not long before."""
        rng, sender = self._rng, self._sender
        alone = not self._networks or rng.random() < 0.3
        seen = see(self._inventor.chance(sender) if alone else rng.choice(self._networks), sender, rng)
        began = written - timedelta(days=rng.choice((0, 0, 1, 1, 2, 3, 5, 9, 14)))
        account = tell(seen, began, rng, by_support=not sender.is_table)
        reference = self._reference(written)
        apart = chance(0, "ties", reference)
        cells: dict[str, Cell] = {
            "agency": sender.agency,
            "report_ref": reference,
            "reported_on": written,
            **self._event(began, written),
            **self._where(seen),
            "theme": seen.network.theme,
            "acts": "; ".join(account.acts),
            "means": "; ".join(account.means),
            "purposes": _PURPOSES.get(seen.network.theme, ""),
            "indicators": "; ".join(account.indicators),
            **grade(sender.schemes[wave.number - 1], sender.agency, rng),
            "text": account.text,
            **self._source(account.text),
            **self._demand(seen),
            **self._people(seen),
            **self._things(seen),
            "links": ties.links(seen, apart),
            "route": ties.route(seen, apart),
        }
        who = {f"person{n}": person.id for n, person in enumerate(seen.people, start=1)}
        return DemoReport(cells, who)

    def _reference(self, written: date) -> str:
        self._serial += 1
        return f"{self._sender.prefix}-{written:%y}-{self._serial:05d}"

    def _event(self, began: date, written: date) -> dict[str, Cell]:
        if self._rng.random() < 0.15:
            return {}
        lasted = self._rng.random() < 0.2 and began < written
        return {"event_from": began, "event_to": written if lasted else None}

    def _where(self, seen: Matter) -> dict[str, Cell]:
        own_area = not self._sender.irish and seen.town.agency == self._sender.agency
        given = not own_area or self._rng.random() < 0.3
        return {
            "force_area": seen.town.area if given else "",
            "place": seen.town.name,
            "postcode": seen.premises.postcode if seen.premises and self._rng.random() < 0.7 else "",
        }

    def _source(self, text: str) -> dict[str, Cell]:
        """Now and then the words before sanitising, and who said them."""
        if self._rng.random() > 0.12:
            return {}
        source = self._inventor.source()
        name = f"{source.given.spellings[0]} {source.family.spellings[0]}"
        number = telephones.as_written(telephones.MOBILE.number(self._rng.randrange(1000)), self._rng)
        return {
            "original_text": f"{name}, who {self._rng.choice(_TIES)}, told the officer. {text}",
            "source_identity": f"{name} (invented), {number}",
        }

    def _demand(self, seen: Matter) -> dict[str, Cell]:
        if not seen.advert:
            return {"advertised": "no" if self._rng.random() < 0.3 else ""}
        priced = self._rng.random() < 0.7
        irish = things.is_irish(seen.town)
        return {
            "advertised": "yes",
            "price": self._rng.randrange(40, 200, 10) if priced else None,
            "currency": ("EUR" if irish else "GBP") if priced else "",
            "advert_site": seen.advert.site,
            "advert_reference": seen.advert.reference,
        }

    def _things(self, seen: Matter) -> dict[str, Cell]:
        vehicle, premises = seen.vehicle, seen.premises
        return {
            **{f"phone{n}": number for n, number in enumerate(seen.phones, start=1)},
            "vehicle_registration": vehicle.registration if vehicle else "",
            "vehicle_description": vehicle.description if vehicle else "",
            "premises_kind": premises.kind if premises else "",
            "premises_address": premises.address if premises else "",
            "premises_postcode": premises.postcode if premises else "",
            "organisation_name": seen.business.name if seen.business else "",
        }

    def _people(self, seen: Matter) -> dict[str, Cell]:
        cells: dict[str, Cell] = {}
        for n, person in enumerate(seen.people, start=1):
            told = people.as_told(person, self._rng, self._sender.names)
            cells |= {
                f"person{n}_name": told.name,
                f"person{n}_role": "suspect" if person == seen.controller else self._rng.choice(_ROLES),
                f"person{n}_sex": told.sex,
                f"person{n}_dob": told.born,
                f"person{n}_nationality": told.nationality,
                f"person{n}_document": told.document,
            }
        return cells
