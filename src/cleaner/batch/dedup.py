"""Records that repeat earlier ones of the batch: word for word, or nearly.

What is looked up lies in SQLite, on disk: memory does not grow with the number of records. Near-duplicates are found with
MinHash over runs of five words (rensa), banded for locality-sensitive hashing; each candidate's similarity is then estimated
from the whole signature. Only records that repeat none are remembered, so that a duplicate always names one that was written.
"""

from __future__ import annotations

import re
import sqlite3
import unicodedata
from collections.abc import Iterator
from hashlib import blake2b
from typing import Literal, get_args

import numpy as np
import numpy.typing as npt

from cleaner.batch.hooks import Duplicate
from cleaner.errors import OptionError
from cleaner.extras import needs
from cleaner.record import Record

Mode = Literal["exact", "near"]
Signature = npt.NDArray[np.uint32]
MODES: tuple[Mode, ...] = get_args(Mode)
THRESHOLD = 0.8

# Chinese and Japanese by the character, all else by the word.
_WORD = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]|[^\W\u3040-\u30ff\u3400-\u9fff]+")
_SHINGLE = 5
_PERMUTATIONS = 128
_SEED = 1
# So likely shall two records that are just similar enough share a band; more rows a band, fewer candidates that are not.
_FOUND = 0.95
_MOST_ROWS = 16
# So many records of a band are looked at, the earliest: else one template with a million fillings would take for ever.
_LOOK = 32

_TABLES = """
CREATE TABLE IF NOT EXISTS dedup_records (id INTEGER PRIMARY KEY, words BLOB NOT NULL UNIQUE, key TEXT NOT NULL, signature BLOB);
CREATE TABLE IF NOT EXISTS dedup_bands (band INTEGER, id INTEGER, PRIMARY KEY (band, id)) WITHOUT ROWID;
"""


class Deduplicator:
    """Says of each record which earlier one it repeats; a `RecordHook` for a run.

    `exact`: title and body are the same but for white space and Unicode form. `near`: they are that, or the runs of five words
    in title and body have an estimated Jaccard similarity of at least `threshold`. A record without a body repeats none.
    What it says depends on nothing but the records and their order.

    >>> dedup = Deduplicator(sqlite3.connect(":memory:"), "exact")
    >>> dedup(Record(title="On Tea", body="Tea is a drink."), "a#0")
    >>> dedup(Record(title="On Tea", body="Tea is  a drink."), "b#0")
    Duplicate(kind='exact', of='a#0', similarity=1.0)
    """

    def __init__(self, database: sqlite3.Connection, mode: Mode, threshold: float = THRESHOLD) -> None:
        """Raises `OptionError` for another mode, or a threshold outside of 0..1."""
        if mode not in MODES:
            raise OptionError(f"no way to find duplicates: {mode!r}; there are {', '.join(MODES)}", option="dedup")
        if not 0.0 < threshold <= 1.0:
            raise OptionError(f"a similarity lies over 0, and is at most 1: {threshold}", option="threshold")
        if mode == "near":
            with needs("batch"):
                import rensa  # noqa: F401 - to fail before the run rather than in it
        self._database = database
        self._mode = mode
        self._threshold = threshold
        self._rows = rows_of_a_band(threshold)
        for statement in filter(str.strip, _TABLES.split(";")):
            database.execute(statement)

    def __call__(self, record: Record, key: str, /) -> Duplicate | None:
        """Return what the record repeats; `None` where it repeats nothing: then later ones can repeat it, by its key."""
        if not record.body:
            return None
        text = _text(record)
        words = _hash(" ".join(text.split()))
        found = self._database.execute("SELECT key FROM dedup_records WHERE words = ?", (words,)).fetchone()
        if found is not None:
            return Duplicate("exact", found[0])
        if self._mode == "exact":
            self._remember(words, key, None)
            return None
        signature = _signature(text)
        bands = list(_bands(signature, self._rows))
        duplicate = self._nearest(signature, bands)
        if duplicate is None:
            number = self._remember(words, key, signature.tobytes())
            self._database.executemany("INSERT OR IGNORE INTO dedup_bands VALUES (?, ?)", [(b, number) for b in bands])
        return duplicate

    def _remember(self, words: bytes, key: str, signature: bytes | None) -> int:
        sql = "INSERT INTO dedup_records (words, key, signature) VALUES (?, ?, ?)"
        return self._database.execute(sql, (words, key, signature)).lastrowid or 0

    def _nearest(self, signature: Signature, bands: list[int]) -> Duplicate | None:
        """Return the most similar record that shares a band, the earliest of several, where it is similar enough."""
        sql = "SELECT id FROM dedup_bands WHERE band = ? ORDER BY id LIMIT ?"
        numbers = sorted({row[0] for band in bands for row in self._database.execute(sql, (band, _LOOK))})
        best, of = 0.0, ""
        for number in numbers:
            sql = "SELECT key, signature FROM dedup_records WHERE id = ?"
            key, other = self._database.execute(sql, (number,)).fetchone()
            similarity = float(np.mean(signature == np.frombuffer(other, dtype=signature.dtype)))
            if similarity > best:
                best, of = similarity, key
        return Duplicate("near", of, round(best, 3)) if best >= self._threshold else None


def _text(record: Record) -> str:
    """Return what two records are compared by; halves of characters, which a caller's record may have, are question marks."""
    text = f"{record.title or ''}\n{record.body}".encode("utf-8", "replace").decode("utf-8")
    return unicodedata.normalize("NFC", text)


def _hash(text: str) -> bytes:
    return blake2b(text.encode("utf-8"), digest_size=16).digest()


def shingles(text: str) -> list[str]:
    """Return every run of five words of a text, in lower case; all of them as one where there are fewer.

    >>> shingles("Tea, with milk and sugar; or lemon")
    ['tea with milk and sugar', 'with milk and sugar or', 'milk and sugar or lemon']
    """
    words = _WORD.findall(unicodedata.normalize("NFKC", text).lower())
    return [" ".join(words[i : i + _SHINGLE]) for i in range(max(1, len(words) - _SHINGLE + 1))]


def _signature(text: str) -> Signature:
    from rensa import RMinHash

    made = RMinHash(_PERMUTATIONS, _SEED)
    made.update(shingles(text))
    return np.array(made.digest(), dtype="<u4")


def rows_of_a_band(threshold: float) -> int:
    """Return how many values of a signature make a band, so that similar records have one in common.

    >>> rows_of_a_band(0.8), rows_of_a_band(0.5)
    (7, 3)
    """

    def found(rows: int) -> float:
        return 1 - (1 - threshold**rows) ** (_PERMUTATIONS // rows)

    return max((rows for rows in range(1, _MOST_ROWS + 1) if found(rows) >= _FOUND), default=1)


def _bands(signature: Signature, rows: int) -> Iterator[int]:
    """Yield a number for each band: the hash of its rows, and of which band it is, as SQLite holds integers."""
    for band in range(_PERMUTATIONS // rows):
        part = signature[band * rows : (band + 1) * rows].tobytes()
        yield int.from_bytes(blake2b(part, digest_size=8, salt=band.to_bytes(2, "big")).digest(), "big", signed=True)
