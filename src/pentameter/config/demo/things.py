"""Invented things that reports mention: vehicles, premises, adverts, businesses."""

from dataclasses import dataclass
from random import Random

from pentameter.config.demo import pool

_LETTERS = "ABCDEFGHJKLMNPRSTUVWXYZ"  # without I and Q, as on plates
_INWARD = "ABDEFGHJLNPQRSTUWXYZ"  # the letters of a postcode's second half
_EIRCODE = "0123456789ACDEFHKNPRTVWXY"
_MODELS = (
    "Ford Transit van", "Vauxhall Vivaro van", "Mercedes Sprinter minibus", "Volkswagen Passat", "BMW 3 Series",
    "Audi A4 estate", "Toyota Prius", "Skoda Octavia", "Renault Trafic van", "Ford Galaxy", "Nissan Qashqai",
    "Peugeot Boxer van", "Volkswagen Sharan", "Mercedes C-Class",
)  # fmt: skip
_COLOURS = ("white", "silver", "black", "dark blue", "grey", "red", "green")
_SIGNS = ("", "", "", ", tinted rear windows", ", roof rack", ", dent in the near side", ", foreign plates at first")
_SITES = ("adverts.example.net", "listings.example.org", "rooms.example.com", "classified.example.net")
_PREMISES = {
    "sexual_exploitation": ("flat", "massage parlour", "house", "hotel room", "short let", "sauna"),
    "forced_labour": ("house in multiple occupation", "caravan", "farm building", "flat above a shop", "car wash"),
    "domestic_servitude": ("house", "flat"),
    "criminal_exploitation": ("house", "flat", "industrial unit"),
    "organ_removal": ("flat", "clinic"),
    "unknown": ("house", "flat", "shop", "industrial unit"),
}


@dataclass(frozen=True, slots=True)
class Vehicle:
    """A vehicle."""

    registration: str
    description: str


@dataclass(frozen=True, slots=True)
class Premises:
    """A house or part of one, in a real town and a street that does not exist."""

    kind: str
    address: str
    postcode: str
    town: pool.Town


@dataclass(frozen=True, slots=True)
class Advert:
    """An advert."""

    site: str
    reference: str


def is_irish(town: pool.Town) -> bool:
    """Whether the town lies in the Republic of Ireland."""
    return town.agency == "garda"


def postcode(town: pool.Town, rng: Random) -> str:
    """A postcode or Eircode of the right shape in a district that nobody has."""
    if is_irish(town):
        return f"{town.postcode} {''.join(rng.choices(_EIRCODE, k=4))}"
    return f"{town.postcode} {rng.randrange(1, 10)}{''.join(rng.choices(_INWARD, k=2))}"


def vehicle(rng: Random, *, irish: bool) -> Vehicle:
    """A vehicle whose plate was never issued: age mark 00 in the United Kingdom, a six-figure serial in Ireland."""
    plate = _irish_plate(rng) if irish else _british_plate(rng)
    return Vehicle(plate, f"{rng.choice(_COLOURS)} {rng.choice(_MODELS)}{rng.choice(_SIGNS)}")


def _british_plate(rng: Random) -> str:
    return f"{''.join(rng.choices(_LETTERS, k=2))}00 {''.join(rng.choices(_LETTERS, k=3))}"


def _irish_plate(rng: Random) -> str:
    year, county = rng.choice(("191", "202", "231", "242")), rng.choice(("D", "C", "G", "LH"))
    return f"{year}-{county}-{rng.randrange(9 * 10**5, 10**6)}"


def premises(rng: Random, *, theme: str, town: pool.Town) -> Premises:
    """Premises of a kind that fits the theme."""
    address = f"{rng.randrange(1, 199)} {rng.choice(pool.streets())}, {town.name}"
    flat = f"Flat {rng.randrange(1, 30)}, " if rng.random() < 0.3 else ""
    return Premises(rng.choice(_PREMISES[theme]), flat + address, postcode(town, rng), town)


def advert(rng: Random) -> Advert:
    """An advert on a site that does not exist."""
    return Advert(rng.choice(_SITES), f"D-{rng.randrange(10**5, 10**6)}")


def business(rng: Random, theme: str) -> pool.Business:
    """A business of a kind that fits the theme."""
    return rng.choice([one for one in pool.businesses() if one.theme == theme])
