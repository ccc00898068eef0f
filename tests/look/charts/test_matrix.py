"""Counts by two codes: every drawing sound, every cell its own words, sums in the table."""

from hypothesis import given, settings
from hypothesis import strategies as st

from pentameter.look.charts.matrix import Cell, Code, Matrix
from tests.look import samples
from tests.look.charts import any as some
from tests.look.charts.drawing import read

codes = st.lists(st.builds(Code, st.sampled_from("ABCDE12345"), some.names), min_size=1, max_size=6)


@st.composite
def any_matrix(draw: st.DrawFn) -> Matrix:
    down, across = draw(codes), draw(codes)
    counts = st.integers(0, 10**9)
    cells = tuple(tuple(Cell(draw(counts)) for _ in across) for _ in down)
    names = (draw(some.names), draw(some.names))
    return Matrix(title="M", down=tuple(down), across=tuple(across), cells=cells, names=names, **some.GIVEN)


@settings(max_examples=40, deadline=None)
@given(any_matrix(), some.widths)
def test_any_matrix(matrix: Matrix, width: float) -> None:
    some.sound(matrix, width)


def test_the_table_says_the_same_with_its_sums() -> None:
    twin = samples.matrix().table()
    assert [label for label, _ in twin.columns] == ["Source", "1, known", "2, heard", "Total"]
    assert twin.rows[0] == ("A, always reliable", "1,200", "7", "1,207")
    assert twin.rows[-1] == ("Total", "1,200", "38", "1,238")


def test_cells_that_can_be_opened_are_links_and_say_what_they_are() -> None:
    drawing = read(samples.matrix().svg())
    links = {e.attrib["href"]: e.find("{*}title") for e in drawing.root.iter() if "href" in e.attrib}
    told = {href: title.text for href, title in links.items() if title is not None}
    assert told == {"/reports?grade=A1": "A1: 1,200"}
