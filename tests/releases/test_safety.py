"""Tables are made safe against everything that was released before, and the attacker agrees."""

from dataclasses import replace
from datetime import timedelta

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pentameter.releases.rules.days import Known, told_apart
from pentameter.releases.rules.populations import WITH_A_CASE, registered
from pentameter.releases.safety import attack, made_safe
from pentameter.releases.shelf.content import Table
from releases import scene
from releases.scene import DAY, THRESHOLD, table

WAVE = registered("first wave")


def _known(*given: Table) -> list[Known]:
    made = made_safe(given, THRESHOLD, [])
    assert made.tables is not None
    return [Known(safe, true, THRESHOLD) for safe, true in zip(made.tables, given, strict=True)]


def test_small_counts_are_withheld_with_what_would_give_them_away() -> None:
    made = made_safe([table(3, 12, 40, 25, 31, 18)], THRESHOLD, [])
    assert made.tables is not None
    (safe,) = made.tables
    assert safe.cells["Durham", "Female"] is None
    assert safe.withheld >= 4
    assert safe.cells["All areas", "All sexes"] == 129
    assert "marked x" not in safe.done
    assert made.attacked.safe


def test_what_is_not_small_is_shown_as_it_is() -> None:
    made = made_safe([table(30, 12, 40, 25, 31, 18)], THRESHOLD, [])
    assert made.tables is not None
    assert made.tables[0].withheld == 0


def test_a_second_release_cannot_be_laid_over_the_first() -> None:
    """The same people by sex alone, on the same day: their total by force was withheld in the first."""
    known = _known(table(3, 12, 40, 25, 31, 18))
    made = made_safe([table(3, 12, 40, 25, 31, 18, key="again")], THRESHOLD, known)
    assert made.tables is not None
    hidden = [codes for codes, count in known[0].safe.cells.items() if count is None]
    assert all(made.tables[0].cells[codes] is None for codes in hidden)


def test_a_small_rise_since_the_last_release_is_not_shown() -> None:
    known = _known(table(30, 32, 40, 45, 31, 48))
    later = table(32, 32, 40, 45, 31, 48, as_of=DAY + timedelta(days=7))
    made = made_safe([later], THRESHOLD, known)
    assert made.tables is None or made.tables[0].cells["Durham", "Female"] is None


def test_a_release_that_would_give_cells_away_is_refused_with_their_names() -> None:
    """Made by hand: the second shows everything that the first withheld."""
    known = _known(table(3, 12, 40, 25, 31, 18))
    naked = replace(table(3, 12, 40, 25, 31, 18), key="naked")
    found = attack([Known(naked, naked, THRESHOLD)], known)
    assert not found.safe
    assert any("Durham" in one and "Female" in one for one in found.given_away)


def test_who_has_a_case_but_is_not_of_the_wave_is_a_count_too() -> None:
    """Each table is safe alone. Of 62 people with a case 59 are of the wave: three women of Durham are not."""
    whole, wave = table(33, 29, 0, 0, 0, 0, population=WITH_A_CASE), table(30, 29, 0, 0, 0, 0, population=WAVE)
    assert not attack([Known(wave, wave, THRESHOLD)], _known(whole)).safe
    made = made_safe([wave], THRESHOLD, _known(whole))
    assert made.tables is None or made.tables[0].cells["Durham", "Female"] is None
    later = replace(wave, when=(DAY + timedelta(days=1)).isoformat())
    assert not attack([Known(later, later, THRESHOLD)], _known(whole)).safe


def test_a_small_fall_since_the_last_release_is_not_shown() -> None:
    """Two of them said that they do not wish to be counted."""
    known = _known(table(32, 32, 40, 45, 31, 48))
    fewer = table(30, 32, 40, 45, 31, 48, as_of=DAY + timedelta(days=7))
    assert not attack([Known(fewer, fewer, THRESHOLD)], known).safe
    made = made_safe([fewer], THRESHOLD, known)
    assert made.tables is None or made.tables[0].cells["Durham", "Female"] is None


def test_nothing_to_publish_is_safe() -> None:
    made = made_safe([], THRESHOLD, [])
    assert (made.tables, made.attacked.safe) == ((), True)


COUNTS = st.lists(st.one_of(st.integers(0, 12), st.integers(0, 90)), min_size=6, max_size=6)


@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(st.tuples(COUNTS, st.integers(0, 1)), min_size=1, max_size=3))
def test_random_releases_one_after_the_other_give_nothing_away(given: list[tuple[list[int], int]]) -> None:
    """Each on a day of its own or on that of the last. What is refused is not published; the rest is attacked anew."""
    known: list[Known] = []
    for number, (counts, same_day) in enumerate(given):
        on = DAY + timedelta(days=7 * (number - same_day))
        (true,) = told_apart([table(*counts, as_of=on)], known, scene.content().published_at + timedelta(hours=number))
        made = made_safe([true], THRESHOLD, known)
        if made.tables is not None:
            known.append(Known(made.tables[0], true, THRESHOLD))
    if known:
        assert attack(known, []).safe
