"""Tables in notebooks are escaped; columns of text are aligned."""

from darkfigure.display import aligned, html_table


def test_html_is_escaped() -> None:
    shown = html_table("<b>", ("list & list",), [("<script>",)])
    assert "<script>" not in shown
    assert "&lt;script&gt;" in shown
    assert "list &amp; list" in shown


def test_columns_line_up() -> None:
    assert aligned([("a", "1", ""), ("bbb", "22", "x")]) == ["a    1   ", "bbb  22  x"]
    assert aligned([]) == []
