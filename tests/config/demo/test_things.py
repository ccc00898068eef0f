import re

from pentameter.config.demo import pool, things
from pentameter.config.demo.chance import chance
from pentameter.intelligence.intake.normalise import postcodes


def test_postcodes_and_eircodes_have_the_right_shape() -> None:
    rng = chance(1)
    for town in pool.towns():
        code = things.postcode(town, rng)
        assert postcodes.parse(code) == code
        assert postcodes.is_eircode(code) is things.is_irish(town)


def test_plates_were_never_issued() -> None:
    rng = chance(1)
    for _ in range(200):
        assert re.fullmatch(r"[A-Z]{2}00 [A-Z]{3}", things.vehicle(rng, irish=False).registration)
        assert re.fullmatch(r"\d{3}-(D|C|G|LH)-9\d{5}", things.vehicle(rng, irish=True).registration)


def test_adverts_stand_on_sites_that_cannot_exist() -> None:
    rng = chance(1)
    assert all(re.search(r"\bexample\.(net|org|com)$", things.advert(rng).site) for _ in range(50))


def test_premises_lie_in_an_invented_street_of_their_town() -> None:
    town = pool.towns()[0]
    made = things.premises(chance(1), theme="forced_labour", town=town)
    assert made.address.endswith(f", {town.name}")
    assert any(street in made.address for street in pool.streets())
