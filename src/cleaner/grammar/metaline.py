"""Metadata lines: 'Posted on May 8, 2018 by Ann Lee | Filed under: News | 3 Comments', taken apart.

What one line by itself does not tell, its like elsewhere on the page do: 'ann-l News 3 May 2020' under each headline.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from cleaner.document import Block, Document
from cleaner.grammar.dates import FoundDate, line_dates
from cleaner.grammar.linereader import Part, Reader, read
from cleaner.grammar.names import read_people
from cleaner.grammar.openers import junk_label
from cleaner.grammar.shape import ends_sentence, is_headline, is_label, width, words
from cleaner.lexicon import Lexicon, line_key
from cleaner.record import Author

_NUMBER = re.compile(r"\d+")
# '— Ann Lee (@annlee) May 8, 2018' under a post of a network that stands in an article: who wrote that, and when.
_OF_POST = re.compile(r"[—–-]\s*\w.{0,100}\(@\w+\)\s.*\d")
# A line read by its repeats is short, and there are so many of it.
_WIDEST_REPEAT = 100
_REPEATS = 2
# Around a date so few words are no sentence.
_FEW = 5
# As long is a date to the day.
_WHOLE = 10


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
        parts = read(doc, block.text) or _by_repeats(doc, block)
        cache[block.index] = None if parts and _is_menu_entry(doc, block, parts) else parts
    return cache[block.index]


def _cache(doc: Document) -> dict[int, list[Part] | None]:
    return doc.memo("metaline", dict)


def _by_repeats(doc: Document, block: Block) -> list[Part] | None:
    """Read 'ann-l News 3 May 2020': a dated line that stands under headlines, of the same shape in several places."""
    if block.markup is not None and block.markup.level:  # a headline: 'Letter of 3 May 2020'
        return None
    if _OF_POST.match(block.text):
        return None
    dates = line_dates(doc, block.text)
    shapes = doc.memo("metaline.shapes", lambda: _shapes(doc))
    shape = shapes.get(block.index)
    if shape is None or doc.memo("metaline.repeats", lambda: Counter(shapes.values()))[shape] < _REPEATS:
        return None
    if block.text[: dates[0].start].rstrip().endswith((",", "，", "、", "،")):  # 'Publisher, date' is a source
        return None
    if is_headline(block.text) and _is_dated_below(doc, block):
        return None
    near = (block.index - 1, block.index + 1)
    if any(shapes.get(i) == shape for i in near) or block.index == 0:  # rows of a table
        return None
    parts = Reader(block.text, doc.lexicon, dates, repeats=True).read()
    return _signed_once(p for part in parts for p in _pieces(block.text, part, doc.lexicon)) if parts else None


def _is_dated_below(doc: Document, block: Block) -> bool:
    """Tell whether the line below says for sure when: then this one is a title with a date in it, 'Notes of May 8, 2018'."""
    below = doc.blocks[block.index + 1 : block.index + 2]
    parts = [part.value for b in below if doc.is_open(b) for part in read(doc, b.text) or () if part.kind == "published"]
    return any(len(value.iso or "") >= _WHOLE for value in parts if isinstance(value, FoundDate))


def _signed_once(parts: Iterable[Part]) -> list[Part]:
    """Return the parts; the first date and the first name are the article's, a later name is the section."""
    found = [p for p in parts if p.kind != "separator"]
    dates = [p for p in found if p.kind == "published"]
    found = [p._replace(kind="modified") if p in dates[1:] else p for p in found]
    signed = next((p for p in found if p.kind == "byline" and p.opened), None) or next((p for p in found if p.kind == "byline"), None)
    return [p._replace(kind="section", value=_names(p.value)) if p.kind == "byline" and p is not signed else p for p in found]


def _names(people: object) -> str:
    return ", ".join(person.name for person in people if isinstance(person, Author)) if isinstance(people, tuple) else ""


def _shapes(doc: Document) -> dict[int, tuple[bool, bool, str]]:
    """Return the shape of short dated lines by the index of the block: whether text stands before the date and after it,
    and what it says, which may differ beside a headline.
    """  # noqa: D205
    found = {}
    headed = set()
    for block in doc.open_blocks():
        dates = line_dates(doc, block.text) if width(block.text) <= _WIDEST_REPEAT else []
        if not dates:
            continue
        before, after = block.text[: dates[0].start].strip(), block.text[dates[-1].end :].strip()
        whole = any(len(d.iso or "") >= _WHOLE for d in dates)
        if not ends_sentence(block.text) or (whole and _is_note(before, after)):
            found[block.index] = (bool(before), bool(after), line_key(f"{before} {after}"))
            if whole and _is_headed(doc, block):
                headed.add(block.index)
    # The last of such lines has no headline below, and says the same as the others but for its counts.
    known = {_NUMBER.sub("#", found[i][2]) for i in headed}
    return {i: (*shape[:2], "") if i in headed or _NUMBER.sub("#", shape[2]) in known else shape for i, shape in found.items()}


def _is_note(before: str, after: str) -> bool:
    """Tell whether what stands around a date is no sentence, although it ends in a full stop."""
    return words(before) + words(after) <= _FEW and "." not in before + after.rstrip(".")


def _is_headed(doc: Document, block: Block) -> bool:
    """Tell whether a headline without a date stands right above or right below."""
    near = doc.blocks[max(block.index - 1, 0) : block.index] + doc.blocks[block.index + 1 : block.index + 2]
    return any(doc.is_open(b) and is_headline(b.text) and not line_dates(doc, b.text) for b in near)


def _pieces(line: str, part: Part, lexicon: Lexicon) -> Iterator[Part]:
    """Read free text beside a date: an account's or a person's name, known junk, else a section."""
    if part.kind != "free":
        yield part
        return
    text = line[part.start : part.end]
    words_ = text.split()
    junk = next((n for n in range(len(words_)) if junk_label(line_key(" ".join(words_[n:])), lexicon)), len(words_))
    name = " ".join(words_[:junk])
    cut = part.end if junk == len(words_) else part.start + text.index(words_[junk], len(name))
    handle = junk == 1 and not name[0].isdigit()
    people = read_people(name, lexicon, handles=handle) if name and junk <= 3 else None
    if name:
        yield Part("byline" if people else "section", part.start, part.start + len(name), people or name)
    if junk < len(words_):
        yield Part("junk", cut, part.end, junk_label(line_key(" ".join(words_[junk:])), lexicon))


def _is_menu_entry(doc: Document, block: Block, parts: list[Part]) -> bool:
    """Tell whether a line such as 'By Role' stands among other labels: 'By Industry' is near, no headline, no text."""
    kinds = {part.kind for part in parts if part.kind != "separator"}
    names = [part.value for part in parts if part.kind == "byline"]
    if kinds != {"byline"} or len(block.text.split()) > 2 or any(len(n) > 1 for n in names if isinstance(n, tuple)):
        return False
    near = doc.blocks[max(block.index - 3, 0) : block.index] + doc.blocks[block.index + 1 : block.index + 4]
    return len(near) >= 4 and all(is_label(b.text) and words(b.text) <= 4 and not line_dates(doc, b.text) for b in near)
