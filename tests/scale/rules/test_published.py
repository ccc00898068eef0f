"""What was published of a table: only of that very table, and never as if it were worked out here."""

import pytest

from pentameter.scale.rules.published import Published, shipped
from scale import scene

HERE = Published(10_000, 13_000, "a table", "one interval", "somebody, 2014")


def test_the_table_of_the_united_kingdom_is_known_by_its_digest() -> None:
    found = shipped()[scene.uk().digest]
    assert (found.low, found.high) == (10_000, 13_000)
    assert found.told().startswith("This is the United Kingdom's table of 2013. Published: 10,000 to 13,000, ")
    assert "Home Office, 2014" in found.told()
    assert scene.small().digest not in shipped()


@pytest.mark.parametrize(
    ("answers", "low", "high", "told"),
    [
        ((11_418.2, 12_371.4), 9_386.0, 26_195.0, ("answer 11,418 to 12,371 here", "all within", "is wider than")),
        ((9_000.0, 12_000.0), 8_000.0, 12_500.0, ("9,000 to 12,000", "not all within", "is wider than")),
        ((11_000.0, 12_000.0), 10_500.0, 12_500.0, ("all within", "lies within the published one")),
        (None, None, None, ("carry no answer", "not confirmed, and not contradicted")),
    ],
    ids=["as in 2013", "an answer outside", "all inside", "no answer"],
)
def test_it_says_how_both_stand_to_each_other(
    answers: tuple[float, float] | None, low: float | None, high: float | None, told: tuple[str, ...]
) -> None:
    said = " ".join(HERE.beside(answers, low, high))
    assert all(one in said for one in told), said
