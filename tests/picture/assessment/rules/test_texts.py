"""What people write: paragraphs and lists, kept as they were typed."""

import pytest

from pentameter.picture.assessment.rules.texts import LONGEST, Block, blocks, may_be_written


@pytest.mark.parametrize(
    ("body", "read"),
    [
        ("", ()),
        ("  \n \n", ()),
        ("One.", (Block("One."),)),
        ("One,\nstill one.\n\nTwo.", (Block("One, still one."), Block("Two."))),
        ("One.\r\n\r\nTwo.", (Block("One."), Block("Two."))),
        ("- first\n-  second", (Block(items=("first", "second")),)),
        ("Three:\n- first\n- second\nand more", (Block("Three:"), Block(items=("first", "second")), Block("and more"))),
        ("<b>no mark-up</b> # none", (Block("<b>no mark-up</b> # none"),)),
    ],
)
def test_paragraphs_and_lists(body: str, read: tuple[Block, ...]) -> None:
    assert blocks(body) == read


@pytest.mark.parametrize(
    ("body", "allowed", "says"),
    [
        ("Plain words.\n\tMore.", True, ""),
        ("x" * LONGEST, True, ""),
        ("x" * (LONGEST + 7), False, "longer than 20,000 characters by 7"),
        ("a\x00b", False, "cannot be read"),
    ],
)
def test_what_may_be_kept(body: str, allowed: bool, says: str) -> None:
    verdict = may_be_written(body)
    assert verdict.allowed is allowed
    assert says in verdict.reason
