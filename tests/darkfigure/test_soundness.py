"""What a table must hold before anything can be learned from it; each failure has its sentence."""

import pytest
from published import table

from darkfigure import CaptureHistories, Refusal, corrected, methods
from darkfigure.soundness import require_information

POOR = [
    ({("A",): 4, ("B",): 5, ("C",): 6}, "No two lists share a person", "infinite"),
    ({("A",): 4, ("A", "B"): 5, ("A", "C"): 6}, "Everyone seen is on list A", "not identified"),
    ({("A", "B"): 5, ("C",): 6}, "Lists A and B hold the same people", "not identified"),
]


@pytest.mark.parametrize(("cells", "sentence", "status"), POOR)
def test_refused_with_a_sentence(cells: dict[tuple[str, ...], int], sentence: str, status: str) -> None:
    with pytest.raises(Refusal, match=sentence) as refused:
        require_information(CaptureHistories.from_mapping(cells))
    assert refused.value.status == status
    assert refused.value.what_would_help


def test_an_empty_list_is_refused() -> None:
    with pytest.raises(Refusal, match="Nobody is on list C"):
        require_information(CaptureHistories.from_counts([(1, 0, 0, 4), (0, 1, 0, 5), (1, 1, 0, 2)]))


@pytest.mark.parametrize(
    "name", ["Korea", "Kosovo", "Western", "NewOrl_5", "UKdat", "UKdat_5", "Ned_5", "Artificial_3"]
)
def test_published_tables_pass(name: str) -> None:
    require_information(table(name))


EMPTY = CaptureHistories.from_counts([(1, 0, 0, 4), (0, 1, 0, 5), (1, 1, 0, 2)])
UNSOUND = [*((CaptureHistories.from_mapping(cells), sentence) for cells, sentence, _ in POOR), (EMPTY, "on list C")]
TWO_LISTS = [
    ({("A",): 4, ("B",): 5}, "No two lists share a person"),
    ({("A",): 4, ("A", "B"): 5}, "Everyone seen is on list A"),
    ({("A", "B"): 5}, "Everyone seen is on list A"),
]


@pytest.mark.parametrize("name", [name for name, method in methods.METHODS.items() if method.takes(EMPTY)])
@pytest.mark.parametrize(("histories", "sentence"), UNSOUND)
def test_every_method_refuses(name: str, histories: CaptureHistories, sentence: str) -> None:
    with pytest.raises(Refusal, match=sentence):
        methods.estimate(histories, name)


@pytest.mark.parametrize("name", [name for name, method in methods.METHODS.items() if method.fewest == 2])
@pytest.mark.parametrize(("cells", "sentence"), TWO_LISTS)
def test_every_method_of_two_lists_refuses(name: str, cells: dict[tuple[str, ...], int], sentence: str) -> None:
    histories = CaptureHistories.from_mapping(cells, "AB")
    with pytest.raises(Refusal, match=sentence):
        methods.estimate(histories, name)
    with pytest.raises(Refusal, match=sentence):
        corrected.estimate(histories)


@pytest.mark.parametrize("kind", ["plain", "bias-corrected", "unequal rates"])
@pytest.mark.parametrize(("histories", "sentence"), UNSOUND)
def test_every_bound_refuses(kind: str, histories: CaptureHistories, sentence: str) -> None:
    with pytest.raises(Refusal, match=sentence):
        methods.estimate(histories, "chao", kind=kind)


@pytest.mark.parametrize("settings", [{"downhill": True}, {"criterion": "aic"}, {"order": 1}])
@pytest.mark.parametrize(("histories", "sentence"), UNSOUND)
def test_every_search_refuses(settings: dict[str, object], histories: CaptureHistories, sentence: str) -> None:
    with pytest.raises(Refusal, match=sentence):
        methods.estimate(histories, "bic", **settings)
