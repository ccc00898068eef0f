"""The mark of a postcode finds the same one and shows none."""

from pentameter.oversight.keys import home_mark


def test_a_mark() -> None:
    assert home_mark("DH1 3XX") == home_mark("DH1 3XX") != home_mark("DH1 3XY")
    assert b"DH1" not in home_mark("DH1 3XX")
