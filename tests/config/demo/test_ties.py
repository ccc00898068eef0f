"""What invented reports say of two things together: links that their rows can hold, and ways that end here."""

from datetime import date

from pentameter.config.demo.chance import chance
from pentameter.config.demo.matters import Matter, see
from pentameter.config.demo.networks import Inventor
from pentameter.config.demo.senders import SENDERS
from pentameter.config.demo.ties import links, route
from pentameter.intelligence.intake.normalise import countries
from pentameter.intelligence.intake.relations import SAYABLE

TODAY = date(2026, 10, 5)


def _matters(agency: str, count: int = 300) -> list[Matter]:
    rng = chance(7, agency)
    sender = next(one for one in SENDERS if one.agency == agency)
    inventor = Inventor(rng, today=TODAY, senders=SENDERS)
    networks = [inventor.network() for _ in range(30)]
    return [see(rng.choice(networks), sender, rng) for _ in range(count)]


def test_links_name_what_the_report_mentions_and_how() -> None:
    said = 0
    for seen in _matters("durham"):
        there = {f"person{n}" for n, _ in enumerate(seen.people, start=1)}
        there |= {f"phone{n}" for n, _ in enumerate(seen.phones, start=1)}
        there |= {name for name in ("vehicle", "premises", "advert") if getattr(seen, name)}
        there |= {"organisation"} if seen.business else set()
        for link in filter(None, links(seen, chance(1, seen.about.id)).split("; ")):
            source, relation, target = link.split()
            assert {source, target} <= there
            assert relation in SAYABLE
            said += 1
    assert said > 50


def test_every_relation_is_told_of_somewhere() -> None:
    rng = chance(2)
    told = " ".join(
        links(seen, rng) for agency in ("durham", "metropolitan", "garda") for seen in _matters(agency, 800)
    )
    assert {relation.value for relation in SAYABLE} <= set(told.replace(";", " ").split())


def test_ways_begin_where_a_person_comes_from_and_end_here() -> None:
    ways = [(seen, route(seen, chance(3, n))) for n, seen in enumerate(_matters("garda", 600))]
    known = [(seen, way.split("; ")) for seen, way in ways if way]
    assert 0 < len(known) < len(ways) / 2
    for seen, stops in known:
        assert stops[0] == seen.about.nationality
        assert stops[-1] in ("IE", "GB")
        assert all(countries.code(stop) == stop for stop in stops)
        assert len(set(stops)) == len(stops) > 1
