"""Packages that only some benches need."""

from __future__ import annotations

import importlib
from typing import Any

import click


def load(module: str, extra: str) -> Any:
    """Import a module; where it is not installed, say which extra brings it."""
    try:
        return importlib.import_module(module)
    except ImportError as e:
        raise click.ClickException(f"{module}: {e}. To install it: pip install 'scrape-cleaner[{extra}]'") from e
