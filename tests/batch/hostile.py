"""A pipeline that does what pages ask of it: hangs, crashes, raises, or kills the process that has started it."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from cleaner import Document, Mark, Pipeline, preset

HANG, CRASH, RAISE, EXIT, KILL = "PLEASE HANG", "PLEASE CRASH", "PLEASE RAISE", "PLEASE EXIT", "PLEASE KILL"
# A file that is there while the parent may be stopped, with the number of the signal in it.
FUSE = "CLEANER_TEST_FUSE"


class Obedient:
    """Does what the text says, and marks nothing."""

    name = "obedient"
    labels: frozenset[str] = frozenset()

    def __call__(self, doc: Document, /) -> Iterator[Mark]:
        if HANG in doc.text:
            time.sleep(3600)
        if CRASH in doc.text:
            os._exit(7)
        if RAISE in doc.text:
            raise ZeroDivisionError("as asked")
        if EXIT in doc.text:
            sys.exit(3)
        if KILL in doc.text:
            _stop_parent()
        yield from ()


def _stop_parent() -> None:
    """Send the run a signal, once; say which worker it was."""
    fuse = Path(os.environ[FUSE])
    if fuse.exists():
        number = int(fuse.read_text())
        fuse.rename(fuse.with_name("worker")).write_text(str(os.getpid()))
        os.kill(os.getppid(), number)
        time.sleep(3600)


def pipeline() -> Pipeline:
    return preset("rules").first(Obedient())
