from __future__ import annotations

import pytest

from cleaner.lexicon import LANGUAGES, detect_language
from tests.helpers import PARAGRAPHS


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("which", [0, 1])
def test_one_paragraph_tells_the_language(language: str, which: int) -> None:
    assert detect_language(PARAGRAPHS[language][which]) == language


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
        # Finnish, Turkish, Ukrainian, Persian, Greek, Hindi, Thai: no lexicon, no guess.
        "Vanha saha paloi eilen illalla Kuusijoella, eikä kukaan tiedä vielä, mistä palo sai alkunsa ja kuinka kauan se kesti.",
        "Köyün eski değirmeni dün gece yandı ve yangının nasıl çıktığını şimdilik kimse bilmiyor, muhtar üzgün.",
        "У селі Зелений Гай відкрили нову пекарню, і тепер людям не треба їхати по хліб до міста.",
        "شهرداری باغ‌آباد روز شنبه گفت که بازار قدیمی را پس از ده سال دوباره باز می‌کند و چای می‌دهد.",
        "Το παλιό μύλο του χωριού τον αγόρασε ένα ζευγάρι που θέλει να τον κάνει σχολείο μαγειρικής.",
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
