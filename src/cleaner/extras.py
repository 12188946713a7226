"""Packages that only some tasks need: imported where they are needed, with an error that says how to get them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from cleaner.errors import MissingExtraError


@contextmanager
def needs(extra: str) -> Iterator[None]:
    """Turn a failing import in the block into `MissingExtraError`, which names the extra that brings the package.

    >>> with needs("batch"):
    ...     import no_such_package
    Traceback (most recent call last):
    cleaner.errors.MissingExtraError: No module named 'no_such_package'; to install it: pip install 'scrape-cleaner[batch]'
    """
    try:
        yield
    except ImportError as error:
        raise MissingExtraError(f"{error}; to install it: pip install 'scrape-cleaner[{extra}]'", extra=extra) from error
