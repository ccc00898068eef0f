"""Who is told of whom, as a table; and what nobody can guess."""

from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pentameter.entities.rules.deconfliction import MOST_NAMED, Holder, who_is_told
from pentameter.kernel.actor import AgencySector

POLICE, SUPPORT = AgencySector.POLICE, AgencySector.SUPPORT
IMMIGRATION, CENTRE = AgencySector.IMMIGRATION_ENFORCEMENT, AgencySector.NATIONAL_CENTRE


def holder(agency: str, sector: AgencySector = POLICE, *, at_home: bool = False) -> Holder:
    return Holder(agency, sector, UUID(int=sum(agency.encode())), at_home)


def said(*holders: Holder) -> set[str]:
    """Like "durham: call kent"; the desk is called "desk"."""
    return {f"{one.told}: call {one.other or 'desk'}" for one in who_is_told(holders)}


@pytest.mark.parametrize(
    ("holders", "told"),
    [
        ([], set()),
        ([holder("durham")], set()),
        ([holder("durham"), holder("kent")], {"durham: call kent", "kent: call durham"}),
        ([holder("durham"), holder("refuge", SUPPORT)], {"durham: call desk", "refuge: call durham"}),
        ([holder("durham"), holder("kent", at_home=True)], {"durham: call desk", "kent: call durham"}),
        ([holder("refuge", SUPPORT), holder("shelter", SUPPORT)], {"refuge: call desk", "shelter: call desk"}),
        ([holder("durham"), holder("centre", CENTRE)], {"durham: call centre", "centre: call durham"}),
        ([holder("durham"), holder("removals", IMMIGRATION)], set()),
        (
            [holder("durham"), holder("kent"), holder("refuge", SUPPORT), holder("removals", IMMIGRATION)],
            {"durham: call kent", "durham: call desk", "kent: call durham", "kent: call desk"}
            | {"refuge: call durham", "refuge: call kent"},
        ),
    ],
)
def test_who_is_told_of_whom(holders: list[Holder], told: set[str]) -> None:
    assert said(*holders) == told


def test_one_hidden_agency_looks_like_several() -> None:
    one = [holder("durham"), holder("refuge", SUPPORT)]
    several = [*one, holder("shelter", SUPPORT), holder("kent", at_home=True)]
    assert {line for line in said(*one) if line.startswith("durham")} == {
        line for line in said(*several) if line.startswith("durham")
    }


_holders = st.lists(
    st.builds(
        holder, st.text("abcdefgh", min_size=1, max_size=6), st.sampled_from(AgencySector), at_home=st.booleans()
    ),
    unique_by=lambda one: one.agency,
    max_size=40,
)


@given(_holders)
def test_rows_grow_with_the_holders_and_name_nobody_who_may_not_be(holders: list[Holder]) -> None:
    told = who_is_told(holders)
    by_agency = {one.agency: one for one in holders}
    assert len(told) <= (MOST_NAMED + 1) * len(holders)
    for one in told:
        assert by_agency[one.told].sector is not IMMIGRATION
        assert one.other is None or by_agency[one.other].named
        assert one.other is None or by_agency[one.other].sector is not IMMIGRATION
        assert one.other != one.told
    shared = [one for one in holders if one.sector is not IMMIGRATION]
    assert {one.told for one in told} == ({one.agency for one in shared} if len(shared) > 1 else set())


@given(_holders)
def test_order_does_not_matter(holders: list[Holder]) -> None:
    assert who_is_told(holders) == who_is_told(reversed(holders))
