"""safetables stands alone: what it imports, how long its modules are, and what its wheel holds."""

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

SOURCE = ROOT / "src" / "safetables"
ALLOWED = {"numpy", "scipy", "safetables", *sys.stdlib_module_names}
LONGEST = 220


@cache
def _modules() -> tuple[Path, ...]:
    return tuple(sorted(SOURCE.rglob("*.py")))


def _imported(path: Path) -> Iterator[tuple[str, int]]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from ((alias.name.split(".")[0], node.lineno) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield ("safetables" if node.level else (node.module or "").split(".")[0]), node.lineno


def _place(path: Path) -> str:
    return str(path.relative_to(ROOT))


def test_only_numpy_and_scipy() -> None:
    faults = [
        f"{_place(path)}:{line} imports {name}"
        for path in _modules()
        for name, line in _imported(path)
        if name not in ALLOWED
    ]
    assert not faults, "\n" + "\n".join(faults)


def test_modules_are_short_and_say_what_they_are() -> None:
    texts = {_place(path): path.read_text(encoding="utf-8") for path in _modules()}
    long = [f"{place}: {text.count(chr(10))} lines" for place, text in texts.items() if text.count("\n") > LONGEST]
    silent = [place for place, text in texts.items() if not ast.get_docstring(ast.parse(text))]
    assert not long, long
    assert not silent, silent


def test_nothing_random_without_a_seed_and_nothing_printed() -> None:
    faults = []
    for path in _modules():
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call):
                continue
            name = dotted(node.func)
            unseeded = name.endswith("default_rng") and not node.args
            shared = name.startswith("np.random.") and "default_rng" not in name
            if unseeded or shared or name == "print":
                faults.append(f"{_place(path)}:{node.lineno} calls {name}")
    assert not faults, "\n" + "\n".join(faults)


def test_what_reaches_behind_scipys_underscore_is_one_module() -> None:
    reaching = [path.name for path in _modules() if "optimize._" in path.read_text(encoding="utf-8")]
    assert reaching == ["programs.py"]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The package's own wheel, built from a copy of its folder without the network."""
    folder = tmp_path_factory.mktemp("packaging")
    shutil.copytree(SOURCE, folder / "safetables", ignore=shutil.ignore_patterns("__pycache__"))
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder / "dist")]
    done = subprocess.run(command, cwd=folder / "safetables", capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    (built,) = (folder / "dist").glob("*.whl")
    return built


def test_the_wheel_holds_every_module_and_asks_for_numpy_and_scipy_alone(wheel: Path) -> None:
    archive = zipfile.ZipFile(wheel)
    held = set(archive.namelist())
    assert {f"safetables/{path.relative_to(SOURCE)}" for path in _modules()} | {"safetables/py.typed"} <= held
    (name,) = (name for name in held if name.endswith("METADATA"))
    metadata = Parser().parsestr(archive.read(name).decode())
    asked = [one for one in metadata.get_all("Requires-Dist") or [] if "extra ==" not in one]
    assert sorted(one.split(">")[0] for one in asked) == ["numpy", "scipy"]
    assert metadata["License-Expression"] == "Apache-2.0"


def test_the_wheel_runs_by_itself(wheel: Path, tmp_path: Path) -> None:
    """Unpacked in an empty folder, from there, by its command."""
    zipfile.ZipFile(wheel).extractall(tmp_path / "site")
    (tmp_path / "t.csv").write_text("area,count\nDurham,3\nKent,40\n", encoding="utf-8")
    program = (
        f"import sys; sys.path.insert(0, {str(tmp_path / 'site')!r})\n"
        "import safetables; from safetables.cli import main\n"
        f"assert safetables.__file__.startswith({str(tmp_path)!r})\n"
        "sys.exit(main(['protect', 't.csv']))"
    )
    done = subprocess.run([sys.executable, "-c", program], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "2 of 3 cells are hidden" in done.stdout


def test_both_packages_name_the_same_dependencies() -> None:
    """The house ships safetables too: what its wheel asks for, the house asks for."""
    house = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    own = tomllib.loads((SOURCE / "pyproject.toml").read_text())["project"]
    assert set(own["dependencies"]) <= set(house["dependencies"])
    assert own["scripts"]["safetables"] == house["scripts"]["safetables"]
