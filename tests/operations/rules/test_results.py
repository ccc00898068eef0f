"""How published figures are said, and where they differ."""

import pytest

from pentameter.operations.rules.results import Figure, disagreements, said_of

RELEASE, PAPER = "2008-07-02 release", "2009-02 paper"


@pytest.mark.parametrize(
    ("as_of", "said"),
    [
        (RELEASE, "release of 2 July 2008"),
        (PAPER, "paper of February 2009"),
        ("2006", "2006"),
        ("when it was over", "when it was over"),
    ],
)
def test_a_source_is_dated_in_words(as_of: str, said: str) -> None:
    assert said_of(as_of) == said


def test_both_figures_stand_side_by_side() -> None:
    figures = [
        Figure("arrests", 528, RELEASE, "a release", compared_as="people arrested"),
        Figure("premises visited", 822, RELEASE, "a release"),
        Figure("suspects arrested", 406, PAPER, "a paper", compared_as="people arrested"),
    ]
    (found,) = disagreements(figures)
    assert found.about == "people arrested"
    assert found.sentence == "528 arrests (release of 2 July 2008); 406 suspects arrested (paper of February 2009)."


def test_one_source_does_not_disagree_with_itself() -> None:
    figures = [Figure("women", 150, PAPER, "a paper", compared_as="victims")] * 2
    assert disagreements(figures) == ()
