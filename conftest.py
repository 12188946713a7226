"""Keeps compiled modules (setup.py) and their sources apart in tests."""

from importlib.machinery import EXTENSION_SUFFIXES
from pathlib import Path

import pytest

_COMPILED = {
    source: built
    for source in sorted(Path(__file__).parent.glob("src/**/*.py"))
    for suffix in EXTENSION_SUFFIXES
    if (built := source.with_suffix(suffix)).exists()
}
# They have lost their docstrings; `make test-pure` runs those of the sources.
collect_ignore = [str(source) for source in _COMPILED]

if stale := [source.name for source, built in _COMPILED.items() if source.stat().st_mtime > built.stat().st_mtime]:
    pytest.exit(f"newer than what was compiled of them, `make` first: {', '.join(stale)}", returncode=2)
