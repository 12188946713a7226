"""Plain text, as str or bytes, to a `Document` of one block a line.

What changes on the way in, so that nothing changes behind the ledger's back:

- bytes are decoded: a byte-order mark decides, then the declared charset, then UTF-8, then detection;
- one leading U+FEFF is dropped;
- CRLF, CR, VT, FF, NEL, U+2028 and U+2029 become LF;
- NUL and lone surrogates become U+FFFD, and a warning counts them.

Everything else stays as it is. Offsets count characters of the result, `Document.text`.

A block is one line, or the lines that one line was cut into at its inline tags (`grammar/joints.py`): those stay apart
in the text, and in the block's own text a space stands for each line break.
"""

from __future__ import annotations

from dataclasses import replace

from cleaner.document import Block, Context, Document
from cleaner.grammar.joints import joined_lines
from cleaner.parse.encoding import decode, plain


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
    return Document(text, tuple(_blocks(text)), replace(context, warnings=(*context.warnings, *warnings, *more)))


def _blocks(text: str) -> list[Block]:
    blocks: list[Block] = []
    lines = text.split("\n")
    at = gap = first = 0
    joined = False
    for line, goes_on in zip(lines, joined_lines(lines), strict=True):
        inner = line.strip()
        if not inner:
            gap += not joined
        else:
            start, end = at + len(line) - len(line.lstrip()), at + len(line.rstrip())
            if not joined:
                first = start
            if not goes_on:
                blocks.append(Block(len(blocks), first, end, text[first:end].replace("\n", " "), gap if blocks else 0))
                gap = 0
            joined = goes_on
        at += len(line) + 1
    return blocks
