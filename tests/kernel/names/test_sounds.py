"""Spellings that stand for one name."""

from pentameter.kernel.names import sounds


def test_spellings_share_a_reading() -> None:
    assert sounds.fine("yershov") == sounds.fine("ershov")
    assert sounds.coarse("zhiqiang") & sounds.coarse("chihchiang")
    assert sounds.skeleton("mohammed") == sounds.skeleton("mhmd")
    assert sounds.stem("petrauskiene") == sounds.stem("petrauskaite")
