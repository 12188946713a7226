"""Compiles the loops over all elements and lines of a page with mypyc. Without a C compiler the same modules run as Python.

All else about the package is in pyproject.toml. `CLEANER_PURE=1` leaves everything as Python.
"""

import os
import sys

from setuptools import setup

# The Makefile reads these lines, too.
MODULES = [
    "src/cleaner/markup.py",
    "src/cleaner/settle.py",
    "src/cleaner/parse/linearise.py",
    "src/cleaner/parse/html.py",
    "src/cleaner/lexicon/detect.py",
    "src/cleaner/lexicon/phrases.py",
    "src/cleaner/grammar/shape.py",
    "src/cleaner/grammar/container.py",
    "src/cleaner/grammar/tree.py",
    "src/cleaner/grammar/headings.py",
    "src/cleaner/grammar/titles.py",
    "src/cleaner/grammar/kind.py",
    "src/cleaner/grammar/alike.py",
    "src/cleaner/grammar/entries.py",
    "src/cleaner/assemble.py",
    "src/cleaner/tagger/elements.py",
]


def _extensions():
    if os.environ.get("CLEANER_PURE"):
        return []
    from mypyc.build import mypycify

    # Packages that the rest imports are not there while this one is built: numpy's types would be missed, so what needs them is not
    # compiled. `make lint` has checked the types.
    options = ["--config-file=", "--ignore-missing-imports", "--follow-imports=silent"]
    try:
        found = mypycify([*options, *MODULES], opt_level="3", debug_level="0", target_dir="build/mypyc", group_name="cleaner")
    except SystemExit:  # a mypyc that refuses them: slower is better than not at all, and .ci/run would tell
        print("nothing is compiled: mypyc refused it", file=sys.stderr)
        return []
    for each in found:
        each.optional = True  # no compiler: a warning
    return found


setup(ext_modules=_extensions())
