"""The vendored assets: nothing calls out, nothing of GOV.UK's identity, every one with its licence."""

import re
from pathlib import Path

import pytest

from pentameter import look

STATIC = Path(look.__file__).parent / "static" / "look"
TEXTS = [path for path in STATIC.glob("*.*") if path.suffix in (".css", ".js", ".svg")]
NAMESPACES = ("http://www.w3.org/",)


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.name)
def test_no_address_outside(path: Path) -> None:
    text = re.sub(r"/\*.*?\*/", "", path.read_text("utf-8"), flags=re.DOTALL)  # licences name their homes
    found = re.findall(r"https?://[^\s\"'`)]+", text)
    assert [url for url in found if not url.startswith(NAMESPACES)] == []


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.name)
def test_no_source_map(path: Path) -> None:
    assert "sourceMappingURL" not in path.read_text("utf-8")


@pytest.mark.parametrize("path", list(STATIC.glob("*.css")), ids=lambda path: path.name)
def test_nothing_of_the_crown(path: Path) -> None:
    text = path.read_text("utf-8").lower()
    assert "gds transport" not in text
    assert "crown" not in text
    assert "crest" not in text


@pytest.mark.parametrize("path", list(STATIC.glob("*.css")), ids=lambda path: path.name)
def test_a_style_sheet_names_only_files_that_are_there(path: Path) -> None:
    for named in re.findall(r"url\(([^)]+)\)", path.read_text("utf-8")):
        assert (STATIC / named).is_file()


def test_every_vendored_file_is_listed_with_its_licence() -> None:
    told = (STATIC / "VENDOR.md").read_text("utf-8")
    for name in (
        "govuk-staff.css",
        "govuk-public.css",
        "govuk-frontend.min.js",
        "htmx.min.js",
        "cytoscape.min.js",
        "fonts/atkinson-*.woff2",
    ):
        assert f"`{name}`" in told
    for licence in re.findall(r"`(licences/[^`]+)`", told):
        assert (STATIC / licence).stat().st_size > 500


def test_the_styles_are_of_the_version_whose_mark_up_is_rendered() -> None:
    assert '--govuk-frontend-version: "6.3.0"' in (STATIC / "govuk-staff.css").read_text("utf-8")
