"""Some hundred hostile comments; `python -m proofs.hostile` sends ten thousand."""

import pytest

import cast
from public_door import BOTH
from tests.bulletins.attack import BAD, attack
from tests.bulletins.hostile import KINDS, texts

pytestmark = pytest.mark.django_db(databases=BOTH)


def test_none_is_executed_none_appears_by_itself_each_is_answered_kindly() -> None:
    counts = attack(2007, 240, moderator=cast.moderator())
    assert not [name for name in BAD if counts[name]], counts
    assert counts["sent"] == counts["received"] + counts["told what to mend"] == 240
    assert min(counts["received"], counts["told what to mend"], counts["approved to see what it does"]) > 20


def test_the_corpus_is_as_hostile_as_it_says() -> None:
    made = "".join(text for _, text in texts(2007, 20 * len(KINDS)))
    for part in ("<script>", "onerror=", "javascript:", "DROP TABLE", "\x00", "\u202e", "\u200b", "\u0301" * 4):
        assert part in made
    assert max(len(text) for _, text in texts(2007, 1000)) > 1_000_000
