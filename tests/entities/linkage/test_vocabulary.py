"""Words that are slips of commoner ones."""

from pentameter.entities.linkage.vocabulary import corrected, deletions


def test_a_seldom_word_a_slip_from_a_common_one_is_corrected() -> None:
    found = corrected({"susan": 400, "ssuan": 1, "suzana": 40, "li": 90, "il": 1, "maria": 9}, 1_000)
    assert found == {"ssuan": "susan"}


def test_a_word_that_is_common_itself_is_left_alone() -> None:
    assert corrected({"elona": 300, "elena": 200}, 1_000) == {}


def test_in_a_larger_file_a_slip_is_made_oftener() -> None:
    counts = {"susan": 4_000, "susn": 30}
    assert corrected(counts, 100_000) == {}
    assert corrected(counts, 1_000_000) == {"susn": "susan"}


def test_two_words_a_slip_apart_share_a_deletion() -> None:
    assert set(deletions("maria")) & set(deletions("amria"))
