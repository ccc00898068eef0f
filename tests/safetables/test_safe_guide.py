"""The guide to safe tables shows what its commands print."""

import re
from pathlib import Path

import pytest
import safe_guide as guide

TEXT = guide.PAGE.read_text(encoding="utf-8")
SESSIONS = guide.sessions(TEXT)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("guide")


def test_commands_print_what_the_guide_shows(folder: Path) -> None:
    """In their order: some read what those before them wrote."""
    assert len(SESSIONS) >= 5
    for command, shown in SESSIONS:
        assert guide.printed(command, folder) == shown, command


def test_python_prints_what_the_guide_shows(folder: Path) -> None:
    assert not guide.faults(TEXT, folder)


def test_the_packages_readme_tells_the_truth(folder: Path) -> None:
    readme = (guide.GUIDES.parents[1] / "src" / "safetables" / "README.md").read_text(encoding="utf-8")
    assert "st.protect" in readme
    assert not guide.faults(readme, folder)


def test_links_lead_somewhere() -> None:
    links = re.findall(r"\]\(([^)#]+)\)", TEXT)
    assert not [link for link in links if "://" not in link and not (guide.GUIDES / link).exists()]
