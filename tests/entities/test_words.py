"""How people say the codes."""

from pentameter.entities.words import kind_of, theme_of
from pentameter.intelligence.api import MentionKind


def test_every_kind_is_said_for_one_and_for_several() -> None:
    assert [kind_of("person"), kind_of("person", 2), kind_of("premises", 2)] == ["Person", "People", "Premises"]
    assert all("_" not in kind_of(kind.value) and kind_of(kind.value)[0].isupper() for kind in MentionKind)
    assert theme_of("sexual_exploitation") == "Sexual exploitation"
