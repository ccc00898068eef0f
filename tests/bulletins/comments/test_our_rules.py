"""The rules by edition: what somebody agreed to never changes."""

from pentameter.bulletins.comments.our_rules import CURRENT, EDITIONS, told

DIGESTS = {1: "e484274da8f4a14ab021b1662caf74ef6e921d3688a80d0da0ff668dcd02197d"}


def test_an_edition_stays_as_it_was_agreed_to() -> None:
    assert {edition.number: edition.digest for edition in EDITIONS} == DIGESTS


def test_editions_are_numbered_and_the_last_holds() -> None:
    assert [edition.number for edition in EDITIONS] == list(range(1, len(EDITIONS) + 1))
    assert CURRENT is EDITIONS[-1]


def test_each_rule_has_a_short_sentence_for_whoever_broke_it() -> None:
    assert len({rule.code for rule in CURRENT.rules}) == len(CURRENT.rules)
    assert told("identify") == "It could identify somebody."
    assert told("no such rule") == ""
