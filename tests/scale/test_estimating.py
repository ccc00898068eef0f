"""From frozen tables to all that is stored: the same for the same seed, pooled over linkings, refused with reasons."""

from pentameter.scale.estimating import Frozen, Settings, versions, work_out
from pentameter.scale.rules.headline import CANNOT
from pentameter.scale.rules.tables import Table, canonical
from scale import scene

QUICK = Settings(seed=3, replicates=100, methods=("lincoln_petersen", "stepwise"))
OTHER = Table(("NG", "PF"), ((1, 100), (2, 150), (3, 50)))


def test_the_same_seed_gives_the_same_to_the_bit() -> None:
    frozen = Frozen(scene.small(), (scene.small(), OTHER))
    one, other = (canonical(work_out(frozen, QUICK)[0]) for _ in range(2))
    assert one == other
    assert canonical(work_out(frozen, Settings(seed=4, replicates=100, methods=QUICK.methods))[0]) != one


def test_the_part_of_the_width_that_comes_from_linking() -> None:
    none = work_out(Frozen(scene.small()), QUICK)[1]
    same = work_out(Frozen(scene.small(), (scene.small(),) * 5), QUICK)[1]
    mixed = work_out(Frozen(scene.small(), (scene.small(), OTHER) * 3), QUICK)[1]
    assert none.share is None
    assert same.share == 0.0
    assert mixed.share is not None
    assert 0.0 < mixed.share < 1.0
    assert (mixed.high or 0) > (same.high or 0)


def test_what_is_known_is_told_on_the_way_and_never_goes_back() -> None:
    told: list[int] = []
    work_out(Frozen(scene.small(), (OTHER, OTHER)), QUICK, lambda _, done: told.append(done))
    assert told == sorted(told)
    assert told[-1] == 100


def test_nothing_is_asked_of_a_table_that_carries_nothing() -> None:
    for table in (Table((), ()), Table(("PF",), ((1, 5),))):
        results, said = work_out(Frozen(table, (table,)), QUICK)
        assert results["panel"] is None
        assert said.refused.startswith(CANNOT)


def test_linkings_that_carry_nothing_are_a_refusal_though_the_table_answers() -> None:
    apart = Table(("NG", "PF"), ((1, 150), (2, 200)))
    results, said = work_out(Frozen(scene.small(), (apart, apart, scene.small())), QUICK)
    assert results["pooled"] is None
    assert said.low is None
    assert "It depends on links that nobody has judged yet" in said.refused


def test_the_published_table_gives_the_published_answer() -> None:
    """Home Office 2014: 10,000 to 13,000 potential victims in the United Kingdom in 2013, 2,744 of them known."""
    methods = ("stepwise", "bic", "decomposable")
    said = work_out(Frozen(scene.uk()), Settings(seed=0, replicates=100, methods=methods))[1]
    assert said.answers is not None
    assert 10_000 < said.answers[0] < said.answers[1] < 13_000


def test_what_worked_it_out_is_named() -> None:
    assert set(versions()) == {"darkfigure", "numpy", "scipy"}
