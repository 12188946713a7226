"""Bytes to text, for plain text and HTML alike, and what is the same for every text that comes in.

A byte-order mark decides, then the declared charset (by the caller or in a `<meta>`, read as the WHATWG
Encoding Standard reads labels), then UTF-8, then detection. One thing beats a declaration: bytes that are valid
UTF-8 and have characters beyond ASCII are UTF-8, because a page in a legacy encoding is so by chance hardly ever,
and a wrong label is common.
"""

from __future__ import annotations

import codecs
import re

from cleaner.errors import BinaryInputError, OptionError

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
_LONG_SAMPLE = 100_000
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f\ufffd]")
_MOST_CONTROLS = 0.05
# Encodings in which bytes that are valid UTF-8 are no accident.
_NOT_ASCII = ("utf-16", "utf-32", "utf_16", "utf_32", "iso-2022", "iso2022", "hz", "utf-7", "utf_7")
_META_CHARSET = re.compile(rb"<meta\s[^>]{0,500}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_.:-]{2,40})", re.I)
_XML_CHARSET = re.compile(rb"^\s*<\?xml\s[^>]{0,200}?encoding\s*=\s*[\"']([A-Za-z0-9_.:-]{2,40})", re.I)
_COMMENT = re.compile(rb"<!--.*?(?:-->|\Z)", re.S)
# The standard reads 1,024 bytes; pages declare later than that, behind scripts and comments.
_PRESCAN = 16_384

_ODD_IN_WORD = re.compile(r"[^\W\d_][¹²³¿¡×÷¤¦¨¯´¶¸¼½¾\ufffd]+[^\W\d_]")
_NEWLINES = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_UNSPEAKABLE = re.compile("[\x00\ud800-\udfff]")


def decode(data: bytes, charset: str | None = None) -> tuple[str, list[str]]:
    """Return the text of some bytes, and warnings where the encoding had to be guessed.

    Raises `BinaryInputError` for bytes that are no text, `OptionError` for an unknown charset.

    >>> decode("café".encode("utf-16"))
    ('café', [])
    """
    marked = _by_mark(data)
    if marked is not None:
        return marked, []
    _refuse_binary(data)
    if charset is not None:
        return _declared(data, charset), []
    return _undeclared(data)


def decode_html(data: bytes, charset: str | None = None) -> tuple[str, list[str]]:
    """Return the text of an HTML page's bytes, and warnings; `charset` is what its server declared.

    Raises `BinaryInputError` for bytes that are no text, `OptionError` for an unknown `charset`.

    >>> decode_html('<meta charset="iso-8859-1"><p>“Café”'.encode("cp1252"))
    ('<meta charset="iso-8859-1"><p>“Café”', [])
    """
    marked = _by_mark(data)
    if marked is not None:
        return marked, []
    _refuse_binary(data)
    declared = _codec(charset) if charset is not None else _codec(declared_charset(data))
    if charset is not None and declared is None:
        return _declared(data, charset), []
    wide = None if declared is not None and declared.name.startswith(_NOT_ASCII) else _bare_utf16(data[:_SAMPLE])
    if wide is None and (declared is None or not declared.name.startswith(_NOT_ASCII)):
        try:
            return data.decode("utf-8"), []
        except UnicodeDecodeError:
            pass
    if wide or declared is None or declared.name.startswith(("utf-8", "utf_8")):
        return _undeclared(data)
    return declared.decode(data, "replace")[0], []


def declared_charset(data: bytes) -> str | None:
    """Return the charset that a page's first `<meta>` or XML declaration names.

    >>> declared_charset(b'<meta http-equiv="Content-Type" content="text/html; charset=GB2312">')
    'GB2312'
    """
    head = _COMMENT.sub(b"", data[:_PRESCAN])
    found = _META_CHARSET.search(head) or _XML_CHARSET.match(head)
    if found is None:
        return None
    label = found.group(1).decode("ascii")
    # A page whose declaration can be read byte by byte is in none of these, says the standard.
    return "utf-8" if label.lower().startswith(("utf-16", "utf16")) else label


def plain(text: str) -> tuple[str, list[str]]:
    r"""Return a text with `\n` for every line break and U+FFFD for NUL and lone surrogates, and a warning for these.

    Raises `BinaryInputError` for what is no text.
    """
    text = sound(text)
    text = _NEWLINES.sub("\n", text)
    return speakable(text)


def sound(text: str) -> str:
    """Return a text without its byte-order mark; raise `BinaryInputError` for what is none."""
    if text.startswith("%PDF-"):
        raise BinaryInputError("not text: a PDF")
    sample = text[:_SAMPLE]
    if len(sample) > 16 and len(_CONTROLS.findall(sample.replace("\ufffd", ""))) > 4 * _MOST_CONTROLS * len(sample):
        raise BinaryInputError("not text: too many control characters")
    return text.removeprefix("\ufeff")


def speakable(text: str) -> tuple[str, list[str]]:
    """Return a text with U+FFFD for NUL and lone surrogates, and a warning that counts them."""
    if "\0" not in text:
        try:
            if text.isascii() or text.encode("utf-16-le"):  # many times as fast as any search for surrogates
                return text, []
        except UnicodeEncodeError:
            pass
    text, count = _UNSPEAKABLE.subn("\ufffd", text)
    return text, [f"{count} NUL or lone surrogate characters replaced by U+FFFD"] if count else []


def _by_mark(data: bytes) -> str | None:
    for bom, name in _BOMS:
        if data.startswith(bom):
            return data[len(bom) :].decode(name, "replace")
    return None


def _refuse_binary(data: bytes) -> None:
    if data.startswith(_MAGIC) or (data.startswith(_SPELLED_MAGIC) and _CONTROLS.search(data[:64].decode("latin-1"))):
        raise BinaryInputError(f"not text: the input begins with {data[:5]!r}")


def _declared(data: bytes, charset: str) -> str:
    """Return bytes in the charset that the caller names, by Python's name for it or else by the web's."""
    try:
        return data.decode(charset, "replace")
    except (LookupError, ValueError) as error:
        codec = _codec(charset)
        if codec is None:
            raise OptionError(f"unknown charset {charset!r}", option="content_type") from error
        return codec.decode(data, "replace")[0]


def _codec(label: str | None) -> codecs.CodecInfo | None:
    if label is None:
        return None
    from webencodings import lookup  # the standard's labels: 'iso-8859-1' means windows-1252

    found = lookup(label)
    return found.codec_info if found is not None else None


def _undeclared(data: bytes) -> tuple[str, list[str]]:
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
    # ASCII with a NUL or two is no wide text, though two of its letters make a Chinese one.
    if len(_CONTROLS.findall(sample.decode("latin-1"))) < _MOST_CONTROLS * len(sample):
        return None
    # Scripts beyond Latin have zero bytes in spaces and newlines alone.
    letters = sum(c.isalpha() or c.isspace() for c in sample[: 2 * half].decode(name, "replace"))
    return name if min(even, odd) == 0 and letters > 0.8 * half else None


def _guess(data: bytes, error: UnicodeDecodeError) -> tuple[str, list[str]]:
    lenient = data.decode("utf-8", "replace")
    # A few broken bytes in much good UTF-8 (a cut, a splice) are no reason to read it all as something else.
    good = sum(1 for c in lenient[:_LONG_SAMPLE] if "\x7f" < c != "\ufffd")
    bad = lenient.count("\ufffd", 0, _LONG_SAMPLE)
    if good >= bad or len(data) - error.start < 4:
        return lenient, [f"invalid UTF-8 at byte {error.start}: read with U+FFFD in its place"]
    found = "windows-1252" if _is_western(data[:_LONG_SAMPLE]) else _detect(data[:_LONG_SAMPLE])
    return data.decode(found, "replace"), [f"not UTF-8 and no charset declared: read as {found}"]


def _is_western(sample: bytes) -> bool:
    """Tell whether bytes read well as windows-1252: few accents, and no signs such as '³' within words."""
    high = sum(byte > 0x7F for byte in sample)
    return high < 0.2 * len(sample) and not _ODD_IN_WORD.search(sample.decode("windows-1252", "replace"))


def _detect(sample: bytes) -> str:
    from bs4.dammit import UnicodeDammit  # a slow import that valid input never needs

    return UnicodeDammit(sample, is_html=False).original_encoding or "windows-1252"
