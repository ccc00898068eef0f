"""The published tables are those of the literature, each with its source."""

import pytest
from published import SHARED

from darkfigure import CaptureHistories, examples
from darkfigure.errors import BadInput

# people, and people on each list, as the papers print them
PRINTED = {
    "UKdat": (2744, [94, 567, 1102, 807, 336, 102]),
    "UKdat_5": (2744, [94, 567, 1169, 807, 336]),
    "Ned_5": (8234, [929, 1348, 4812, 742, 848]),
    "NewOrl_5": (185, [31, 32, 75, 39, 22]),
    "Western": (345, [64, 98, 126, 52, 30]),
    "Korea": (123, [77, 71, 59]),
    "Kosovo": (4400, [1910, 1528, 1786, 685]),
    "Artificial_3": (96, [46, 36, 20]),
}


@pytest.mark.parametrize("name", PRINTED)
def test_people_and_margins(name: str) -> None:
    histories = examples.load(name)
    assert (histories.n, histories.margins.tolist()) == PRINTED[name]


def test_all_are_here_and_each_names_its_source() -> None:
    assert set(examples.EXAMPLES) == set(PRINTED)
    for example in examples.EXAMPLES.values():
        assert any(character.isdigit() for character in example.source)
        assert example.about.endswith(".")


@pytest.mark.parametrize("name", PRINTED)
def test_the_files_say_the_same(name: str) -> None:
    path = SHARED / "data" / f"{name}.csv"
    if not path.exists():
        pytest.skip(f"the published tables are not here ({path.name} beside the project's folder)")
    assert CaptureHistories.from_csv(path) == examples.load(name)


def test_an_unknown_name_says_which_there_are() -> None:
    with pytest.raises(BadInput, match="no example 'Mars': UKdat, UKdat_5"):
        examples.load("Mars")
