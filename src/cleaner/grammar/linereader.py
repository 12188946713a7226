"""What a metadata line says: its dates, names and labels, read from left to right.

A line is one only if all of it can be read so: dates, opening words ('by', 'posted in') with what they
open, separators and known junk. One word too many and it is prose.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from cleaner.document import Document
from cleaner.grammar.dates import FoundDate, line_dates
from cleaner.grammar.names import is_person, is_role, read_people
from cleaner.grammar.openers import CREDIT_ROLES, junk_label, junk_tokens, kind_of, openers
from cleaner.grammar.shape import ends_sentence, is_label, width, words
from cleaner.lexicon import Lexicon, line_key, phrase_key
from cleaner.record import Author

_SEPARATOR = re.compile(
    r"(?:\s*[|•·∙⋅●‧»«›‹→←/\\,;:()\[\]{}※§~✎…>¦、，；：（）【】・.&]\s*|\s+[-–—]+\s+|\s+|^[-–—*]+|[-–—*]+$)+"
)
_HARD_SEPARATOR = re.compile(r"\s*[|•·∙⋅●‧»«›‹/\\※§~¦]+\s*|\s+[-–—]+\s+|\s{2,}|\s*[,;]\s*$")
# 'od Brna do Prahy' is a way in Slavic languages; elsewhere such a 'do' is a part of names.
_WAY = re.compile(r"(?:od|przez)\s+\w+\s+do\s", re.IGNORECASE)
# As short as a preposition; in Hangul and in Hebrew script, nouns are as short.
_PREPOSITION = re.compile(r"[^\uac00-\ud7af\u05d0-\u05ea]{1,3}")
_WIDEST = 700
_LONGEST_LABEL = 3
# 'This entry was posted on ... and is filed under ...' is about so long; what is longer and ends as a sentence is text.
_WIDEST_SENTENCE = 260


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


class Reader:
    """Reads one line from left to right; `parts` is what it made of it, `failed` that it is none."""

    def __init__(self, line: str, lexicon: Lexicon, dates: list[FoundDate], *, repeats: bool = False) -> None:
        self.line = line
        self.repeats = repeats  # lines of its shape stand at several places
        self.lexicon = lexicon
        self.dates = {d.start: d for d in dates}
        self.openers = openers(lexicon)
        self.junk = junk_tokens(lexicon)
        self.parts: list[Part] = []
        self.opened: tuple[str, int] | None = None  # an opening word that waits for what it opens
        self.failed = False
        self.first = len(line) - len(line.lstrip(" -–—*|•·("))

    def read(self) -> list[Part] | None:
        """Return the parts of the line, `None` where it is none."""
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
        junk = self.junk.match(self.line, at)
        if junk and not (self.opened and self.opened[0] == "by"):
            return self._junk(junk)
        opener = self.openers.match(self.line, at) if self.openers else None
        if opener and not self._signs(opener) and self._may_open(opener):
            self._close_opener(at)
            self.opened = (kind_of(opener.group(1), self.lexicon), at)
            return opener.end()
        return self._free(at)

    def _signs(self, opener: re.Match[str]) -> bool:
        """Tell whether a role signs: 'By Editor', 'By Editor | May 8, 2018'; 'By Editor: X' goes on."""
        if self.opened is None or self.opened[0] != "by" or not is_role(opener.group(1), self.lexicon):
            return False
        separator = _SEPARATOR.match(self.line, opener.end())
        rest = separator.end() if separator else opener.end()
        junk = self.junk.match(self.line, rest)
        return rest == len(self.line) or (opener.group()[-1] not in ":：" and (rest in self.dates or bool(junk)))

    def _junk(self, found: re.Match[str]) -> int:
        """Take a comment count or the like, which needs nothing around it to be known."""
        self._close_opener(found.start())
        self.parts.append(Part("junk", found.start(), found.end(), junk_label(line_key(found.group()), self.lexicon) or "date-stub"))
        return found.end()

    def _may_open(self, opener: re.Match[str]) -> bool:
        kind = kind_of(opener.group(1), self.lexicon)
        rest = opener.end()
        if kind == "by" and _WAY.match(self.line, opener.start()):
            return False
        separator = _SEPARATOR.match(self.line, rest)
        follows = separator.end() if separator else rest
        if kind in ("published", "updated"):
            # 'on' and 'le' open nothing but a date; 'Posted' may also stand before 'by X' or 'in Y'.
            return follows in self.dates or bool(self.openers and self.openers.match(self.line, follows))
        if opener.start() == self.first and self._needs_colon(opener):
            return False
        if _PREPOSITION.fullmatch(opener.group(1)) and kind == "section":
            return any(p.kind in ("published", "modified", "byline") for p in self.parts) or self.opened is not None
        return True

    def _needs_colon(self, opener: re.Match[str]) -> bool:
        """Tell whether a noun opens the line without a colon or the like: 'Text me', 'Category five storm'."""
        word = opener.group(1)
        bare = self.lexicon.terms.get("by-bare", ())
        if _PREPOSITION.fullmatch(word) or len(word.split()) > 1 or phrase_key(word) in bare or not opener.group()[-1].isalnum():
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
            junk_label(line_key(text), self.lexicon) if not self.opened or kind in ("published", "updated") else None
        )
        if junk is None and kind in ("by", *CREDIT_ROLES):
            self.parts.append(self._signed(kind, text, start, end))
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

    def _signed(self, kind: str, text: str, start: int, end: int) -> Part:
        """Read what 'by' or a role opens. Where a line repeats, 'by' opens a name whatever it looks like, and a role without one is a label."""
        people = read_people(text, self.lexicon, handles=kind == "by")
        if people is None and self.repeats:
            if kind != "by":
                return Part("free", start, end, self.line[start:end])
            people = (Author(text),) if words(text) <= _LONGEST_LABEL else None
        self.failed |= people is None
        return Part("byline" if kind == "by" else kind, start, end, people, opened=True)

    def _may_sign(self, name: str) -> bool:
        """Tell whether a name between 'by' and 'in' is one: a person's, in a dated line also an account's."""
        return is_person(name, self.lexicon) or (bool(self.dates) and read_people(name, self.lexicon, handles=True) is not None)

    def _is_announced(self, start: int, at: int, text: str) -> bool:
        """Tell whether a list is opened for sure: 'Tags: a', 'Tags a, b', '... | Tags a'; 'Tagged turtle' is none."""
        opener = self.line[start:at].strip()
        return start > 0 or len(opener.split()) > 1 or not opener[-1:].isalnum() or bool(re.search("[,，、#]", text))

    def _free_end(self, at: int) -> int:
        ends = [start for start in self.dates if start > at]
        hard = _HARD_SEPARATOR.search(self.line, at + 1)
        if hard:
            ends.append(hard.start())
        junk = self.junk.search(self.line, at + 1)
        if junk:
            ends.append(junk.start())
        ends += list(islice(self._openers_from(at), 1))
        return min(ends, default=len(self.line))

    def _openers_from(self, at: int) -> Iterator[int]:
        """Yield where the opening words of the free text from `at` on stand, less those that may be a part of it."""
        for opener in self.openers.finditer(self.line, at + 1) if self.openers else ():
            start, end = opener.span()
            kind = kind_of(opener.group(1), self.lexicon)
            inside_word = self.line[start - 1].isalnum() or (
                opener.group()[-1].isalnum() and self.line[end : end + 1].isalnum()
            )
            # 'de' opens a byline, and is a part of many names; 'in' opens a section after a name: 'by X in Y'.
            named = self.opened is not None and self.opened[0] == "by"
            weak = kind == "section" and _PREPOSITION.fullmatch(opener.group(1)) is not None
            weak = weak and not (named and self._may_sign(self.line[at:start].strip()))
            named = named and kind == "by"
            if not inside_word and not weak and not named and self._may_open(opener):
                yield start


def read(doc: Document, line: str) -> list[Part] | None:
    """Return the parts of a line by itself, `None` where it is no metadata line."""
    columns = width(line)
    if columns > _WIDEST or (columns > _WIDEST_SENTENCE and ends_sentence(line)):
        return None
    dates = line_dates(doc, line)
    opening, junk = openers(doc.lexicon), junk_tokens(doc.lexicon)
    start = line.lstrip("-–—*|•· (")
    if not dates and not any(tokens and tokens.match(start) for tokens in (opening, junk)):
        return None
    parts = Reader(line, doc.lexicon, dates).read()
    if parts is None:
        return None
    return _with_free_text_settled(parts, line, doc.lexicon)


def _with_free_text_settled(parts: list[Part], line: str, lexicon: Lexicon) -> list[Part] | None:
    """Text that nothing opened is an author beside a date ('Ann Lee | May 8, 2018'), else a label, else prose."""
    if sum(p.kind == "byline" for p in parts) > 1:  # 'By sea, by land, by air'
        return None
    dated = any(p.kind in ("published", "modified") for p in parts)
    free = [p for p in parts if p.kind == "free"]
    signed = any(p.kind == "byline" for p in parts)
    # 'By Ann Lee | Halm Daily'
    labelled = any(p.kind == "byline" and p.opened for p in parts) and len(free) == 1 and words(str(free[0].value)) <= _LONGEST_LABEL
    known = dated or labelled or (signed and any(p.kind == "junk" for p in parts))
    if len(free) > 2 or (free and not known):
        return None
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
    left = not before.strip() or re.search(r"[|•·∙⋅●‧»«›‹/\\※§~¦–—-]\s*$|\s{2,}$", before)
    right = not after.strip() or re.match(r"\s*[|•·∙⋅●‧»«›‹/\\※§~¦–—-]|\s{2,}", after)
    return bool(left and right)


def _is_listing(text: str) -> bool:
    """Tell whether a text can be a section or a list of tags: short items, no sentence."""
    if width(text) > 600 or ends_sentence(text):
        return False
    return all(words(item) <= 6 for item in re.split(r"[,，、;#|/]", text))
