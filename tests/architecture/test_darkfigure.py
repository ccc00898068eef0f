"""darkfigure stands alone: what it imports, how long its modules are, and what its wheel holds."""

import ast
import shutil
import subprocess
import sys
import tomllib
import zipfile
from collections.abc import Iterator
from email.parser import Parser
from functools import cache
from pathlib import Path

import pytest

from tests.architecture.house import ROOT, dotted

SOURCE = ROOT / "src" / "darkfigure"
ALLOWED = {"numpy", "scipy", "darkfigure", *sys.stdlib_module_names}
LONGEST = 220
HOUSE = ("django", "rich", "typer", "pentameter", "matplotlib")
WITHOUT_MATPLOTLIB = """
import sys
class Forbidden:
    def find_spec(self, name, path=None, target=None):
        if name.split(".")[0] in {house}:
            raise ImportError(f"{{name}} was imported")
sys.meta_path.insert(0, Forbidden())
"""


@cache
def _modules() -> tuple[Path, ...]:
    return tuple(sorted(SOURCE.rglob("*.py")))


def _imported(path: Path) -> Iterator[tuple[str, int]]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from ((alias.name.split(".")[0], node.lineno) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield ("darkfigure" if node.level else (node.module or "").split(".")[0]), node.lineno


def _place(path: Path) -> str:
    return str(path.relative_to(ROOT))


def test_only_numpy_and_scipy_and_matplotlib_for_the_plots_alone() -> None:
    faults = [
        f"{_place(path)}:{line} imports {name}"
        for path in _modules()
        for name, line in _imported(path)
        if name not in ALLOWED and not (name == "matplotlib" and path.parent.name == "plots")
    ]
    assert not faults, "\n" + "\n".join(faults)


def test_the_plots_are_not_imported_by_the_rest() -> None:
    faults = [
        _place(path)
        for path in _modules()
        if path.parent.name != "plots"
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("darkfigure.plots")
    ]
    assert not faults, faults


def test_modules_are_short_and_say_what_they_are() -> None:
    texts = {_place(path): path.read_text(encoding="utf-8") for path in _modules()}
    long = [f"{place}: {text.count(chr(10))} lines" for place, text in texts.items() if text.count("\n") > LONGEST]
    silent = [place for place, text in texts.items() if not ast.get_docstring(ast.parse(text))]
    assert not long, long
    assert not silent, silent


def test_nothing_random_without_a_seed_and_nothing_printed_by_the_library() -> None:
    """numpy's global generator is shared by all; `default_rng()` of nothing differs every time."""
    faults = []
    for path in _modules():
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call):
                continue
            name = dotted(node.func)
            unseeded = name.endswith("default_rng") and not node.args
            shared = name.startswith("np.random.") and name.rpartition(".")[2].islower() and "default_rng" not in name
            if unseeded or shared or (name == "print" and "cli" not in path.parts):
                faults.append(f"{_place(path)}:{node.lineno} calls {name}")
    assert not faults, "\n" + "\n".join(faults)


def test_all_but_the_plots_run_where_nothing_else_is_installed() -> None:
    """Every module is imported, and a method run, with Django, rich, matplotlib and this house out of reach."""
    names = [
        ".".join(path.relative_to(SOURCE.parent).with_suffix("").parts).removesuffix(".__init__")
        for path in _modules()
        if path.parent.name != "plots" and path.stem != "__main__"
    ]
    program = WITHOUT_MATPLOTLIB.format(house=HOUSE) + "\n".join(
        [
            *(f"import {name}" for name in names),
            "from darkfigure import CaptureHistories, methods",
            "table = CaptureHistories.from_mapping({('A',): 40, ('B',): 30, ('A', 'B'): 6})",
            "print(round(methods.estimate(table, 'lincoln_petersen').total))",
        ]
    )
    done = subprocess.run([sys.executable, "-I", "-c", program], capture_output=True, text=True, check=False)
    assert done.stdout.strip() == "276", done.stderr  # 46 x 36 / 6


def test_plots_say_what_is_missing_without_matplotlib() -> None:
    program = WITHOUT_MATPLOTLIB.format(house=HOUSE) + "import darkfigure.plots"
    done = subprocess.run([sys.executable, "-I", "-c", program], capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert 'pip install "darkfigure[plots]"' in done.stderr


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The package's own wheel, built from a copy of its folder without the network."""
    folder = tmp_path_factory.mktemp("packaging")
    shutil.copytree(SOURCE, folder / "darkfigure", ignore=shutil.ignore_patterns("__pycache__"))
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder / "dist")]
    done = subprocess.run(command, cwd=folder / "darkfigure", capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    (built,) = (folder / "dist").glob("*.whl")
    return built


def test_the_wheel_holds_every_module_and_the_published_tables(wheel: Path) -> None:
    held = set(zipfile.ZipFile(wheel).namelist())
    wanted = {f"darkfigure/{path.relative_to(SOURCE)}" for path in (*_modules(), *SOURCE.rglob("*.csv"))}
    assert wanted | {"darkfigure/py.typed"} <= held
    assert not [name for name in held if "__pycache__" in name or name.startswith(("pentameter", "tests"))]


def test_the_wheel_asks_for_numpy_and_scipy_alone(wheel: Path) -> None:
    archive = zipfile.ZipFile(wheel)
    (name,) = (name for name in archive.namelist() if name.endswith("METADATA"))
    metadata = Parser().parsestr(archive.read(name).decode())
    required = metadata.get_all("Requires-Dist") or []
    assert sorted(one.split(">")[0] for one in required if "extra" not in one) == ["numpy", "scipy"]
    assert [one.split(">")[0] for one in required if "extra" in one] == ["matplotlib"]
    assert metadata["License-Expression"] == "Apache-2.0"
    assert "How many were never seen?" in metadata.get_payload()


def test_the_wheel_runs_by_itself(wheel: Path, tmp_path: Path) -> None:
    """Unpacked in an empty folder, from there, by its command."""
    zipfile.ZipFile(wheel).extractall(tmp_path / "site")
    program = (
        f"import sys; sys.path.insert(0, {str(tmp_path / 'site')!r})\n"
        "import darkfigure; from darkfigure.cli import main\n"
        f"assert darkfigure.__file__.startswith({str(tmp_path)!r})\n"
        "sys.exit(main(['methods']))"
    )
    done = subprocess.run([sys.executable, "-c", program], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "stepwise" in done.stdout


def test_both_packages_name_the_same_dependencies() -> None:
    """The house ships darkfigure too: what its wheel asks for, the house asks for."""
    house = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    own = tomllib.loads((SOURCE / "pyproject.toml").read_text())["project"]
    assert set(own["dependencies"]) <= set(house["dependencies"])
    assert own["optional-dependencies"]["plots"] == house["optional-dependencies"]["plots"]
    assert own["scripts"]["darkfigure"] == house["scripts"]["darkfigure"]
