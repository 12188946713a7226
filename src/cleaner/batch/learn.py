"""The first pass over a crawl: which blocks repeat across the pages of each site.

A sample of each site's pages lies in SQLite, on disk, and is counted at the end, one site at a time: memory does not grow
with the number of pages or sites. The sample of a site is the `max_pages` pages whose text has the smallest hashes. So it is
the same in whatever order the pages come, and pages of one text are one page.
"""

from __future__ import annotations

import json
import sqlite3
import tempfile
import zlib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path
from types import TracebackType
from typing import NamedTuple, TextIO

from cleaner.api import process
from cleaner.batch.inputs import Input
from cleaner.batch.page import Failure, Page
from cleaner.batch.readers import ReadOptions, read
from cleaner.document import Document
from cleaner.errors import InputError, OptionError
from cleaner.filter import Pipeline
from cleaner.sites import BY, FORMAT, VERSION, By, SiteModel, even, site_of

# Longer blocks are left out: whole articles in one line. So is what a page has beyond so many characters.
LONGEST = 2_000
_MOST_TEXT = 200_000
_CACHE_KIB = 32_000

_NOTHING = Pipeline([])

_TABLES = """
CREATE TABLE sites (site TEXT PRIMARY KEY, seen INTEGER NOT NULL, held INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE pages (site TEXT NOT NULL, page BLOB NOT NULL, text BLOB NOT NULL);
CREATE UNIQUE INDEX by_site ON pages (site, page);
"""


@dataclass(frozen=True, slots=True)
class LearnOptions:
    """When a block repeats: it stands on at least `min_share` of the pages of a site that has at least `min_pages` pages.

    `max_pages` is how many pages of a site are held, of those that differ. `by` says what a site is (see `cleaner.sites`);
    `site`, where it is given, is the site of all pages, whatever their address.

    >>> LearnOptions(min_share=2.0)
    Traceback (most recent call last):
    cleaner.errors.OptionError: a share of pages lies over 0, and is at most 1: 2.0
    """

    min_pages: int = 10
    min_share: float = 0.5
    max_pages: int = 200
    by: By = "host"
    site: str | None = None

    def __post_init__(self) -> None:
        if self.min_pages < 2:
            raise OptionError(f"nothing repeats on fewer than 2 pages: {self.min_pages}", option="min_pages")
        if not 0.0 < self.min_share <= 1.0:
            raise OptionError(f"a share of pages lies over 0, and is at most 1: {self.min_share}", option="min_share")
        if self.max_pages < self.min_pages:
            raise OptionError(f"fewer pages to hold ({self.max_pages}) than a site must have", option="max_pages")
        if self.by not in BY:
            raise OptionError(f"pages are of one site by {' or '.join(BY)}, not by {self.by!r}", option="by")


class Site(NamedTuple):
    """What was learned of a site: its name, how many pages were seen, on how many different ones blocks were counted, and on
    how many of those each block that repeats stands, by its text.
    """  # noqa: D205

    name: str
    seen: int
    pages: int
    blocks: dict[str, int]


class Learner:
    """Takes the documents of a crawl in any order, then says what repeats on each site. A context manager.

    >>> from cleaner.parse import parse_text
    >>> from cleaner.document import Context
    >>> with Learner(LearnOptions(min_pages=2)) as learner:
    ...     for tea in ("green", "black"):
    ...         learner.add(parse_text(f"On {tea} tea\\n\\nAll about tea", Context(url=f"https://tea.example/{tea}")))
    ...     learner.model().sites
    True
    True
    {'tea.example': {'All about tea': 1.0}}
    """

    def __init__(self, options: LearnOptions | None = None, *, folder: Path | None = None) -> None:
        """`folder` is where the sample lies until the end; the system's folder for such files otherwise."""
        self.options = options or LearnOptions()
        # Hidden, and so no input where the folder itself is one.
        self._folder = tempfile.TemporaryDirectory(prefix=".cleaner-learn-", dir=folder)
        self._database = sqlite3.connect(Path(self._folder.name) / "pages.sqlite", isolation_level=None)
        for pragma in ("journal_mode = OFF", "synchronous = OFF", f"cache_size = -{_CACHE_KIB}"):
            self._database.execute(f"PRAGMA {pragma}")
        for statement in filter(str.strip, _TABLES.split(";")):
            self._database.execute(statement)

    def __enter__(self) -> Learner:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Remove the sample."""
        self._database.close()
        self._folder.cleanup()

    def add(self, doc: Document) -> bool:
        """Take a page. Returns whether its site is known: one without any address is of no site."""
        site = self.options.site or self._site_of(doc)
        if site is None:
            return False
        text = "\n".join(_lines(doc))
        digest = blake2b(text.encode("utf-8", "surrogatepass"), digest_size=16).digest()
        sql = "INSERT INTO sites VALUES (?, 1, 0) ON CONFLICT (site) DO UPDATE SET seen = seen + 1 RETURNING held"
        [(held,)] = self._database.execute(sql, (site,)).fetchall()
        self._hold(site, digest, text, held)
        return True

    def _site_of(self, doc: Document) -> str | None:
        by = self.options.by
        return site_of(doc.context.url, by) or site_of(doc.head.canonical if doc.head else None, by)

    def _hold(self, site: str, digest: bytes, text: str, held: int) -> None:
        """Put a page among those held of its site, if its hash is small enough, and the one with the largest out."""
        if held == self.options.max_pages:
            [(largest,)] = self._database.execute("SELECT max(page) FROM pages WHERE site = ?", (site,)).fetchall()
            if digest >= largest:
                return
        packed = zlib.compress(text.encode("utf-8", "surrogatepass"), 1)
        if not self._database.execute("INSERT OR IGNORE INTO pages VALUES (?, ?, ?)", (site, digest, packed)).rowcount:
            return
        if held < self.options.max_pages:
            self._database.execute("UPDATE sites SET held = held + 1 WHERE site = ?", (site,))
        else:
            self._database.execute("DELETE FROM pages WHERE site = ? AND page = ?", (site, largest))

    def sites(self) -> Iterator[Site]:
        """Yield the sites that have enough pages, by name, each with the blocks that repeat, by their text."""
        sql = "SELECT site, seen, held FROM sites WHERE held >= ? ORDER BY site"
        for name, seen, held in self._database.execute(sql, (self.options.min_pages,)):
            counts: Counter[str] = Counter()
            for (packed,) in self._database.execute("SELECT text FROM pages WHERE site = ?", (name,)):
                counts.update(zlib.decompress(packed).decode("utf-8", "surrogatepass").split("\n"))
            least = max(2.0, self.options.min_share * held)
            yield Site(name, seen, held, {text: counts[text] for text in sorted(counts) if counts[text] >= least and text})

    def model(self) -> SiteModel:
        """Return what was learned, for use in this process."""
        found = {site.name: {text: _share(n, site) for text, n in site.blocks.items()} for site in self.sites()}
        return SiteModel(found, self.options.by)

    def write(self, stream: TextIO) -> int:
        """Write the file of the model: JSON with a block a line, so that two versions can be compared. Returns how many sites."""
        about = {"min_pages": self.options.min_pages, "min_share": self.options.min_share, "max_pages": self.options.max_pages}
        head = {"format": FORMAT, "version": VERSION, "by": self.options.by, **about}
        stream.write(json.dumps(head, ensure_ascii=False)[:-1] + ', "sites": {')
        number = 0
        for number, site in enumerate(self.sites(), 1):
            stream.write(",\n" if number > 1 else "\n")
            stream.write(f'{_json(site.name)}: {{"seen": {site.seen}, "pages": {site.pages}, "blocks": [')
            lines = (_json({"share": _share(n, site), "pages": n, "text": text}) for text, n in site.blocks.items())
            stream.write(",".join(f"\n {line}" for line in lines) + "]}")
        stream.write("\n}}\n")
        return number

    def counts(self) -> tuple[int, int]:
        """Return how many pages of known sites were seen, and of how many sites."""
        [(pages, sites)] = self._database.execute("SELECT coalesce(sum(seen), 0), count(*) FROM sites").fetchall()
        return pages, sites


def learn_from(
    learner: Learner, inputs: Iterable[Input], options: ReadOptions, on_failure: Callable[[Failure], None]
) -> tuple[int, int]:
    """Show a learner all pages of some inputs. Returns how many pages or inputs failed, and how many pages had no site."""
    failures = homeless = 0
    for source in inputs:
        for item in read(source, options):
            found = _document(item) if isinstance(item, Page) else item
            if isinstance(found, Failure):
                failures += 1
                on_failure(found)
            elif isinstance(found, Document):
                homeless += not learner.add(found)
    return failures, homeless


def _document(page: Page) -> Document | Failure:
    try:
        result = process(page.data, url=page.url, content_type=page.content_type, language=page.language, pipeline=_NOTHING)
    except InputError as error:
        return Failure(page.id, "refused", str(error), type(error).__name__, page.url)
    return result.document


def _lines(doc: Document) -> list[str]:
    """Return the different blocks of a page, sorted; less what is too long."""
    size = 0
    found = set()
    for block in doc.blocks:
        text = even(block.text) if block.end - block.start <= LONGEST else ""
        if text and text not in found:
            size += len(text)
            if size > _MOST_TEXT:
                break
            found.add(text)
    return sorted(found)


def _share(count: int, site: Site) -> float:
    return round(count / site.pages, 3)


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
