"""What was told comes out as it went in."""

from hypothesis import given
from hypothesis import strategies as st

from pentameter.bulletins.tips.rules.letters import Letter, as_bytes, from_bytes

TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=300)


@given(TEXT, TEXT, TEXT, TEXT, st.lists(st.binary(max_size=500), max_size=3))
def test_round(what: str, where: str, when: str, contact: str, pictures: list[bytes]) -> None:
    letter = Letter(what, where, when, contact, tuple(pictures))
    assert from_bytes(as_bytes(letter)) == letter
