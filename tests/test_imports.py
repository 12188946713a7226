"""The layers: imports point one way, siblings leave each other alone, importing the library stays light."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import cleaner

SOURCE = Path(cleaner.__file__).parent

# Lower layers first; a module imports only from layers below its own.
LAYERS = [
    {"errors", "markup"},
    {"lexicon", "extras"},
    {"document"},
    {"filter", "ledger", "record", "sites"},
    {"grammar"},
    {"parse"},
    {"tagger"},
    {"filters", "fields"},
    {"presets", "settle", "assemble"},
    {"api"},
    {"io"},
    {"batch"},
    {"adapters", "cli"},
]
# Modules of these do not import their siblings; the package's __init__ gathers them.
APART = {"filters", "fields", "io"}
# Packages that are not called as what they bring.
PACKAGES = {"bs4": "beautifulsoup4", "json_repair": "json-repair", "backports": "backports-zstd", "langchain_core": "langchain-core"}
# What takes long to import, and is needed by some inputs only.
LATE = {
    "dateparser", "bs4", "click", "charset_normalizer", "email", "html", "lxml",
    "numpy", "turbohtml", "webencodings", "json_repair", "threadpoolctl",
    "datasets", "datatrove", "itemadapter", "langchain_core", "pyspark", "ray", "scrapy",
    "backports", "fastwarc", "fsspec", "multiprocessing", "pebble", "pyarrow", "publicsuffixlist", "rensa", "sqlite3", "tqdm",
}  # fmt: skip


def modules() -> list[Path]:
    return [path for path in sorted(SOURCE.rglob("*.py")) if path.name not in ("__init__.py", "__main__.py")]


def unit(name: str) -> str:
    return name.split(".")[1] if "." in name else ""


def imported(path: Path) -> list[str]:
    """The modules of cleaner that a file imports, wherever in the file."""
    names = []
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module and node.module.split(".")[0] == "cleaner":
            names.append(node.module)
        elif isinstance(node, ast.Import):
            names += [alias.name for alias in node.names if alias.name.split(".")[0] == "cleaner"]
    return names


def test_imports_point_one_way() -> None:
    level = {name: i for i, names in enumerate(LAYERS) for name in names}
    wrong = []
    for path in modules():
        own = path.relative_to(SOURCE).parts[0].removesuffix(".py")
        for name in imported(path):
            other = unit(name)
            if other and other != own and level[other] >= level[own]:
                wrong.append(f"{path.relative_to(SOURCE)} imports {name}")
    assert wrong == []


def test_siblings_leave_each_other_alone() -> None:
    wrong = []
    for path in modules():
        package = path.relative_to(SOURCE).parts[0]
        if package in APART:
            wrong += [f"{path.name} imports {n}" for n in imported(path) if unit(n) == package]
    assert wrong == []


def test_every_module_has_a_layer() -> None:
    layered = {name for names in LAYERS for name in names}
    assert {path.relative_to(SOURCE).parts[0].removesuffix(".py") for path in modules()} == layered


def test_import_is_light() -> None:
    """No slow dependency is loaded before it is needed; `make bench` measures the time."""
    code = "import sys, cleaner; print(*sorted(m for m in sys.modules if '.' not in m))"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    assert LATE.isdisjoint(loaded)
    assert "regex" in loaded


def from_outside(path: Path) -> set[str]:
    """The packages of others that a file imports, wherever in the file."""
    used = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module:
            used.add(node.module.split(".")[0])
        elif isinstance(node, ast.Import):
            used |= {alias.name.split(".")[0] for alias in node.names}
    # The standard library has `compression` from Python 3.14 on.
    return {PACKAGES.get(name, name) for name in used - sys.stdlib_module_names - {"cleaner", "compression"}}


def test_what_is_imported_is_declared() -> None:
    """Whatever a module imports, wherever, a plain installation brings; or an extra, for those who need one."""
    project = tomllib.loads((SOURCE.parents[1] / "pyproject.toml").read_text("utf-8"))["project"]

    def names(requirements: list[str]) -> set[str]:
        return {re.split(r"[^\w-]", each)[0].lower() for each in requirements}

    plain = names(project["dependencies"])
    extra = set().union(*(names(each) for each in project["optional-dependencies"].values()))
    for path in SOURCE.rglob("*.py"):
        needs_extra = "cleaner.extras" in imported(path)
        assert from_outside(path) - plain - (extra if needs_extra else set()) == set(), path


def test_public_names() -> None:
    assert cleaner.__all__ == sorted(cleaner.__all__)
    assert all(hasattr(cleaner, name) for name in cleaner.__all__)


def test_functions_and_files_stay_short() -> None:
    long = []
    for path in modules():
        text = path.read_text("utf-8")
        if text.count("\n") > 400:
            long.append(path.name)
        functions = [node for node in ast.walk(ast.parse(text)) if isinstance(node, ast.FunctionDef)]
        long += [f"{path.name}:{f.name}" for f in functions if (f.end_lineno or 0) - f.lineno >= 50]
    assert long == []
