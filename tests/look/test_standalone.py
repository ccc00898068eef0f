"""The style sheet of a single-file page fetches nothing."""

import re

import pytest

from pentameter.look import standalone


@pytest.mark.parametrize("kind", ["staff", "public"])
def test_everything_is_inside(kind: str) -> None:
    css = standalone.css(kind)
    assert css.count("url(data:font/woff2;base64,") == 2
    assert [found for found in re.findall(r"url\(([^)]{0,20})", css) if not found.startswith("data:")] == []
    assert "@import" not in css
    assert "font-display:optional" not in css, "the typeface is in the page: it is never late"
    assert "</style" not in css


def test_an_unknown_door_is_refused() -> None:
    with pytest.raises(ValueError, match="not a door"):
        standalone.css("back")
