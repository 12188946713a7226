"""Times and weekdays beside written dates, also in a few languages without a lexicon."""

from __future__ import annotations

import pytest

from cleaner.grammar.dates import DateReader
from cleaner.lexicon import Lexicon
from tests.grammar.helpers import isos


@pytest.mark.parametrize(
    ("line", "language", "iso"),
    [
        ("2023-11-19T10:30", "en", "2023-11-19T10:30"),
        ("2023-11-19T10:30:05", "en", "2023-11-19T10:30:05"),
        ("2023-11-19T10:30:05Z", "en", "2023-11-19T10:30:05Z"),
        ("2023-11-19T10:30:05+02:00", "en", "2023-11-19T10:30:05+02:00"),
        ("2023-11-19 10:30", "en", "2023-11-19T10:30"),
        ("November 19, 2023 at 10:30 am", "en", "2023-11-19T10:30"),
        ("November 19, 2023 at 10:30 p.m.", "en", "2023-11-19T22:30"),
        ("November 19, 2023, 12:05 AM", "en", "2023-11-19T00:05"),
        ("November 19, 2023 | 12:05 PM", "en", "2023-11-19T12:05"),
        ("Nov 19, 2023 9:05 AM EST", "en", "2023-11-19T09:05"),
        ("November 19, 2023 - 22:15 GMT", "en", "2023-11-19T22:15"),
        ("19. November 2023, 10:30 Uhr", "de", "2023-11-19T10:30"),
        ("19. November 2023 um 10:30", "de", "2023-11-19T10:30"),
        ("19.11.2023 um 10.30 Uhr", "de", "2023-11-19T10:30"),
        ("19 Νοεμβρίου 2023 στις 10:30", "el", "2023-11-19T10:30"),
        ("19/11/2023, 10:30 μ.μ.", "el", "2023-11-19T22:30"),
        ("19.11.2023 | 10:30", "el", "2023-11-19T10:30"),
        ("19 novembre 2023 à 10h30", "fr", "2023-11-19T10:30"),
        ("19 novembre 2023 à 10:30", "fr", "2023-11-19T10:30"),
        ("19 de noviembre de 2023 a las 10:30", "es", "2023-11-19T10:30"),
        ("2023. november 19. 10:30", "hu", "2023-11-19T10:30"),
        ("2023. november 19., vasárnap 10:30", "hu", "2023-11-19T10:30"),
        ("2023.11.19. 10:30", "hu", "2023-11-19T10:30"),
        ("2023. 11. 19., 10:30", "hu", "2023-11-19T10:30"),
        ("19 novembre 2023 alle 10:30", "it", "2023-11-19T10:30"),
        ("19 de novembro de 2023 às 10:30", "pt", "2023-11-19T10:30"),
        ("19 de novembro de 2023 às 10h30", "pt", "2023-11-19T10:30"),
        ("19 november 2023 om 10:30", "nl", "2023-11-19T10:30"),
        ("19. november 2023 kl. 10.30", "no", "2023-11-19T10:30"),
        ("19. november 2023 klokken 10:30", "no", "2023-11-19T10:30"),
        ("19 november 2023 klockan 10.30", "sv", "2023-11-19T10:30"),
        ("19. nov. 2023 kl. 10.30", "da", "2023-11-19T10:30"),
        ("19.11.2023 klo 10.30", "fi", "2023-11-19T10:30"),
        ("19 ноября 2023 в 10:30", "ru", "2023-11-19T10:30"),
        ("19.11.2023, 10:30", "ru", "2023-11-19T10:30"),
        ("19 listopada 2023 o 10:30", "pl", "2023-11-19T10:30"),
        ("19.11.2023 r., godz. 10:30", "pl", "2023-11-19T10:30"),
        ("19. listopadu 2023 v 10.30 hod.", "cs", "2023-11-19T10:30"),
        ("19 листопада 2023 о 10:30", "uk", "2023-11-19T10:30"),
        ("19. novembra 2023 o 10:30", "sk", "2023-11-19T10:30"),
        ("19 noiembrie 2023, ora 10:30", "ro", "2023-11-19T10:30"),
        ("19 noiembrie 2023 la 10:30", "ro", "2023-11-19T10:30"),
        ("19.11.2023 la ora 10.30", "ro", "2023-11-19T10:30"),
        ("Chủ nhật, 19/11/2023, 10:30 (GMT+7)", "vi", "2023-11-19T10:30"),
        ("19/11/2023 lúc 10:30", "vi", "2023-11-19T10:30"),
        ("19/11/2023 10h30", "vi", "2023-11-19T10:30"),
        ("10:30 19/11/2023", "vi", "2023-11-19T10:30"),
        ("10:30 | Chủ nhật, 19/11/2023", "vi", "2023-11-19T10:30"),
        ("10:30, ngày 19/11/2023", "vi", "2023-11-19T10:30"),
        ("19 Kasım 2023 Pazar saat 10:30", "tr", "2023-11-19T10:30"),
        ("Minggu, 19 November 2023 pukul 10.30 WIB", "id", "2023-11-19T10:30"),
        ("19 בנובמבר 2023 בשעה 10:30", "he", "2023-11-19T10:30"),
        ("2023년 11월 19일 (일) 오전 10시 30분", "ko", "2023-11-19T10:30"),
        ("2023. 11. 19. 오후 10:30", "ko", "2023-11-19T22:30"),
        ("2023.11.19. 10:30", "ko", "2023-11-19T10:30"),
        ("2023年11月19日 10:30", "zh", "2023-11-19T10:30"),
        ("2023-11-19 10:30:05", "zh", "2023-11-19T10:30:05"),
        ("2023年11月19日 10時30分", "ja", "2023-11-19T10:30"),
        ("19 نوفمبر 2023 10:30", "ar", "2023-11-19T10:30"),
    ],
)
def test_times(line: str, language: str, iso: str) -> None:
    assert isos(line, language, day_first=True) == [iso]


@pytest.mark.parametrize(
    ("line", "language", "span"),
    [
        ("19 Kasım 2023 Pazar", "tr", "19 Kasım 2023 Pazar"),
        ("November 19, 2023, Sunday | Boats", "en", "November 19, 2023, Sunday"),
        ("2023. november 19., vasárnap", "hu", "2023. november 19., vasárnap"),
        ("19.11.2023 So wird das Wetter morgen", "de", "19.11.2023"),
        ("19. november 2023 Man ved aldrig med båden", "da", "19. november 2023"),
        ("19 november 2023 Zo gaat het met de veerboot", "nl", "19 november 2023"),
        ("November 19, 2023 Sun shines on the harbour", "en", "November 19, 2023"),
        ("19 Kasım 2023 Pazar yerinde vapur bekleniyor", "tr", "19 Kasım 2023"),
    ],
)
def test_a_weekday_behind_a_date_is_a_part_of_it_and_the_start_of_a_text_is_not(line: str, language: str, span: str) -> None:
    (found,) = DateReader(Lexicon.for_language(language), day_first=True).find(line)
    assert line[found.start : found.end] == span


@pytest.mark.parametrize("line", ["November 19, 2023 25:10", "November 19, 2023 score 3", "November 19, 2023 10:75"])
def test_no_times(line: str) -> None:
    assert isos(line) == ["2023-11-19"]
