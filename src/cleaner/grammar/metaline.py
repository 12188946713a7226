"""Metadata lines: 'Posted on May 8, 2018 by Ann Lee | Filed under: News | 3 Comments', taken apart.

A line is one only if all of it can be read so: dates, opening words ('by', 'posted in') with what they
open, separators and known junk. One word too many and it is prose.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice
from typing import NamedTuple

from cleaner.document import Block, Document
from cleaner.grammar.dates import FoundDate, line_dates
from cleaner.grammar.names import is_person, read_people
from cleaner.grammar.shape import ends_sentence, is_label, width, words
from cleaner.lexicon import Lexicon, any_of_phrases, line_key, phrase_key

# The credits of a record, each a table of the lexicon with the words that open it.
CREDIT_ROLES = ("translator", "editor", "photographer", "illustrator", "contributor", "producer", "reviewer", "agency")
_OPENERS = ("by", "published", "updated", "section", "tags", *CREDIT_ROLES)
# Groups of phrases that may stand in a metadata line and are removed from it.
_JUNK_GROUPS = ("comments", "sharing", "readmore", "stubs", "newsletter", "navigation", "footer")

_SEPARATOR = re.compile(
    r"(?:\s*[|•·∙●‧»«›‹→←/\\,;:()\[\]{}※§~✎…>¦、，；：（）【】・.&]\s*|\s+[-–—]+\s+|\s+|^[-–—*]+|[-–—*]+$)+"
)
_HARD_SEPARATOR = re.compile(r"\s*[|•·∙●‧»«›‹/\\※§~¦]+\s*|\s+[-–—]+\s+|\s{2,}|\s*[,;]\s*$")
_WIDEST = 700
# A line read by its repeats is short, and there are so many of it.
_WIDEST_REPEAT = 100
_REPEATS = 2


class Part(NamedTuple):
    """One part of a metadata line: what it is, its span in the line, and its parsed value.

    `kind` is published, modified, byline, section, a role of `CREDIT_ROLES`, `junk` (the value is its
    label), or separator.
    """

    kind: str
    start: int
    end: int
    value: object = None
    opened: bool = False


class _Reader:
    """Reads one line from left to right; `parts` is what it made of it, `failed` that it is none."""

    def __init__(self, line: str, lexicon: Lexicon, dates: list[FoundDate]) -> None:
        self.line = line
        self.lexicon = lexicon
        self.dates = {d.start: d for d in dates}
        self.openers = _openers(lexicon)
        self.parts: list[Part] = []
        self.opened: tuple[str, int] | None = None  # an opening word that waits for what it opens
        self.failed = False
        self.first = len(line) - len(line.lstrip(" -–—*|•·("))

    def read(self) -> list[Part] | None:
        at = 0
        while at < len(self.line) and not self.failed:
            at = self._step(at)
        if self.opened and not self.failed:
            self._close_opener(len(self.line))
        return None if self.failed else self.parts

    def _step(self, at: int) -> int:
        separator = _SEPARATOR.match(self.line, at)
        if separator and separator.end() > at:
            self.parts.append(Part("separator", at, separator.end()))
            return separator.end()
        if at in self.dates:
            return self._date(self.dates[at])
        opener = self.openers.match(self.line, at) if self.openers else None
        # 'By Editor' is signed by a role; 'By Editor: X' goes on.
        signed = self.opened is not None and self.opened[0] == "by" and opener and opener.end() == len(self.line)
        if opener and not signed and self._may_open(opener):
            self._close_opener(at)
            self.opened = (_kind_of(opener.group(1), self.lexicon), at)
            return opener.end()
        return self._free(at)

    def _may_open(self, opener: re.Match[str]) -> bool:
        kind = _kind_of(opener.group(1), self.lexicon)
        rest = opener.end()
        separator = _SEPARATOR.match(self.line, rest)
        follows = separator.end() if separator else rest
        if kind in ("published", "updated"):
            # 'on' and 'le' open nothing but a date; 'Posted' may also stand before 'by X' or 'in Y'.
            return follows in self.dates or bool(self.openers and self.openers.match(self.line, follows))
        if opener.start() == self.first and self._needs_colon(opener):
            return False
        if len(opener.group(1)) <= 3 and kind == "section":
            return any(p.kind in ("published", "modified", "byline") for p in self.parts) or self.opened is not None
        return True

    def _needs_colon(self, opener: re.Match[str]) -> bool:
        """Tell whether a noun opens the line without a colon or the like: 'Text me', 'Category five storm'."""
        word = opener.group(1)
        bare = self.lexicon.terms.get("by-bare", ())
        if len(word) <= 3 or len(word.split()) > 1 or phrase_key(word) in bare or not opener.group()[-1].isalnum():
            return False
        separator = _HARD_SEPARATOR.match(self.line, opener.end())
        return separator is None

    def _close_opener(self, at: int) -> None:
        """An opening word with nothing behind it: 'Posted' before 'by', or a lost value."""
        if self.opened:
            kind, start = self.opened
            self.parts.append(Part("opener", start, at, kind))
            self.opened = None

    def _date(self, found: FoundDate) -> int:
        kind, start = "published", found.start
        if self.opened and self.opened[0] in ("published", "updated"):
            start = self.opened[1]
            kind = "modified" if self.opened[0] == "updated" else "published"
            self.opened = None
        else:
            pending = self.opened
            self._close_opener(found.start)
            if pending is None and any(p.kind == "opener" and p.value == "updated" for p in self.parts):
                kind = "modified"
        self.parts.append(Part(kind, start, found.end, found))
        return found.end

    def _free(self, at: int) -> int:
        """Read free text up to the next hard separator, date or opening word."""
        end = self._free_end(at)
        text = self.line[at:end].rstrip(" \u00a0,;–—-")
        if self.dates and text.endswith(".") and text.count(".") == 1:
            text = text[:-1]  # a notice written as a sentence: '... filed under news.'
        if not text:  # nothing but dashes: read on behind them
            self.parts.append(Part("separator", at, max(end, at + 1)))
            return max(end, at + 1)
        end = at + len(text)
        kind, start = self.opened or ("", at)
        junk = (
            _junk_label(line_key(text), self.lexicon) if not self.opened or kind in ("published", "updated") else None
        )
        if junk is None and kind in ("by", *CREDIT_ROLES):
            people = read_people(text, self.lexicon, handles=kind == "by")
            self.failed |= people is None
            self.parts.append(Part("byline" if kind == "by" else kind, start, end, people, opened=True))
        elif junk is None and kind in ("section", "tags"):
            self.failed |= not _is_listing(text) or not self._is_announced(start, at, text)
            label = "tag-list" if kind == "tags" else text
            self.parts.append(Part("junk" if kind == "tags" else "section", start, end, label, opened=True))
        elif junk is not None:
            self._close_opener(at)
            self.parts.append(Part("junk", at, end, junk))
        else:
            self._close_opener(at)
            self.parts.append(Part("free", at, end, text))
        self.opened = None
        return end

    def _is_announced(self, start: int, at: int, text: str) -> bool:
        """Tell whether a list is opened for sure: 'Tags: a', 'Tags a, b', '... | Tags a'; 'Tagged turtle' is none."""
        opener = self.line[start:at].strip()
        return start > 0 or len(opener.split()) > 1 or not opener[-1:].isalnum() or bool(re.search("[,，、#]", text))

    def _free_end(self, at: int) -> int:
        ends = [start for start in self.dates if start > at]
        hard = _HARD_SEPARATOR.search(self.line, at + 1)
        if hard:
            ends.append(hard.start())
        ends += list(islice(self._openers_from(at), 1))
        return min(ends, default=len(self.line))

    def _openers_from(self, at: int) -> Iterator[int]:
        """Yield where the opening words of the free text from `at` on stand, less those that may be a part of it."""
        for opener in self.openers.finditer(self.line, at + 1) if self.openers else ():
            start, end = opener.span()
            kind = _kind_of(opener.group(1), self.lexicon)
            inside_word = self.line[start - 1].isalnum() or (
                opener.group()[-1].isalnum() and self.line[end : end + 1].isalnum()
            )
            # 'de' opens a byline, and is a part of many names; 'in' opens a section after a name: 'by X in Y'.
            named = self.opened is not None and self.opened[0] == "by"
            weak = len(opener.group(1)) <= 3 and kind == "section"
            weak = weak and not (named and is_person(self.line[at:start].strip(), self.lexicon))
            named = named and kind == "by"
            if not inside_word and not weak and not named and self._may_open(opener):
                yield start


def metadata_line(doc: Document, block: Block) -> list[Part] | None:
    """Return the parts of a metadata line, `None` where the block is none. Spans count from the block's start.

    >>> from cleaner.document import Context
    >>> line = "Posted on May 8, 2018 by Ann Lee | 3 Comments"
    >>> doc = Document(line, (Block(0, 0, len(line), line),), Context(lexicon=Lexicon.for_language("en")))
    >>> [(p.kind, line[p.start:p.end]) for p in metadata_line(doc, doc.blocks[0]) if p.kind != "separator"]
    [('published', 'Posted on May 8, 2018'), ('byline', 'by Ann Lee'), ('junk', '3 Comments')]
    """
    return read_line(doc, block) if doc.is_open(block) or block.index in _cache(doc) else None


def read_line(doc: Document, block: Block) -> list[Part] | None:
    """Return what `metadata_line` does, also of a line that was removed."""
    cache = _cache(doc)
    if block.index not in cache:
        parts = _read(doc, block.text) or _by_repeats(doc, block)
        cache[block.index] = None if parts and _is_menu_entry(doc, block, parts) else parts
    return cache[block.index]


def _cache(doc: Document) -> dict[int, list[Part] | None]:
    return doc.memo("metaline", dict)


def _by_repeats(doc: Document, block: Block) -> list[Part] | None:
    """Read 'ann-l | News 3 May 2020': a dated line that stands under several headlines, the same but for its date."""
    dates = line_dates(doc, block.text)
    residues = doc.memo("metaline.residues", lambda: _residues(doc))
    residue = residues.get(block.index, "")
    if not residue or doc.memo("metaline.repeats", lambda: Counter(residues.values()))[residue] < _REPEATS:
        return None
    if block.text[: dates[0].start].rstrip().endswith((",", "，", "、", "،")):  # 'Publisher, date' is a source
        return None
    near = (block.index - 1, block.index + 1)
    if any(residues.get(i) == residue for i in near) or block.index == 0:  # rows of a table
        return None
    parts: list[Part] = []
    at = 0
    for n, found in enumerate(dates):
        parts += _pieces(block.text, at, found.start, doc.lexicon)
        parts.append(Part("modified" if n else "published", found.start, found.end, found))
        at = found.end
    parts += _pieces(block.text, at, len(block.text), doc.lexicon)
    # The first name signs; what looks like another is the section.
    signed = next((p for p in parts if p.kind == "byline"), None)
    return [
        p._replace(kind="section", value=block.text[p.start : p.end]) if p.kind == "byline" and p is not signed else p
        for p in parts
    ]


def _residues(doc: Document) -> dict[int, str]:
    """Return what short dated lines say beside their dates, by the index of the block."""
    found = {}
    for block in doc.open_blocks():
        dates = line_dates(doc, block.text) if width(block.text) <= _WIDEST_REPEAT else []
        if dates and not ends_sentence(block.text):
            rest = block.text
            for date in reversed(dates):
                rest = f"{rest[: date.start]} {rest[date.end :]}"
            found[block.index] = line_key(rest)
    return found


def _pieces(line: str, start: int, end: int, lexicon: Lexicon) -> Iterator[Part]:
    """Read the text between two dates: an account's or a person's name, known junk, else a section."""
    for piece in re.finditer(r"[^|•·/]+", line[start:end]):
        text = piece.group().strip(" ,;:–—-\u00a0")
        if not text:
            continue
        at = start + piece.start() + piece.group().index(text)
        words_ = text.split()
        junk = next(
            (n for n in range(len(words_)) if _junk_label(line_key(" ".join(words_[n:])), lexicon)), len(words_)
        )
        name = " ".join(words_[:junk])
        cut = at + len(text) if junk == len(words_) else at + text.index(words_[junk], len(name))
        people = read_people(name, lexicon, handles=len(words_[:junk]) == 1) if name and junk <= 2 else None
        if name:
            yield Part("byline" if people else "section", at, at + len(name), people or name, opened=bool(people))
        if junk < len(words_):
            yield Part("junk", cut, at + len(text), _junk_label(line_key(" ".join(words_[junk:])), lexicon))


def _is_menu_entry(doc: Document, block: Block, parts: list[Part]) -> bool:
    """Tell whether a line such as 'By Role' stands among other labels: 'By Industry' is near, no headline, no text."""
    kinds = {part.kind for part in parts if part.kind != "separator"}
    names = [part.value for part in parts if part.kind == "byline"]
    if kinds != {"byline"} or len(block.text.split()) > 2 or any(len(n) > 1 for n in names if isinstance(n, tuple)):
        return False
    near = doc.blocks[max(block.index - 3, 0) : block.index] + doc.blocks[block.index + 1 : block.index + 4]
    return len(near) >= 4 and all(is_label(b.text) and words(b.text) <= 4 and not line_dates(doc, b.text) for b in near)


def _read(doc: Document, line: str) -> list[Part] | None:
    if width(line) > _WIDEST:
        return None
    dates = line_dates(doc, line)
    openers = _openers(doc.lexicon)
    if not dates and not (openers and openers.match(line.lstrip("-–—*|•· ("))):
        return None
    parts = _Reader(line, doc.lexicon, dates).read()
    if parts is None:
        return None
    return _with_free_text_settled(parts, line, doc.lexicon)


def _with_free_text_settled(parts: list[Part], line: str, lexicon: Lexicon) -> list[Part] | None:
    """Text that nothing opened is an author beside a date ('Ann Lee | May 8, 2018'), else a label, else prose."""
    if sum(p.kind == "byline" for p in parts) > 1:  # 'By sea, by land, by air'
        return None
    dated = any(p.kind in ("published", "modified") for p in parts)
    free = [p for p in parts if p.kind == "free"]
    if len(free) > 2 or (free and not dated):
        return None
    signed = any(p.kind == "byline" for p in parts)
    settled: list[Part] = []
    for part in parts:
        if part.kind != "free":
            settled.append(part)
            continue
        text = str(part.value)
        if not _is_set_apart(part, line):
            return None
        if not signed and is_person(text, lexicon) and len(text.split()) >= 2:
            settled.append(part._replace(kind="byline", value=read_people(text, lexicon)))
            signed = True
        elif is_label(text):
            settled.append(part._replace(kind="section"))
        else:
            return None
    useful = [p for p in settled if p.kind in ("published", "modified", "byline", "section", *CREDIT_ROLES) or p.opened]
    return settled if useful else None


def _is_set_apart(part: Part, line: str) -> bool:
    before, after = line[: part.start], line[part.end :]
    left = not before.strip() or re.search(r"[|•·∙●‧»«›‹/\\※§~¦–—-]\s*$|\s{2,}$", before)
    right = not after.strip() or re.match(r"\s*[|•·∙●‧»«›‹/\\※§~¦–—-]|\s{2,}", after)
    return bool(left and right)


def _junk_label(key: str, lexicon: Lexicon) -> str | None:
    hits = [h for h in lexicon.index.match(key) if h.group in _JUNK_GROUPS and h.label not in ("menu", "copyright")]
    exact = [h for h in hits if h.exact] or hits
    return exact[0].label if exact else None


def _is_listing(text: str) -> bool:
    """Tell whether a text can be a section or a list of tags: short items, no sentence."""
    if width(text) > 600 or ends_sentence(text):
        return False
    return all(words(item) <= 6 for item in re.split(r"[,，、;#|/]", text))


def _kind_of(word: str, lexicon: Lexicon) -> str:
    return _kinds(lexicon)[phrase_key(word)]


@lru_cache(maxsize=32)
def _kinds(lexicon: Lexicon) -> dict[str, str]:
    return {phrase_key(w): kind for kind in reversed(_OPENERS) for w in lexicon.terms.get(kind, ())}


@lru_cache(maxsize=32)
def _openers(lexicon: Lexicon) -> re.Pattern[str] | None:
    words = sorted(_kinds(lexicon), key=lambda w: (-len(w), w))
    if not words:
        return None
    spaced = any_of_phrases(words)
    # Without spaces a word is as often a part of another word.
    solid = r"(?=\s*[:：/|\d])"
    return re.compile(rf"({spaced})(?:(?!\w)|{solid})(?:\s*[:：]+)?", re.IGNORECASE)
