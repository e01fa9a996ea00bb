"""The built wheel, installed alone, does the main job."""

from __future__ import annotations

import ast
import os
import re
import subprocess
import sys
import sysconfig
import tomllib
import venv
from pathlib import Path
from zipfile import ZipFile

import pytest

ROOT = Path(__file__).parent.parent
CASE = "examples/doe-v-salesforce/san-francisco-2019.yaml"
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]


def run(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    """Return what a program says that starts outside of this checkout and is not told of it."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    return subprocess.run(
        arguments, capture_output=True, text=True, encoding="utf-8", check=False, cwd="/", env=environment
    )


@pytest.fixture(scope="session")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the wheel as an installer would, without a network."""
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(folder)]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
    return next(folder.glob("*.whl"))


@pytest.fixture(scope="session")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Install the wheel into an environment that sees what it depends on, but not this checkout.

    A ``.pth`` file lends the libraries of the running environment. Files of that kind are not followed further, so an
    editable install of the package stays out of sight.
    """
    home = tmp_path_factory.mktemp("installed")
    venv.create(home, with_pip=False)
    python = home / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")
    pip = [sys.executable, "-m", "pip", "--python", str(python), "install", "--quiet", "--no-index", "--no-deps"]
    subprocess.run([*pip, "--disable-pip-version-check", str(wheel)], check=True, capture_output=True)
    packages = Path(run(python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))").stdout.strip())
    (packages / "lent.pth").write_text(sysconfig.get_path("purelib") + "\n", encoding="utf-8")
    return packages / "mapper"


@pytest.fixture(scope="session")
def command(installed: Path) -> Path:
    """Return the command that the wheel installs."""
    scripts = installed.parents[1] if sys.platform == "win32" else installed.parents[3]
    return scripts / ("Scripts/mapper.exe" if sys.platform == "win32" else "bin/mapper")


def test_the_wheel_holds_the_package_its_data_and_the_examples_and_nothing_else(wheel: Path) -> None:
    info = f"allegation_mapper-{PROJECT['version']}.dist-info"
    folders = {"mapper": ROOT / "mapper", "mapper/examples/doe-v-salesforce": ROOT / "graphs/doe-v-salesforce"}
    sources = {
        f"{name}/{path.relative_to(folder).as_posix()}"
        for name, folder in folders.items()
        for path in files_below(folder)
    }
    names = {name for name in ZipFile(wheel).namelist() if not name.startswith(f"{info}/")}
    assert names == sources
    assert {f"mapper/{CASE}", "mapper/py.typed", "mapper/render/fonts/Inter-Regular.ttf"} <= names
    assert not [name for name in names if Path(name).name.startswith(".")]


def test_the_wheel_holds_the_licences(wheel: Path) -> None:
    texts = [name for name in ZipFile(wheel).namelist() if ".dist-info/licenses/" in name]
    assert [Path(name).name for name in sorted(texts)] == ["LICENSE", "OFL.txt"]


def test_the_installed_package_is_the_one_that_runs(installed: Path) -> None:
    python = installed.parents[3] / "bin/python"
    found = run(python, "-c", "import mapper; print(mapper.__file__)")
    assert (found.stdout.strip(), found.stderr) == (str(installed / "__init__.py"), "")


def test_the_command_names_its_version(command: Path) -> None:
    assert PROJECT["version"] in run(command, "--version").stdout


def test_the_example_is_sound(command: Path, installed: Path) -> None:
    done = run(command, "check", installed / CASE)
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_example_is_evaluated(command: Path, installed: Path) -> None:
    done = run(command, "evaluate", installed / CASE, "--scenario", "demurrer-2019")
    assert done.returncode == 0, done.stderr
    assert re.search(r"negligence\b.*\bbarred", done.stdout)


def test_the_example_is_drawn_and_the_package_left_as_it_was(command: Path, installed: Path, tmp_path: Path) -> None:
    before = files_below(installed)
    done = run(command, "diagram", installed / CASE, "-o", tmp_path / "map.svg")
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "map.svg").read_text(encoding="utf-8").rstrip().endswith("</svg>")
    assert files_below(installed) == before


def files_below(folder: Path) -> set[Path]:
    """Return every file below a folder but compiled modules."""
    return {path for path in folder.rglob("*") if path.is_file() and path.parent.name != "__pycache__"}


def test_every_imported_library_is_declared() -> None:
    extras = [line for name, lines in PROJECT["optional-dependencies"].items() if name != "dev" for line in lines]
    declared = {re.split(r"[^\w.-]", line)[0].lower() for line in [*PROJECT["dependencies"], *extras]}
    modules = {"yaml": "pyyaml", "pydantic_core": "pydantic", "docx": "python-docx"}
    imported = {name for path in (ROOT / "mapper").rglob("*.py") for name in libraries_of(path)}
    assert {modules.get(name, name) for name in imported} <= declared


def libraries_of(path: Path) -> set[str]:
    """Return the top-level names of the modules that a file imports from outside."""
    nodes = list(ast.walk(ast.parse(path.read_text(encoding="utf-8"))))
    plain = {alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names}
    parts = {node.module for node in nodes if isinstance(node, ast.ImportFrom) and node.module}
    tops = {name.split(".")[0] for name in plain | parts}
    return tops - sys.stdlib_module_names - {"mapper"}
