from __future__ import annotations

from unicodedata import name

import pytest

from cleaner.lexicon import LANGUAGES, detect_language
from cleaner.lexicon.detect import common_words
from cleaner.lexicon.spelling import spellings
from tests.helpers import PARAGRAPHS

# Languages that have common words, but no lexicon.
OTHERS = {
    "ca": (
        "Els veïns del poble diuen que el transbordador és més vell que la torre, però també que han esperat massa, i "
        "que amb una mica de sort les barques seran més ràpides que aquesta nau sense motor."
    ),
    "hr": (
        "Trajekt za Tuljanov otok u četvrtak nije isplovio jer nitko nije našao ključ od strojarnice, a kapetan nije "
        "htio razvaliti vrata na brodu koji je obojen tek prošli tjedan, što se ne bi svidjelo ni vlasniku."
    ),
}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("which", [0, 1])
def test_one_paragraph_tells_the_language(language: str, which: int) -> None:
    assert detect_language(PARAGRAPHS[language][which]) == language


@pytest.mark.parametrize("language", OTHERS)
def test_one_paragraph_tells_a_language_without_a_lexicon(language: str) -> None:
    assert detect_language(OTHERS[language]) == detect_language(OTHERS[language].upper()) == language
    assert language not in LANGUAGES


def test_every_language_in_latin_script_that_has_common_words_is_told() -> None:
    latin = {code for code, words in common_words().items() if all(name(word[0]).startswith("LATIN") for word in words)}
    assert latin == {code for code in LANGUAGES if code not in ("ar", "el", "he", "ja", "ko", "ru", "uk", "zh")} | set(OTHERS)


@pytest.mark.parametrize("words", common_words().values())
def test_common_words_are_words_in_lower_case_and_stand_once(words: tuple[str, ...]) -> None:
    assert len(words) >= 20
    assert len(set(words)) == len(words)
    assert all(word == word.lower().strip() and word for word in words)


@pytest.mark.parametrize("which", [0, 1])
def test_romanian_is_told_in_each_of_its_spellings(which: int) -> None:
    text = PARAGRAPHS["ro"][which]
    assert {detect_language(spelled) for spelled in spellings(text.casefold(), "ro")} == {"ro"}


@pytest.mark.parametrize(
    "text",
    [
        "It is a long way to the quay, but a walk is a walk, and a friend is a friend.",
        "This is a cat. That is a dog. A cat is not a dog, and a dog is not a cat.",
        "Do I have to go to the quay to see a boat? I do, and by noon, so a friend is going to drive me to it.",
    ],
)
def test_short_english_sentences(text: str) -> None:
    assert detect_language(text) == "en"


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_english_menu_over_a_text_does_not_hide_its_language(language: str) -> None:
    menu = "Home\nNews\nSport\nShare\nFacebook\nTwitter\n\n"
    assert detect_language(menu + "\n\n".join(PARAGRAPHS[language])) == language


@pytest.mark.parametrize("language", LANGUAGES)
def test_case_does_not_matter(language: str) -> None:
    assert detect_language("\n".join(PARAGRAPHS[language]).upper()) == language


@pytest.mark.parametrize(
    "text",
    [
        "",
        " \n\t",
        "12345 67890 12:30",
        "!? … — »«",
        "ok",
        "Lorem",
        "xyzzy plugh qwerty zxcvb asdfg hjkl poiuy trewq",
        # Too few common words of Finnish.
        "Vanha saha paloi eilen illalla Kuusijoella, palokunta saapui paikalle nopeasti ja sammutti liekit ennen puoltayötä.",
        # Belarusian, Serbian, Persian, Hindi, Thai: told neither by the script nor by words.
        "У вёсцы Зялёны Гай адкрылі новую пякарню, і цяпер людзям не трэба ездзіць па хлеб у горад.",
        "У селу Зелени Гај отворили су нову пекару, па људи више не морају да иду по хлеб у град.",
        "شهرداری باغ‌آباد روز شنبه گفت که بازار قدیمی را پس از ده سال دوباره باز می‌کند و چای می‌دهد.",
        "गाँव की पुरानी चक्की को एक दंपति ने खरीदा है जो उसे रसोई का विद्यालय बनाना चाहता है।",
        "โรงสีเก่าของหมู่บ้านถูกขายให้กับคู่สามีภรรยาที่อยากเปิดโรงเรียนสอนทำอาหาร",
    ],
)
def test_what_does_not_tell_is_none(text: str) -> None:
    assert detect_language(text) is None


def test_korean_is_known_so_that_it_is_not_taken_for_another() -> None:
    assert detect_language("바닷가 마을의 오래된 등대가 다음 달에 도서관으로 문을 연다고 주민들이 말했다.") == "ko"


def test_japanese_is_told_from_chinese_by_its_kana() -> None:
    assert detect_language("市長選挙の結果が発表された。投票率は五割を超えた。") == "ja"
    assert detect_language("市长选举的结果已经公布，投票率超过了五成。") == "zh"


@pytest.mark.parametrize("language", LANGUAGES)
def test_only_the_beginning_of_a_long_text_is_read(language: str) -> None:
    text = "\n\n".join(PARAGRAPHS[language]) + "\n\n"
    assert detect_language(text * (40_000 // len(text)) + PARAGRAPHS["en"][0] * 100) == language
