from __future__ import annotations

import codecs
import gzip
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cleaner import BinaryInputError, Block, OptionError
from cleaner.document import Context
from cleaner.parse import parse_text
from cleaner.parse.encoding import decode
from tests.helpers import PAGE, PARAGRAPHS

SHORT = "Café “Münze” – 5 €"


def text_of(source: Any, charset: str | None = None) -> str:
    return parse_text(source, charset=charset).text


def warnings_of(source: Any, charset: str | None = None) -> tuple[str, ...]:
    return parse_text(source, charset=charset).context.warnings


# Bytes to text


@pytest.mark.parametrize(
    ("bom", "codec"),
    [
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
    ],
)
@pytest.mark.parametrize("text", [SHORT, "", "x", PARAGRAPHS["ru"][0], PARAGRAPHS["zh"][0]])
def test_a_byte_order_mark_decides(bom: bytes, codec: str, text: str) -> None:
    assert text_of(bom + text.encode(codec)) == text
    assert warnings_of(bom + text.encode(codec)) == ()
    assert text_of(bom + text.encode(codec), charset="cp1251") == text


def test_one_leading_mark_is_dropped_and_no_other() -> None:
    assert text_of("\ufeffOne\ufeff") == "One\ufeff"
    assert text_of("\ufeffOne".encode()) == "One"
    assert text_of("\ufeff") == ""
    assert text_of(" \ufeffOne") == " \ufeffOne"


@pytest.mark.parametrize("codec", ["utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("text", [SHORT, PARAGRAPHS["en"][0], PARAGRAPHS["de"][0], "One\r\nTwo"])
def test_utf_16_without_a_mark_is_told_by_its_zeros(codec: str, text: str) -> None:
    doc = parse_text(text.encode(codec))
    assert doc.text == text.replace("\r\n", "\n")
    assert doc.context.warnings == (f"no charset declared: read as {codec}",)


@pytest.mark.parametrize("codec", ["utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("language", ["ru", "ar", "zh", "ja"])
def test_utf_16_with_a_declared_charset_needs_no_zeros(codec: str, language: str) -> None:
    text = PARAGRAPHS[language][0]
    assert text_of(text.encode(codec), charset=codec) == text


@pytest.mark.parametrize(
    ("codec", "text"),
    [
        ("cp1251", PARAGRAPHS["ru"][0]),
        ("koi8-r", PARAGRAPHS["ru"][0]),
        ("iso-8859-1", PARAGRAPHS["fr"][0]),
        ("windows-1252", SHORT),
        ("shift_jis", PARAGRAPHS["ja"][0]),
        ("euc_jp", PARAGRAPHS["ja"][0]),
        ("gbk", PARAGRAPHS["zh"][0]),
        ("big5", "青石鎮的老茶館上個月重新開門"),
        ("utf-8", PARAGRAPHS["ar"][0]),
    ],
)
def test_the_declared_charset_is_believed(codec: str, text: str) -> None:
    assert text_of(text.encode(codec), charset=codec) == text
    assert text_of(text.encode(codec), charset=codec.upper()) == text
    assert warnings_of(text.encode(codec), charset=codec) == ()


def test_bytes_that_the_declared_charset_does_not_have_become_u_fffd() -> None:
    assert text_of(b"caf\xe9 au lait", charset="utf-8") == "caf\ufffd au lait"
    assert text_of(b"caf\xe9", charset="ascii") == "caf\ufffd"


@pytest.mark.parametrize("charset", ["klingon", "", "utf-9", "rot13", "hex", "base64", "idna", "punycode", "a\0b"])
def test_a_charset_that_is_none_is_an_option_error(charset: str) -> None:
    with pytest.raises(OptionError) as caught:
        decode(b"caf\xe9 au lait", charset)
    assert caught.value.option == "content_type"


@pytest.mark.parametrize(
    ("codec", "language"),
    [("cp1251", "ru"), ("shift_jis", "ja"), ("gbk", "zh"), ("koi8-r", "ru"), ("euc_jp", "ja")],
)
def test_an_undeclared_charset_is_guessed_well(codec: str, language: str) -> None:
    text = "\n\n".join(PARAGRAPHS[language])
    doc = parse_text(text.encode(codec))
    assert doc.text == text
    (warning,) = doc.context.warnings
    assert warning.startswith("not UTF-8 and no charset declared: read as ")


@pytest.mark.parametrize("language", ["de", "fr", "es", "it", "pt"])
def test_undeclared_western_bytes_are_guessed_well(language: str) -> None:
    text = "\n\n".join(PARAGRAPHS[language])
    assert text_of(text.encode("windows-1252")) == text


@pytest.mark.parametrize("language", list(PARAGRAPHS))
def test_utf_8_needs_no_guess(language: str) -> None:
    text = "\n\n".join(PARAGRAPHS[language])
    assert decode(text.encode()) == (text, [])


@pytest.mark.parametrize("language", ["de", "ru", "zh"])
def test_a_few_broken_bytes_do_not_make_it_another_charset(language: str) -> None:
    text = "\n\n".join(PARAGRAPHS[language])
    data = text.encode()
    at = data.index(b"\n\n")
    doc = parse_text(data[:at] + b"\xff\xfe" + data[at:])
    assert doc.text == text.replace("\n\n", "\ufffd\ufffd\n\n")
    (warning,) = doc.context.warnings
    assert f"at byte {at}" in warning


@pytest.mark.parametrize("cut", [1, 2])
def test_a_cut_within_the_last_character_loses_no_other(cut: int) -> None:
    doc = parse_text("Tea costs 3 €".encode()[:-cut])
    assert doc.text == "Tea costs 3 \ufffd"
    assert len(doc.context.warnings) == 1


# Characters that change


@pytest.mark.parametrize("newline", ["\r\n", "\r", "\x0b", "\x0c", "\x85", "\u2028", "\u2029", "\n"])
def test_every_line_end_becomes_lf(newline: str) -> None:
    doc = parse_text(f"One{newline}{newline}Two")
    assert doc.text == "One\n\nTwo"
    assert [(b.text, b.gap) for b in doc.blocks] == [("One", 0), ("Two", 1)]
    assert doc.context.warnings == ()


def test_mixed_line_ends() -> None:
    assert text_of("a\r\nb\rc\n\rd\r\n\r\ne") == "a\nb\nc\n\nd\n\ne"


def test_latin_1_nel_and_utf_8_line_separators_in_bytes() -> None:
    assert text_of("One\x85Two\u2028Three".encode()) == "One\nTwo\nThree"


def test_nuls_and_lone_surrogates_become_u_fffd_and_are_counted() -> None:
    doc = parse_text("Tea\x00 and \ud800cake\udfff for everybody in the house")
    assert doc.text == "Tea\ufffd and \ufffdcake\ufffd for everybody in the house"
    assert doc.context.warnings == ("3 NUL or lone surrogate characters replaced by U+FFFD",)
    assert parse_text("\U0001f375 tea").text == "\U0001f375 tea"


def test_other_characters_stay() -> None:
    text = "a\tb\u00a0c\u200bd\u00ade\u202ef\u3000g\x1fh\x7fi\ufffdj"
    assert text_of(text * 3) == text * 3


def test_warnings_are_added_to_those_of_the_context() -> None:
    doc = parse_text(b"One\x00 two three four five six seven eight nine", Context(warnings=("before",), url="u"))
    assert doc.text == "One\ufffd two three four five six seven eight nine"
    assert doc.context.warnings == ("before", "1 NUL or lone surrogate characters replaced by U+FFFD")
    assert doc.context.url == "u"


# No text


@pytest.mark.parametrize(
    "data",
    [
        b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj",
        gzip.compress(PAGE.encode(), mtime=0),
        b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00",
        b"\xff\xd8\xff\xe0\x00\x10JFIF\x00",
        b"GIF89a\x01\x00\x01\x00",
        b"PK\x03\x04\x14\x00\x00\x00",
        b"\x7fELF\x02\x01\x01\x00",
        b"RIFF\x24\x00\x00\x00WEBPVP8 ",
        b"OggS\x00\x02\x00\x00",
        b"ID3\x04\x00\x00\x00\x00\x00\x23",
        bytes(range(32)) * 20,
        bytes(200),
    ],
)
def test_bytes_that_are_no_text_are_refused(data: bytes) -> None:
    with pytest.raises(BinaryInputError):
        parse_text(data)


def test_binary_in_a_str_is_refused_too() -> None:
    with pytest.raises(BinaryInputError):
        parse_text("%PDF-1.7\n1 0 obj")
    with pytest.raises(BinaryInputError):
        parse_text("\x01\x02\x03\x04\x05" * 20)


@pytest.mark.parametrize("data", [b"%PDF-1.7\n1 0 obj", gzip.compress(b"tea" * 9, mtime=0), b"\x89PNG\r\n\x1a\n\x00"])
def test_a_declared_charset_does_not_make_a_text_of_it(data: bytes) -> None:
    with pytest.raises(BinaryInputError):
        parse_text(data, charset="utf-8")


@pytest.mark.parametrize(
    "text",
    [
        "ID3 tags tell a player who sings, and most people never look at them.",
        "RIFF is the name of a container format, and of a mountain range in songs.",
        "OggS is what such a file begins with, the manual says.",
        "BZh, said the bee, and nobody in the room knew what to answer.",
    ],
)
def test_words_at_the_start_of_a_text_are_no_file_format(text: str) -> None:
    assert text_of(text.encode()) == text_of(text) == text


def test_a_few_control_characters_are_no_reason_to_refuse() -> None:
    text = PARAGRAPHS["en"][0] + "\x01\x02"
    assert text_of(text.encode()) == text_of(text) == text


HTML = "<!doctype html><html><body><p>Tea</p><p>Cake</p></body></html>"


@pytest.mark.parametrize("source", [HTML, HTML.encode(), HTML.encode("utf-16"), "<rss version='2.0'></rss>"])
def test_tags_are_text_here(source: str | bytes) -> None:
    assert text_of(source) == (HTML if isinstance(source, bytes) else source)


# Blocks


def test_blocks_are_lines_without_their_outer_white_space() -> None:
    assert parse_text("  One \n\n\t\n Two\u00a0\nThree").blocks == (
        Block(0, 2, 5, "One", 0),
        Block(1, 11, 14, "Two", 2),
        Block(2, 16, 21, "Three", 0),
    )


def test_white_space_over_the_first_block_is_no_gap() -> None:
    assert [b.gap for b in parse_text("\n\n\nOne\nTwo\n\n").blocks] == [0, 0]


@pytest.mark.parametrize("text", ["", "\n", " \n\t\u3000\n", "\ufeff"])
def test_nothing_has_no_blocks(text: str) -> None:
    assert parse_text(text).blocks == ()


def test_zero_width_space_is_a_character_like_any_other() -> None:
    assert [b.text for b in parse_text("\u200b\nOne").blocks] == ["\u200b", "One"]


@settings(derandomize=True, deadline=None, max_examples=300)
@given(
    st.text(
        alphabet=st.one_of(st.sampled_from(" \t\n\r\x0b\x0c\x1c\x1e\x85\u2028\u00a0ab\ufeff"), st.characters()),
        max_size=40,
    )
)
def test_blocks_hold_all_that_is_no_white_space(text: str) -> None:
    try:
        doc = parse_text(text)
    except BinaryInputError:
        assert any(c < " " or c in "\x7f\ufffd" for c in text)
        return
    edges = [0, *(edge for b in doc.blocks for edge in (b.start, b.end)), len(doc.text)]
    assert edges == sorted(edges)
    outside = "".join(doc.text[a:b] for a, b in list(pairwise(edges))[::2])
    assert outside.strip() == ""
    for n, block in enumerate(doc.blocks):
        assert block.index == n
        assert block.text == doc.text[block.start : block.end] == block.text.strip()
        assert block.text
        assert "\n" not in block.text
    for above, below in pairwise(doc.blocks):
        assert below.gap == doc.text[above.end : below.start].count("\n") - 1 >= 0


@settings(derandomize=True, deadline=None, max_examples=200)
@given(st.text(max_size=60))
def test_utf_8_bytes_and_str_give_the_same_text(text: str) -> None:
    try:
        from_str = parse_text(text).text
        from_bytes = parse_text(text.encode(), charset="utf-8").text
    except BinaryInputError:
        return
    assert from_bytes == from_str
    assert len(from_str) <= len(text)


@settings(derandomize=True, deadline=None, max_examples=200)
@given(st.binary(max_size=80))
def test_any_bytes_are_text_or_refused(data: bytes) -> None:
    try:
        doc = parse_text(data)
    except BinaryInputError:
        return
    assert "\r" not in doc.text
    assert "\x00" not in doc.text
    assert doc.text.encode().decode() == doc.text
