"""Every standing has a sentence for the sender."""

from pentameter.bulletins.tips.rules.standings import Standing


def test_each_has_its_own_sentence() -> None:
    said = [one.words for one in Standing]
    assert len(set(said)) == len(said)
    assert all(one.endswith(".") for one in said)
