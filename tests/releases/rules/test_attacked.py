"""What the attacker found is safe only where nothing is given away."""

from pentameter.releases.rules.attacked import Attacked, Bound


def test_one_cell_is_enough() -> None:
    bounds = (Bound("area Durham", 1, None),)
    assert Attacked(9, 2, 0, bounds).safe
    assert not Attacked(9, 2, 0, bounds, ("area Durham",)).safe
