"""Plain text, as str or bytes, to a `Document` of one block a line.

What changes on the way in, so that nothing changes behind the ledger's back:

- bytes are decoded: a byte-order mark decides, then the declared charset, then UTF-8, then detection;
- one leading U+FEFF is dropped;
- CRLF, CR, VT, FF, NEL, U+2028 and U+2029 become LF;
- NUL and lone surrogates become U+FFFD, and a warning counts them.

Everything else stays as it is. Offsets count characters of the result, `Document.text`.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import replace

from cleaner.document import Block, Context, Document
from cleaner.errors import BinaryInputError, InputTypeError, OptionError, UnsupportedContentError

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_MAGIC = (
    b"%PDF-", b"PK\x03\x04", b"\x1f\x8b", b"\x89PNG", b"GIF8", b"\xff\xd8\xff", b"\x7fELF", b"7z\xbc\xaf",
    b"\x28\xb5\x2f\xfd", b"\xfd7zXZ", b"\xd0\xcf\x11\xe0",
)  # fmt: skip
# These could begin a text, too.
_SPELLED_MAGIC = (b"BZh", b"OggS", b"ID3", b"RIFF", b"wOFF", b"wOF2")
_SAMPLE = 8192
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f\ufffd]")
_MOST_CONTROLS = 0.05

_ODD_IN_WORD = re.compile(r"[^\W\d_][¹²³¿¡×÷¤¦¨¯´¶¸¼½¾\ufffd]+[^\W\d_]")
_NEWLINES = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_UNSPEAKABLE = re.compile("[\x00\ud800-\udfff]")
_LINE = re.compile(r"[^\n]+")

_HTML_START = re.compile(r"\s*(?:<!--.{0,2000}?-->\s*)*<(?:!doctype\s+html|html|head|body|\?xml)\b", re.I | re.S)
_HTML_TAG = re.compile(
    r"</?(?:a|article|body|br|div|em|footer|h[1-6]|head|header|html|img|input|li|link|main|meta|nav|ol|p|script"
    r"|section|span|strong|style|table|td|title|tr|ul)(?:\s[^<>]{0,1000})?/?>",
    re.I,
)
_HTML_SAMPLE = 100_000
_MIN_TAGS = 4
_MIN_TAG_SHARE = 0.08


def parse_text(
    source: str | bytes, context: Context | None = None, *, charset: str | None = None, is_text: bool = False
) -> Document:
    """Return the document of a plain text. `charset` is the declared encoding of `bytes`.

    `is_text` says that the source is plain text even where it looks like HTML.

    Raises `BinaryInputError` for what is no text, `UnsupportedContentError` for HTML, `InputTypeError` and `OptionError`
    for arguments of a wrong kind.

    >>> doc = parse_text("One\\r\\n\\r\\nTwo")
    >>> doc.text, [block.gap for block in doc.blocks]
    ('One\\n\\nTwo', [0, 1])
    """
    context = context or Context()
    if isinstance(source, bytes):
        text, warnings = decode(source, charset)
    elif isinstance(source, str):
        text, warnings = source, []
    else:
        raise InputTypeError(f"cannot clean a {type(source).__name__}; hand in str or bytes")
    text, more = _normalise(text)
    if not is_text:
        refuse_html(text)
    return Document(text, tuple(_blocks(text)), replace(context, warnings=(*context.warnings, *warnings, *more)))


def decode(data: bytes, charset: str | None = None) -> tuple[str, list[str]]:
    """Return the text of some bytes, and warnings where the encoding had to be guessed.

    Raises `BinaryInputError` for bytes that are no text, `OptionError` for an unknown charset.

    >>> decode("café".encode("utf-16"))
    ('café', [])
    """
    for bom, name in _BOMS:
        if data.startswith(bom):
            return data[len(bom) :].decode(name, "replace"), []
    if data.startswith(_MAGIC) or (data.startswith(_SPELLED_MAGIC) and _CONTROLS.search(data[:64].decode("latin-1"))):
        raise BinaryInputError(f"not text: the input begins with {data[:5]!r}")
    if charset is not None:
        try:
            return data.decode(charset, "replace"), []
        except (LookupError, ValueError) as error:
            raise OptionError(f"unknown charset {charset!r}", option="content_type") from error
    wide = _bare_utf16(data[:_SAMPLE])
    if wide:
        return data.decode(wide, "replace"), [f"no charset declared: read as {wide}"]
    if len(_CONTROLS.findall(data[:_SAMPLE].decode("latin-1"))) > _MOST_CONTROLS * len(data[:_SAMPLE]):
        raise BinaryInputError("not text: too many control characters")
    try:
        return data.decode("utf-8"), []
    except UnicodeDecodeError as error:
        return _guess(data, error)


def _bare_utf16(sample: bytes) -> str | None:
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    half = len(sample) // 2
    if half < 2 or min(even, odd) > 0.05 * half or even == odd:
        return None
    name = "utf-16-le" if odd > even else "utf-16-be"
    if max(even, odd) >= 0.3 * half:
        return name
    # Scripts beyond Latin have zero bytes in spaces and newlines alone.
    letters = sum(c.isalpha() or c.isspace() for c in sample[: 2 * half].decode(name, "replace"))
    return name if min(even, odd) == 0 and letters > 0.8 * half else None


def _guess(data: bytes, error: UnicodeDecodeError) -> tuple[str, list[str]]:
    lenient = data.decode("utf-8", "replace")
    # A few broken bytes in much good UTF-8 (a cut, a splice) are no reason to read it all as something else.
    good = sum(1 for c in lenient[:_HTML_SAMPLE] if "\x7f" < c != "\ufffd")
    bad = lenient.count("\ufffd", 0, _HTML_SAMPLE)
    if good >= bad or len(data) - error.start < 4:
        return lenient, [f"invalid UTF-8 at byte {error.start}: read with U+FFFD in its place"]
    found = "windows-1252" if _is_western(data[:_HTML_SAMPLE]) else _detect(data[:_HTML_SAMPLE])
    return data.decode(found, "replace"), [f"not UTF-8 and no charset declared: read as {found}"]


def _is_western(sample: bytes) -> bool:
    """Tell whether bytes read well as windows-1252: few accents, and no signs such as '³' within words."""
    high = sum(byte > 0x7F for byte in sample)
    return high < 0.2 * len(sample) and not _ODD_IN_WORD.search(sample.decode("windows-1252", "replace"))


def _detect(sample: bytes) -> str:
    from bs4.dammit import UnicodeDammit  # a slow import that valid input never needs

    return UnicodeDammit(sample, is_html=False).original_encoding or "windows-1252"


def _normalise(text: str) -> tuple[str, list[str]]:
    if text.startswith("%PDF-"):
        raise BinaryInputError("not text: a PDF")
    if text.startswith("\ufeff"):
        text = text[1:]
    sample = text[:_SAMPLE]
    if len(sample) > 16 and len(_CONTROLS.findall(sample.replace("\ufffd", ""))) > 4 * _MOST_CONTROLS * len(sample):
        raise BinaryInputError("not text: too many control characters")
    text = _NEWLINES.sub("\n", text)
    text, count = _UNSPEAKABLE.subn("\ufffd", text)
    return text, [f"{count} NUL or lone surrogate characters replaced by U+FFFD"] if count else []


def looks_like_html(text: str) -> bool:
    """Tell whether a text is HTML or XML source rather than flat text that quotes a tag or two.

    >>> looks_like_html("<p>One</p><p>Two</p>"), looks_like_html("Write <b> for bold, <i> for italics.")
    (True, False)
    """
    if _HTML_START.match(text):
        return True
    sample = text[:_HTML_SAMPLE]
    tags = _HTML_TAG.findall(sample) if "<" in sample else []
    size = sum(len(m.group()) for m in _HTML_TAG.finditer(sample)) if tags else 0
    if sample.lstrip().startswith("<") and _HTML_TAG.match(sample.lstrip()):
        return len(tags) >= 2 and size > _MIN_TAG_SHARE * len(sample)
    return len(tags) >= _MIN_TAGS and size > 2 * _MIN_TAG_SHARE * len(sample)


def refuse_html(text: str) -> None:
    """Raise `UnsupportedContentError` where `text` is HTML."""
    if looks_like_html(text):
        raise UnsupportedContentError("HTML cannot be read yet; hand in its text", content_type="text/html")


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
