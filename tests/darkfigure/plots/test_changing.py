"""The sensitivity's figure has a row for each change, refused ones in words."""

from pathlib import Path

from drawn import AWKWARD, awkward, saved, two_lists

from darkfigure import CaptureHistories, Estimate, examples, plots, stepwise
from darkfigure.plots import look
from darkfigure.sensitivity import Sensitivity
from darkfigure.variants import AtOddsRatio, AtThreshold, ChangedLists


def _stepwise(table: CaptureHistories, threshold: float = 0.02) -> Estimate:
    return stepwise.estimate(table, interval="wald", threshold=threshold)


def _run(table: CaptureHistories) -> Sensitivity:
    base = _stepwise(table)
    enough = len(table.lists) > 2
    return Sensitivity(
        "stepwise",
        base,
        "",
        tuple(ChangedLists((name,), _stepwise(table.drop(name))) for name in table.lists[:2] if enough),
        (ChangedLists(table.lists[:2], None, "Everyone seen is on one list."),),
        tuple(AtThreshold(threshold, _stepwise(table, threshold)) for threshold in (0.0, 0.02)),
        tuple(AtOddsRatio(ratio, table.n + base.dark_figure / ratio) for ratio in (0.5, 1.0, 2.0)),
        ("A remark.",),
    )


def test_united_kingdom(tmp_path: Path) -> None:
    words = saved(plots.sensitivity(_run(examples.load("UKdat_5"))), tmp_path, printed=True)
    for text in ("The table as it is", "Without a list", "Two lists as one", "Threshold for adding pairs", "A remark."):
        assert text in words, text
    for text in ("11,313", "13,444", "LA + NG", "Everyone seen is on one list.", "2,744 seen"):
        assert text in words, text
    assert words.splitlines().count("11,313") == 3  # as it is, at 0.02, at an odds ratio of one


def test_the_first_row_is_repeated_as_a_line() -> None:
    run = _run(examples.load("UKdat_5"))
    dashed = [line for line in plots.sensitivity(run).axes[0].lines if line.get_color() == look.TEAL]
    assert run.baseline is not None
    assert [list(line.get_xdata()) for line in dashed] == [[run.baseline.total] * 2]


def test_long_names(tmp_path: Path) -> None:
    words = saved(plots.sensitivity(_run(awkward())), tmp_path).replace("\n", "").replace(" ", "")
    assert f"{AWKWARD[0]}+{AWKWARD[1]}".replace(" ", "") in words


def test_two_lists_have_nothing_to_omit(tmp_path: Path) -> None:
    assert "Without a list" not in saved(plots.sensitivity(_run(two_lists())), tmp_path)


def test_a_refused_baseline_is_a_row_of_words(tmp_path: Path) -> None:
    run = Sensitivity("stepwise", None, "Nobody is on both lists.", (), (), (), ())
    words = saved(plots.sensitivity(run), tmp_path)
    assert "Nobody is on both lists." in words
    assert "Dashed" not in words
