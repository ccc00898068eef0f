"""Ways of coming closer than a table looks: each was let through once, and is found or made safe now."""

from collections.abc import Callable

import numpy as np
import pytest
from tiny import flat, table

from safetables import (
    About,
    BadInput,
    Dimension,
    Earlier,
    Part,
    Protected,
    Published,
    Refusal,
    Rules,
    Table,
    attack,
    in_bands,
    protect,
    round_counts,
)
from safetables.published import suppressed

RULES = Rules(threshold=10)


def _on(day: str, inner: list[int], population: str = "victims") -> Table:
    return table(flat(len(inner)), inner, About(f"{population} {day}", population, day))


def _shown(whole: Table, *hidden: int) -> Published:
    return suppressed(whole, np.isin(np.arange(whole.values.size), hidden), least=1.0)


class TestFalls:
    """Counts may fall: three people less are three people, whoever they are."""

    def test_a_small_fall_that_both_days_print_is_given_away(self) -> None:
        before, after = _on("1", [23, 50]), _on("2", [20, 50])
        days = [_shown(before), _shown(after)]
        with_truth = attack(days, RULES, truths=[before, after], grows=False)
        without = attack(days, RULES, grows=False)
        for found in (with_truth, without):
            names = [one.bound.name for one in found.given_away]
            assert names == [f"{cell}, change from victims 1 to victims 2" for cell in ("the total", "a a0")]

    def test_a_large_fall_is_no_secret(self) -> None:
        before, after = _on("1", [43, 50]), _on("2", [20, 50])
        assert attack([_shown(before), _shown(after)], RULES, truths=[before, after], grows=False).safe
        assert attack([_shown(before), _shown(after)], RULES, grows=False).safe

    def test_a_fall_that_can_be_as_large_as_the_threshold_is_protected(self) -> None:
        before, after = _on("1", [33, 50]), _on("2", [30, 50])
        days = [_shown(before), _shown(after, 0, 1)]  # the total and a0 are hidden
        assert attack(days, RULES, truths=[before, after], grows=False).safe

    def test_a_correction_downwards_is_made_safe_or_refused(self) -> None:
        before, after = _on("1", [23, 50, 31]), _on("2", [20, 50, 31])
        first = protect(before, RULES)
        second = protect(after, RULES, earlier=Earlier(first.published, (before,), grows=False))
        assert second.table.hidden[:2].all()
        both = [*first.published, *second.published]
        assert attack(both, RULES, truths=[before, after], grows=False).safe

    def test_two_large_steps_can_make_a_small_one(self) -> None:
        days = [_on("1", [20, 50]), _on("2", [32, 50]), _on("3", [22, 50])]
        found = attack([_shown(one) for one in days], RULES, truths=days, grows=False)
        assert [one.bound.name for one in found.given_away] == [
            "the total, change from victims 1 to victims 3",
            "a a0, change from victims 1 to victims 3",
        ]


def test_who_knows_that_one_population_only_grows_uses_it_though_another_fell() -> None:
    """Of 12 new people 10 are printed: two are left for two cells, if none of these fell."""
    before, after = _on("1", [50, 60, 20]), _on("2", [51, 61, 30])
    other = [_on("1", [80, 90], "others"), _on("2", [40, 90], "others")]
    tables = [before, after, *other]
    shown = [_shown(before), _shown(after, 1, 2), *map(_shown, other)]
    assert attack(shown, RULES, truths=tables, grows=False).safe
    found = attack(shown, RULES, truths=tables, grows=frozenset({"victims"}))
    assert {one.bound.name.split(",")[0] for one in found.given_away} == {"a a0", "a a1"}
    earlier = Earlier((shown[0], *shown[2:]), (before, *other), grows=frozenset({"victims"}))
    made = protect(after, RULES, earlier=earlier)
    assert attack([*earlier.published, made.table], RULES, truths=[*earlier.truths, after], grows=earlier.grows).safe


class TestGeographies:
    """Two geographies laid over each other: a part that no table shows is the whole less the others."""

    NESTED = Dimension.nested("area", "all", {"all": ["north", "south"], "north": ["n1", "n2"]})
    REGIONS = table((Dimension.flat("area", ["north", "south"], "all"),), [43, 70])
    CITY = table((Dimension.flat("area", ["n1", "elsewhere"], "all"),), [40, 73])

    def test_what_is_left_of_a_region_is_held_to_its_protection(self) -> None:
        shown = [_shown(self.REGIONS), _shown(self.CITY)]
        assert attack(shown, RULES, truths=[self.REGIONS, self.CITY]).safe
        found = attack(shown, RULES, truths=[self.REGIONS, self.CITY], links=[self.NESTED])
        assert [one.sentence() for one in found.given_away] == [
            "area n2: it is 3, where 1 to 10 has to be possible, from area north (43), area n1 (40)."
        ]
        assert [one.bound.name for one in attack(shown, RULES, links=[self.NESTED]).given_away] == ["area n2"]

    def test_the_city_is_hidden_once_its_region_is_known(self) -> None:
        earlier = Earlier((_shown(self.REGIONS),), (self.REGIONS,), links=(self.NESTED,))
        safe = protect(self.CITY, RULES, earlier=earlier)
        assert safe.table.hidden[1:].all()

    def test_where_even_the_truth_does_not_say_it_the_bounds_are_judged(self) -> None:
        """Only one of the true tables is given: what is left is known to be 3, whoever knows that it is true."""
        shown = [_shown(self.REGIONS), _shown(self.CITY)]
        found = attack(shown, RULES, truths=[self.REGIONS, None], links=[self.NESTED])
        assert [one.bound.name for one in found.given_away] == ["area n2"]

    def test_a_part_of_which_nothing_is_known_may_be_nobody(self) -> None:
        found = attack([_shown(self.REGIONS)], RULES, links=[self.NESTED])
        assert (found.by_name["area n2"].low, found.by_name["area n1"].high) == (0, 43)


class TestGroups:
    """A group within a group: who is left over is a group too."""

    ALL = table(flat(2), [30, 22], About("all", "people with a case", "2007-12-01"))
    SOME = table(flat(2), [27, 22], About("some", "people of the wave", "2007-12-01"))
    PART = Part(("people of the wave",), "people with a case")

    def test_who_is_in_all_but_not_in_some(self) -> None:
        shown = [_shown(self.ALL), _shown(self.SOME)]
        assert attack(shown, RULES, truths=[self.ALL, self.SOME]).safe
        found = attack(shown, RULES, truths=[self.ALL, self.SOME], parts=[self.PART])
        left = "(people with a case without people of the wave as at 2007-12-01)"
        assert [one.bound.name for one in found.given_away] == [f"the total {left}", f"a a0 {left}"]
        assert set(found.given_away[1].by) == {
            "a a0 (people with a case as at 2007-12-01) (30)",
            "a a0 (people of the wave as at 2007-12-01) (27)",
        }

    def test_the_second_is_protected_from_the_first(self) -> None:
        safe = protect(self.SOME, RULES, earlier=Earlier((_shown(self.ALL),), (self.ALL,), parts=(self.PART,)))
        assert safe.table.hidden.tolist() == [True, True, False]

    def test_several_parts_together_leave_over_who_is_in_none(self) -> None:
        rest = table(flat(2), [2, 0], About("rest", "people of the other wave", "2007-12-01"))
        both = Part((*self.PART.populations, "people of the other wave"), self.PART.of)
        found = attack(
            [_shown(self.ALL), _shown(self.SOME, 0, 1), _shown(rest, 0, 1)],
            RULES,
            truths=[self.ALL, self.SOME, rest],
            parts=[self.PART, both],
        )
        assert found.by_name["a a1 (people with a case without people of the wave as at 2007-12-01)"].high == 0
        assert found.safe

    def test_a_change_of_who_is_left_over_is_a_count_too(self) -> None:
        """30 are left over on both days but one: neither day gives it away, both do."""
        days = ("2007-12-01", "2007-12-08")
        whole = [
            table(flat(1), [count], About(f"all {day}", "all", day)) for count, day in zip((80, 101), days, strict=True)
        ]
        some = [
            table(flat(1), [count], About(f"some {day}", "some", day))
            for count, day in zip((50, 70), days, strict=True)
        ]
        found = attack(
            [_shown(one) for one in (*whole, *some)], RULES, truths=[*whole, *some], parts=[Part(("some",), "all")]
        )
        assert {one.bound.name.split(", change")[0] for one in found.given_away} == {"the total", "a a0"}
        assert all("all without some" in one.bound.name for one in found.given_away)


class TestOtherWays:
    """What one table hid, another may not say in its own way."""

    WHOLE = table(flat(2, 2), [3, 12, 25, 31])

    @pytest.mark.parametrize("make", [in_bands, round_counts])
    def test_what_was_hidden_is_not_told_by_a_band_or_a_multiple(self, make: Callable[..., Protected]) -> None:
        """Alone the table is given: the band says that it is one of 1 to 9, which the first had promised to keep."""
        first = protect(self.WHOLE, RULES)
        assert make(self.WHOLE)
        with pytest.raises(Refusal, match="a a0, b b0"):
            make(self.WHOLE, earlier=Earlier(first.published, (self.WHOLE,)))

    def test_a_band_after_a_band_is_no_news(self) -> None:
        first = in_bands(self.WHOLE)
        assert in_bands(self.WHOLE, earlier=Earlier(first.published, (self.WHOLE,)))

    def test_one_thing_has_one_name(self) -> None:
        """A reader knows that F is f and Sex is sex; figures that hang together would not be laid over each other."""
        one, other = (table((Dimension.flat(name, codes),), [30, 40]) for name, codes in (("sex", "FM"), ("Sex", "FM")))
        with pytest.raises(BadInput, match="'sex' and 'Sex' stand in two tables"):
            attack([_shown(one), _shown(other)])
        lower = table((Dimension.flat("sex", "fm"),), [30, 40])
        with pytest.raises(BadInput, match="'F' and 'f' stand in two tables"):
            attack([_shown(one), _shown(lower)])


class TestProofs:
    """What cannot be proved is not taken to be safe."""

    def test_true_figures_that_are_not_such_as_was_published_prove_nothing(self) -> None:
        """A wrong truth would be taken for a solution that nobody found."""
        before, other = _on("1", [30, 50]), _on("1", [31, 50])
        for make in (protect, in_bands, round_counts):
            with pytest.raises(BadInput, match="not what is true"):
                make(_on("2", [33, 55]), RULES, earlier=Earlier((_shown(before),), (other,)))

    def test_nor_do_such_as_cannot_stand_beside_one_another(self) -> None:
        north, city = TestGeographies.REGIONS, table((Dimension.flat("area", ["n1", "elsewhere"], "all"),), [50, 63])
        earlier = Earlier((_shown(north, 1, 2),), (north,), links=(TestGeographies.NESTED,))
        with pytest.raises(BadInput, match="contradict"):
            protect(city, RULES, earlier=earlier)

    def test_a_cell_of_which_the_truth_is_not_known_proves_nothing(self) -> None:
        """It was taken to count nobody, and this for a solution."""
        before = _on("1", [30, 50])
        for make in (protect, in_bands, round_counts):
            with pytest.raises(BadInput, match=r"a a0 \(victims as at 1\) is in no true table"):
                make(_on("2", [33, 55]), RULES, earlier=Earlier((_shown(before, 1, 2),), (None,)))

    def test_what_is_printed_needs_no_true_table(self) -> None:
        whole = table(flat(2, 2), [3, 20, 30, 40])
        margin = table(flat(2), [23, 70])
        known = Earlier((_shown(margin),), (None,))
        safe = protect(whole, RULES, earlier=known)
        assert attack([_shown(margin), safe.table], RULES, truths=[None, whole]).safe
