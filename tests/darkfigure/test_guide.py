"""The guides show what their commands print, and every figure in them is printed by one."""

import csv
import re
from functools import cache
from pathlib import Path

import guide
import matplotlib.image as images
import numpy as np
import pytest

from darkfigure import CaptureHistories, examples, methods

pytestmark = pytest.mark.xdist_group("the guides of darkfigure")  # one process draws, and shows what it drew
PAGES = ("how-many-were-never-seen.md", "darkfigure-methods.md")
_NUMBERS = {9: "Nine", 10: "Ten", 11: "Eleven", 12: "Twelve"}
FROM_SOURCES = {"10,000", "13,000"}
"""The range that the Home Office published."""


def _text(page: str) -> str:
    return (guide.GUIDES / page).read_text(encoding="utf-8")


SESSIONS = [(page, command, shown) for page in PAGES for command, shown in guide.sessions(_text(page))]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("guide")


@cache
def _printed(command: str, folder: Path) -> str:
    """Both pages show some commands."""
    return guide.printed(command, folder)


@pytest.mark.parametrize(("page", "command", "shown"), SESSIONS, ids=[command for _, command, _ in SESSIONS])
def test_commands_print_what_the_guide_shows(page: str, command: str, shown: str, folder: Path) -> None:
    assert _printed(command, folder) == shown


@pytest.mark.parametrize("page", PAGES)
def test_python_prints_what_the_guide_shows(page: str, folder: Path) -> None:
    assert not guide.faults(_text(page), folder)


@pytest.mark.parametrize("page", PAGES)
def test_every_figure_in_the_words_is_printed_by_a_command(page: str) -> None:
    text = _text(page)
    known = set(guide.NUMBER.findall(guide.shown(text))) | FROM_SOURCES
    known |= {number.replace(",", "") for number in known}
    missing = [number for number in guide.NUMBER.findall(guide.prose(text)) if number.replace(",", "") not in known]
    assert not missing, missing


def _draw(name: str, folder: Path) -> None:
    """Unless a test before this one did: they may run in any order, or in another process."""
    if (folder / name).exists():
        return
    for command in {command for _, command, _ in SESSIONS if name in command.split()}:
        guide.printed(command, folder)
    if not (folder / name).exists():
        guide.faults(_text(PAGES[0]), folder)


def test_the_pictures_are_what_the_commands_draw(folder: Path) -> None:
    """Nearly: another version of matplotlib sets a letter a hair to the side."""
    for drawn, shown in guide.MADE.items():
        _draw(drawn, folder)
        now, then = images.imread(folder / drawn), images.imread(guide.IMAGES / shown)
        assert now.shape == then.shape, f"run tests/darkfigure/guide.py to draw {shown} anew"
        assert np.abs(now - then).mean() < 0.02, f"run tests/darkfigure/guide.py to draw {shown} anew"
        assert (guide.IMAGES / shown).stat().st_size < 200_000


def test_the_table_is_the_published_one() -> None:
    assert CaptureHistories.from_csv(guide.GUIDES / "uk-2013.csv") == examples.load("UKdat")
    with (guide.GUIDES / "uk-2013.csv").open() as file:
        rows = {",".join(row) for row in csv.reader(file)}
    assert set(guide.blocks(_text(PAGES[0]), "csv")[0].splitlines()) <= rows


@pytest.mark.parametrize("page", PAGES)
def test_links_lead_somewhere(page: str) -> None:
    links = re.findall(r"\]\(([^)#]+)\)", _text(page))
    assert not [link for link in links if "://" not in link and not (guide.GUIDES / link).exists()]


def test_the_packages_readme_tells_the_truth(folder: Path) -> None:
    readme = (guide.GUIDES.parents[1] / "src" / "darkfigure" / "README.md").read_text(encoding="utf-8")
    assert not guide.faults(readme, folder)
    assert f"**{_NUMBERS[len(methods.METHODS)]} methods**" in readme
