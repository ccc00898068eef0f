"""What may be sent: clean, without hidden signs, in words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pentameter.bulletins.comments.rules.texts import LONGEST, clean, folded, has_link, may_be_sent


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("Plain words.", "Plain words."),
        ("Two\r\nlines\rand more", "Two\nlines\nand more"),
        ("a\x00b\x07c", "abc"),
        ("turned \u202eround\u202c", "turned round"),
        ("zero\u200bwidth\ufeff", "zerowidth"),
        ("soft\u00adhyphen", "softhyphen"),
        ("za\u0300\u0301\u0302\u0303\u0304\u0305\u0306lgo", "z\u00e0\u0301\u0302\u0303\u0304lgo"),
        ("latin\u200djoiner", "latinjoiner"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("👩\u200d👧", "👩\u200d👧"),
        ("\u3164\u2800nothing", "nothing"),
        ("one\n\n\n\n\ntwo", "one\n\ntwo"),
        ("  trailing  \nspaces  ", "trailing\nspaces"),
        ("\udcff lone surrogate", "lone surrogate"),
        ("<b>bold</b> & 'quoted'", "<b>bold</b> & 'quoted'"),
    ],
    ids=lambda text: ascii(text)[:24],
)
def test_hidden_signs_are_left_out_and_the_rest_stays(typed: str, kept: str) -> None:
    assert clean(typed).text == kept


@given(st.text())
def test_cleaning_twice_changes_nothing_and_leaves_no_control_sign(typed: str) -> None:
    once = clean(typed).text
    assert clean(once).text == once
    assert not [sign for sign in once if sign < " " and sign != "\n"]
    assert not set(once) & set("\u202a\u202b\u202d\u202e\u2066\u2067\u2068\u200b\u200e\u200f\ufeff")


@pytest.mark.parametrize(
    "text",
    [
        *("https://example.org", "see www.example.org", "HTTP://EXAMPLE", "example.com", "example (dot) com"),
        *("example . com", "ｅｘａｍｐｌｅ．ｃｏｍ", "hxxps://bad", "buy at shop-now.xyz today"),
    ],
)
def test_addresses_are_seen_also_where_they_are_dressed_up(text: str) -> None:
    assert has_link(text)


@pytest.mark.parametrize(
    "text", ["No address. Common sense.", "It was 3.30 in the morning.", "End.Beginning", "e.g. this"]
)
def test_sentences_are_no_addresses(text: str) -> None:
    assert not has_link(text)


@pytest.mark.parametrize(
    ("text", "new_reader", "says"),
    [
        ("Words.", True, ""),
        ("", False, "in words"),
        ("...!?", False, "in words"),
        ("x" * LONGEST, False, ""),
        ("x" * (LONGEST + 1), False, "2,001 characters"),
        ("Look: www.example.org", True, "Take it out"),
        ("Look: www.example.org", False, ""),
    ],
    ids=["words", "nothing", "signs", "long", "too long", "link of a new reader", "link of a known one"],
)
def test_what_may_be_sent(text: str, new_reader: bool, says: str) -> None:
    verdict = may_be_sent(text, new_reader=new_reader)
    assert verdict.allowed == (not says)
    assert says in verdict.reason


def test_the_same_words_are_the_same() -> None:
    assert folded("Buy NOW!!") == folded("buy, now") != folded("buy later")
