import pytest

from pentameter.intelligence.intake.cells import bare, safe


@pytest.mark.parametrize("cell", ["=1+1", "+44 20", "-1", "@SUM(A1)", "\tx", "\rx", "plain", "", "O'Testova", "'tis"])
def test_a_cell_is_safe_and_comes_back(cell: str) -> None:
    assert not safe(cell).startswith(("=", "+", "-", "@", "\t", "\r"))
    assert bare(safe(cell)) == cell
