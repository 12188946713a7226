"""Plain text, as str or bytes, to a `Document` of one block a line.

What changes on the way in, so that nothing changes behind the ledger's back:

- bytes are decoded: a byte-order mark decides, then the declared charset, then UTF-8, then detection;
- one leading U+FEFF is dropped;
- CRLF, CR, VT, FF, NEL, U+2028 and U+2029 become LF;
- NUL and lone surrogates become U+FFFD, and a warning counts them;
- lines that a flattener cut at inline tags are put together again (see `parse/joints.py`).

Everything else stays as it is. Offsets count characters of the result, `Document.text`.
"""

from __future__ import annotations

import re
from dataclasses import replace

from cleaner.document import Block, Context, Document
from cleaner.parse.encoding import decode, plain
from cleaner.parse.joints import rejoined

_LINE = re.compile(r"[^\n]+")


def parse_text(source: str | bytes, context: Context | None = None, *, charset: str | None = None) -> Document:
    """Return the document of a plain text. `charset` is the declared encoding of `bytes`.

    Raises `BinaryInputError` for what is no text, `OptionError` for an unknown charset.

    >>> doc = parse_text("One\\r\\n\\r\\nTwo")
    >>> doc.text, [block.gap for block in doc.blocks]
    ('One\\n\\nTwo', [0, 1])
    """
    context = context or Context()
    text, warnings = decode(source, charset) if isinstance(source, bytes) else (source, [])
    text, more = plain(text)
    text = rejoined(text)
    return Document(text, tuple(_blocks(text)), replace(context, warnings=(*context.warnings, *warnings, *more)))


def _blocks(text: str) -> list[Block]:
    blocks: list[Block] = []
    gap_from = 0
    for line in _LINE.finditer(text):
        whole = line.group()
        inner = whole.strip()
        if not inner:
            continue
        start = line.start() + len(whole) - len(whole.lstrip())
        gap = max(text.count("\n", gap_from, start) - 1, 0) if blocks else 0
        blocks.append(Block(len(blocks), start, start + len(inner), inner, gap))
        gap_from = start + len(inner)
    return blocks
