from __future__ import annotations

import codecs
import gzip

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleaner import BinaryInputError, OptionError
from cleaner.parse import parse_html
from cleaner.parse.encoding import declared_charset, decode, decode_html, plain, speakable
from tests.helpers import PARAGRAPHS
from tests.parse.helpers import fixed

GUESSED = "not UTF-8 and no charset declared: read as "


def page(language: str, head: str = "") -> str:
    return (
        f"<html><head>{head}<title>Tea</title></head><body><p>{'</p><p>'.join(PARAGRAPHS[language])}</p></body></html>"
    )


# Byte-order marks


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
@pytest.mark.parametrize("language", ["de", "ru", "zh"])
def test_a_byte_order_mark_beats_every_declaration(bom: bytes, codec: str, language: str) -> None:
    html = page(language, '<meta charset="koi8-r">')
    data = bom + html.encode(codec)
    assert decode_html(data) == decode_html(data, "koi8-r") == (html, [])
    assert [b.text for b in parse_html(data).blocks] == list(PARAGRAPHS[language])


# What is declared


@pytest.mark.parametrize(
    ("label", "codec", "text"),
    [
        ("iso-8859-1", "windows-1252", "“Café” – 5 €"),
        ("ISO-8859-1", "windows-1252", "“Café” – 5 €"),
        ("latin1", "windows-1252", "“Café” – 5 €"),
        ("us-ascii", "windows-1252", "“Café” – 5 €"),
        ("iso-8859-9", "windows-1254", "“ışığı” – 5 €"),
        ("gb2312", "gbk", "老茶館“囍”"),
        ("gb_2312-80", "gbk", "老茶館“囍”"),
        ("gb18030", "gb18030", "老茶馆🍵"),
        ("x-sjis", "cp932", "①灯台の町"),
        ("shift_jis", "cp932", "①灯台の町"),
        ("euc-jp", "euc_jp", "灯台の町"),
        ("iso-2022-jp", "iso2022_jp", "灯台の町"),
        ("big5", "big5", "青石鎮的老茶館"),
        ("ks_c_5601-1987", "cp949", "똠방각하의 등대"),
        ("koi8-r", "koi8-r", "пекарня в посёлке"),
        ("windows-1251", "cp1251", "пекарня – “хлеб”"),
        ("x-cp1251", "cp1251", "пекарня – “хлеб”"),
        ("iso-8859-5", "iso8859_5", "пекарня"),
        ("windows-1256", "cp1256", "السوق القديم"),
        ("iso-8859-2", "iso8859_2", "Żółć i śliwki"),
        ("macintosh", "mac_roman", "“Café”"),
        ("utf-8", "utf-8", "“Café” 茶 🍵"),
        ("utf8", "utf-8", "“Café” 茶 🍵"),
    ],
)
def test_labels_mean_what_browsers_read_in_them(label: str, codec: str, text: str) -> None:
    html = f"<title>Tea</title><p>{text}</p>"
    assert decode_html(html.encode(codec), label) == (html, [])
    for head in (
        f"<meta charset={label}>",
        f'<meta http-equiv="Content-Type" content="text/html; charset={label}">',
        f"<META CONTENT='text/html;charset = {label.upper()}' HTTP-EQUIV=content-type />",
        f"\n<?xml version='1.0' encoding='{label}'?>\n",
    ):
        assert decode_html((head + html).encode(codec)) == (head + html, [])


def test_the_caller_knows_better_than_the_page() -> None:
    html = page("ru", '<meta charset="koi8-r">')
    assert decode_html(html.encode("cp1251"), "windows-1251") == (html, [])


def test_a_meta_beats_the_xml_declaration_and_the_first_beats_the_second() -> None:
    html = '<?xml version="1.0" encoding="koi8-r"?>' + page(
        "ru", '<meta charset="windows-1251"><meta charset="koi8-r">'
    )
    assert decode_html(html.encode("cp1251")) == (html, [])


def test_bytes_that_the_declared_charset_does_not_have_become_u_fffd() -> None:
    assert decode_html(b"<p>\x81\xe9", "shift_jis")[0].startswith("<p>\ufffd")
    assert decode_html(b"<p>caf\x81 \xe9", "windows-1252")[0] == "<p>caf\ufffd é"


@pytest.mark.parametrize(
    ("head", "found"),
    [
        (b"<meta charset=utf-8>", "utf-8"),
        (b"<META CHARSET = 'UTF8' >", "UTF8"),
        (b'<meta name="a" content="b"><meta content="text/html; charset=big5" http-equiv=Content-Type>', "big5"),
        (b"<?xml version='1.0' encoding='koi8-r' standalone='yes'?>", "koi8-r"),
        (b"  \n<?xml version='1.0' encoding=\"koi8-r\"?>", "koi8-r"),
        (b"<!-- <meta charset=koi8-r> --><meta charset=big5>", "big5"),
        (b"<!-- " + b"x" * 9000 + b" --><meta charset=big5>", "big5"),
        (b"<meta charset=utf-16><p>", "utf-8"),
        (b"<meta charset='UTF-16LE'>", "utf-8"),
        (b"<!-- <meta charset=koi8-r>", None),
        (b"<meta charset=''><p>", None),
        (b"<p>charset=koi8-r", None),
        (b"<script charset=koi8-r></script>", None),
        (b"", None),
    ],
)
def test_the_charset_that_a_page_declares(head: bytes, found: str | None) -> None:
    assert declared_charset(head) == found


@pytest.mark.parametrize("size", [1_000, 5_000, 12_000])
def test_a_meta_is_found_after_a_long_comment_or_script(size: int) -> None:
    for filler in (f"<!--{'-x' * (size // 2)}-->", f"<script>{'var x;' * (size // 6)}</script>"):
        html = page("ru", filler + "<meta charset=koi8-r>")
        assert decode_html(html.encode("koi8-r")) == (html, [])


def test_an_unknown_charset_of_the_caller_is_an_option_error() -> None:
    for charset in ("klingon", "", "utf-9", "rot13", "idna"):
        with pytest.raises(OptionError) as caught:
            decode_html(b"<p>Tea</p>", charset)
        assert caught.value.option == "content_type"


@pytest.mark.parametrize("label", ["klingon", "utf-9", "hex", "rot13", "none", "text/html"])
def test_an_unknown_charset_of_the_page_is_no_declaration(label: str) -> None:
    html = page("de", f'<meta charset="{label}">')
    assert decode_html(html.encode()) == (html, [])
    assert decode_html(html.encode("cp1252")) == (html, [GUESSED + "windows-1252"])


@pytest.mark.parametrize("codec", ["utf-16-le", "utf-16-be"])
def test_the_caller_may_name_a_wide_charset(codec: str) -> None:
    html = page("zh")
    label = codec.replace("16-", "16")
    assert decode_html(html.encode(codec), label) == (html, [])
    assert decode_html(html.encode(codec), codec) == (html, [])  # as text/plain takes it


# Wrong labels


@pytest.mark.parametrize(
    "label", ["iso-8859-1", "windows-1252", "windows-1251", "koi8-r", "gbk", "shift_jis", "us-ascii"]
)
@pytest.mark.parametrize("language", ["fr", "ru", "ja"])
def test_utf_8_is_read_as_such_whatever_it_is_labelled(label: str, language: str) -> None:
    html = page(language, f"<meta charset={label}>")
    assert decode_html(html.encode()) == decode_html(html.encode(), label) == (html, [])


@pytest.mark.parametrize("language", ["de", "fr", "es", "it", "pt"])
def test_western_bytes_labelled_utf_8_are_no_mojibake(language: str) -> None:
    html = page(language, '<meta charset="utf-8">')
    for charset in (None, "utf-8"):
        assert decode_html(html.encode("windows-1252"), charset) == (html, [GUESSED + "windows-1252"])


@pytest.mark.parametrize(
    ("language", "codec"), [("ru", "cp1251"), ("ru", "koi8-r"), ("ja", "shift_jis"), ("zh", "gbk")]
)
def test_legacy_bytes_labelled_utf_8_are_detected(language: str, codec: str) -> None:
    html = page(language, '<meta charset="utf-8">')
    text, (warning,) = decode_html(html.encode(codec))
    assert text == html
    assert warning.startswith(GUESSED)


def test_a_broken_byte_in_utf_8_stays_one_broken_byte() -> None:
    html = page("ru", "<meta charset=utf-8>")
    data = html.encode()
    at = data.index(b"</p>")
    text, (warning,) = decode_html(data[:at] + b"\xff" + data[at:])
    assert text == html.replace("</p>", "\ufffd</p>", 1)
    assert f"at byte {at}" in warning


def test_ascii_is_ascii_in_every_charset() -> None:
    for label in ("utf-8", "koi8-r", "gbk", "big5", "iso-8859-1"):
        assert decode_html(b"<p>Tea</p>", label) == ("<p>Tea</p>", [])


# Wide charsets


@pytest.mark.parametrize("codec", ["utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("language", ["en", "de", "ru", "zh", "ar"])
@pytest.mark.parametrize("head", ["", '<meta charset="utf-16">', '<meta charset="utf-8">'])
def test_utf_16_without_a_mark_is_told_by_the_zeros_of_its_tags(codec: str, language: str, head: str) -> None:
    html = page(language, head)
    assert decode_html(html.encode(codec)) == (html, [f"no charset declared: read as {codec}"])
    assert decode_html(html.encode(codec), "utf-8")[0] == html
    assert [b.text for b in parse_html(html.encode(codec)).blocks] == list(PARAGRAPHS[language])


@pytest.mark.parametrize("count", [1, 2, 5])
@pytest.mark.parametrize("language", ["en", "de", "ru", "zh"])
def test_a_nul_or_two_do_not_make_it_utf_16(count: int, language: str) -> None:
    for gap in ("\0" * count, " \0" * count, "\0x" * count):
        html = page(language).replace("</p>", gap + "</p>", 1)
        assert decode_html(html.encode()) == decode(html.encode()) == (html, [])


def test_a_page_that_calls_itself_utf_16_in_ascii_is_not() -> None:
    html = page("fr", '<meta charset="utf-16">')
    assert decode_html(html.encode()) == (html, [])


# No text

BINARY = [
    b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj <html>",
    gzip.compress(b"<html><p>Tea</p></html>", mtime=0),
    b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00",
    b"\xff\xd8\xff\xe0\x00\x10JFIF\x00",
    b"PK\x03\x04\x14\x00\x00\x00",
    b"RIFF\x24\x00\x00\x00WEBPVP8 ",
    bytes(range(256)) * 20,
]


@pytest.mark.parametrize("data", BINARY)
def test_bytes_that_are_no_page_are_refused(data: bytes) -> None:
    for call in (decode, decode_html, parse_html):
        with pytest.raises(BinaryInputError):
            call(data)


@pytest.mark.parametrize("data", BINARY[:-1])
def test_a_declared_charset_does_not_make_a_page_of_them(data: bytes) -> None:
    with pytest.raises(BinaryInputError):
        parse_html(data, charset="windows-1252")


@pytest.mark.parametrize("data", [bytes(200), bytes(range(32)) * 20, b"\x01\x02\x03\x04" * 100])
def test_control_characters_are_no_page_though_they_are_ascii(data: bytes) -> None:
    with pytest.raises(BinaryInputError):
        parse_html(data)


# What no text may hold


def test_nuls_and_lone_surrogates_become_u_fffd_and_are_counted() -> None:
    assert speakable("Tea\0 and \ud800cake") == (
        "Tea\ufffd and \ufffdcake",
        ["2 NUL or lone surrogate characters replaced by U+FFFD"],
    )
    assert speakable("Tea 🍵") == ("Tea 🍵", [])
    assert plain("\ufeffTea\r\nand\u2028cake\0")[0] == "Tea\nand\ncake\ufffd"


@fixed
@given(st.text(st.characters(exclude_categories=()), max_size=30))
def test_what_is_speakable_can_be_written_and_differs_in_no_other_character(text: str) -> None:
    spoken, warnings = speakable(text)
    assert spoken.encode().decode() == spoken
    assert [c for c in spoken if c != "\ufffd"] == [
        c for c in text if c not in "\0\ufffd" and not "\ud800" <= c <= "\udfff"
    ]
    assert len(spoken) == len(text)
    assert bool(warnings) == (spoken != text)


@fixed
@given(st.one_of(st.binary(max_size=80), st.binary(max_size=40).map(b"<html><p>Tea".__add__)))
def test_any_bytes_are_a_page_or_refused(data: bytes) -> None:
    try:
        text, warnings = decode_html(data)
    except BinaryInputError:
        return
    assert text.encode("utf-8", "surrogatepass").decode("utf-8", "surrogatepass") == text
    assert len(warnings) <= 1


@fixed
@given(
    st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=80),
    st.sampled_from([None, "utf-8", "koi8-r", "windows-1252", "gbk"]),
)
def test_utf_8_of_any_text_comes_back(text: str, label: str | None) -> None:
    html = "<html><p>é" + text
    assert decode_html(html.encode(), label) == (html, [])
