"""Invented mentions with the faults that reports have, and who each is. Phones are from the ranges for drama."""

import random
from collections.abc import Iterator
from dataclasses import dataclass, replace

GIVEN = {
    "RO": ("andreea", "mihaela", "ștefania", "crina", "ruxandra", "florin", "iulian", "bogdan"),
    "AL": ("elira", "besa", "dafina", "agron", "ilirjana", "fatmira", "blerim", "luan"),
    "VN": ("hương", "thảo", "ngọc", "duyên", "phúc", "khoa", "quỳnh", "tùng"),
    "GB": ("rebecca", "imogen", "harriet", "dominic", "kieran", "rosalind", "tamsin", "jolyon"),
}
FAMILY = {
    "RO": ("dumitrescu", "ardeleanu", "munteanu", "cojocaru", "ungureanu", "stoenescu"),
    "AL": ("hoxha", "berisha", "gjoka", "prifti", "zeneli", "bardhi"),
    "VN": ("nguyễn", "trần", "đặng", "phạm", "hoàng", "huỳnh"),
    "GB": ("fairweather", "holloway", "pendlebury", "thackeray", "winterbourne", "ashdown"),
}
TOWNS = {"durham": "DH1", "leeds": "LS2", "derry": "BT48", "cork": "T12"}
SPELLINGS = (("sh", "s"), ("x", "ks"), ("u", "ou"), ("c", "k"), ("j", "y"), ("ph", "f"))
PLAIN = str.maketrans("șțăâîươảọêúỳùễầđặạàỳ", "stăaiuoaoeuyueadaaay")


@dataclass(frozen=True)
class Mention:
    """A row of a file, with the person whom it is about."""

    unique_id: str
    entity_id: str
    given_name: str
    surname: str
    sex: str
    dob: str
    nationality: str
    phone: str
    doc_no: str
    city: str
    postcode: str


def mentions(people: int, seed: int = 1) -> list[Mention]:
    """One to five mentions of each person, in an order that says nothing."""
    chance = random.Random(seed)
    found = [mention for number in range(people) for mention in _of(number, chance)]
    chance.shuffle(found)
    return [replace(one, unique_id=f"m{at:06d}") for at, one in enumerate(found)]


def _of(number: int, chance: random.Random) -> Iterator[Mention]:
    country = chance.choice(tuple(GIVEN))
    town = chance.choice(tuple(TOWNS))
    born = f"{chance.randint(1965, 2005)}-{chance.randint(1, 12):02d}-{chance.randint(2, 28):02d}"
    whole = Mention(
        unique_id="",
        entity_id=f"p{number}",
        given_name=chance.choice(GIVEN[country]),
        surname=chance.choice(FAMILY[country]),
        sex=chance.choice("fm"),
        dob=born,
        nationality=country,
        phone=f"07700 900{number % 1000:03d}" if number % 3 else "",
        doc_no=f"{country}{chance.randint(1_000_000, 9_999_999)}" if number % 4 == 0 else "",
        city=town,
        postcode=f"{TOWNS[town]} {chance.randint(1, 9)}{chance.choice('ABDEFG')}{chance.choice('HJLNPQ')}",
    )
    for _ in range(chance.choice((1, 1, 2, 3, 5))):
        yield _spoilt(whole, chance)


def _spoilt(one: Mention, chance: random.Random) -> Mention:
    given, family = one.given_name, one.surname
    if chance.random() < 0.15:
        given, family = given.translate(PLAIN), family.translate(PLAIN)
    if chance.random() < 0.1:
        was, becomes = chance.choice(SPELLINGS)
        family = family.replace(was, becomes)
    if chance.random() < 0.08 and len(given) > 4:
        at = chance.randrange(len(given) - 1)
        given = given[:at] + given[at + 1] + given[at] + given[at + 2 :]
    if chance.random() < 0.1:
        given, family = family, given
    dob = "" if chance.random() < 0.25 else f"{one.dob[:4]}-01-01" if chance.random() < 0.08 else one.dob
    return replace(
        one,
        given_name=given,
        surname=family,
        dob=dob,
        phone=one.phone if chance.random() < 0.6 else "",
        doc_no=one.doc_no if chance.random() < 0.6 else "",
        city=one.city if chance.random() < 0.9 else "",
        postcode=one.postcode if chance.random() < 0.5 else "",
        nationality=one.nationality if chance.random() < 0.9 else "",
    )
