"""Written dates: every form of the languages with a lexicon, a few of those without, and what is no date."""

from __future__ import annotations

from itertools import pairwise

import pytest

from cleaner.grammar.dates import DateReader
from cleaner.lexicon import LANGUAGES, Lexicon
from tests.grammar.helpers import find, isos


@pytest.mark.parametrize(
    "line",
    [
        "November 19, 2023",
        "November 19 2023",
        "November 19th, 2023",
        "Nov. 19, 2023",
        "Nov 19, 2023",
        "NOVEMBER 19, 2023",
        "november 19, 2023",
        "19 November 2023",
        "19th November 2023",
        "19th of November 2023",
        "the 19th of November, 2023",
        "19 Nov 2023",
        "19-Nov-2023",
        "19/Nov/2023",
        "19 Nov., 2023",
        "Sunday, November 19, 2023",
        "Sun, 19 Nov 2023",
        "Sun 19 November 2023",
        "Sunday the 19th of November 2023",
        "2023 November 19",
        "2023-11-19",
        "2023/11/19",
        "2023.11.19",
        "11/19/2023",
        "11-19-2023",
        "19/11/2023",
        "19.11.2023",
        "19.11.23",
        "November\u00a019,\u00a02023",
    ],
)
def test_english(line: str) -> None:
    assert isos(line) == ["2023-11-19"]


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("de", "19. November 2023"),
        ("de", "19. Nov. 2023"),
        ("de", "Sonntag, 19. November 2023"),
        ("de", "Sonntag, den 19. November 2023"),
        ("de", "So., 19.11.2023"),
        ("de", "19.11.2023"),
        ("de", "19. 11. 2023"),
        ("el", "19 Νοεμβρίου 2023"),
        ("el", "Κυριακή, 19 Νοεμβρίου 2023"),
        ("el", "ΚΥΡΙΑΚΗ 19 ΝΟΕΜΒΡΙΟΥ 2023"),
        ("el", "19 Νοε 2023"),
        ("el", "Νοέμβριος 19, 2023"),
        ("el", "19/11/2023"),
        ("fr", "19 novembre 2023"),
        ("fr", "dimanche 19 novembre 2023"),
        ("fr", "le 19 nov. 2023"),
        ("fr", "19/11/2023"),
        ("es", "19 de noviembre de 2023"),
        ("es", "19 de noviembre del 2023"),
        ("es", "19 noviembre, 2023"),
        ("es", "domingo, 19 de noviembre de 2023"),
        ("es", "noviembre 19, 2023"),
        ("es", "19-nov-2023"),
        ("hu", "2023. november 19."),
        ("hu", "2023 november 19."),
        ("hu", "2023. november 19., vasárnap"),
        ("hu", "2023. november 19. vasárnap"),
        ("hu", "vasárnap, 2023. november 19."),
        ("hu", "2023. november 19-én"),
        ("hu", "2023. nov. 19."),
        ("hu", "2023.11.19."),
        ("hu", "2023. 11. 19."),
        ("it", "19 novembre 2023"),
        ("it", "domenica 19 novembre 2023"),
        ("it", "19 nov 2023"),
        ("pt", "19 de novembro de 2023"),
        ("pt", "19 nov 2023"),
        ("pt", "domingo, 19 de novembro de 2023"),
        ("pt", "19/11/2023"),
        ("nl", "19 november 2023"),
        ("nl", "zondag 19 november 2023"),
        ("nl", "19-11-2023"),
        ("no", "19. november 2023"),
        ("no", "søndag 19. nov. 2023"),
        ("no", "den 19. november 2023"),
        ("sv", "söndagen den 19 november 2023"),
        ("sv", "sön 19 nov 2023"),
        ("sv", "2023-11-19"),
        ("da", "søndag den 19. november 2023"),
        ("da", "søndag d. 19. november 2023"),
        ("da", "19-11-2023"),
        ("fi", "19. marraskuuta 2023"),
        ("fi", "sunnuntaina 19.11.2023"),
        ("fi", "19 marraskuun, 2023"),
        ("fi", "marraskuun 19, 2023"),
        ("ru", "19 ноября 2023"),
        ("ru", "19 ноября 2023 г."),
        ("ru", "19 ноября 2023 года"),
        ("ru", "воскресенье, 19 ноября 2023"),
        ("ru", "19 нояб. 2023"),
        ("ru", "19.11.2023"),
        ("pl", "19 listopada 2023"),
        ("pl", "19 listopada 2023 r."),
        ("pl", "niedziela, 19 listopada 2023 roku"),
        ("pl", "19 lis 2023"),
        ("pl", "19.11.2023 r."),
        ("cs", "19. listopadu 2023"),
        ("cs", "neděle 19. listopadu 2023"),
        ("cs", "19. 11. 2023"),
        ("uk", "19 листопада 2023"),
        ("uk", "19 листопада 2023 р."),
        ("uk", "19 листопада 2023 року"),
        ("uk", "неділя, 19 листопада 2023"),
        ("uk", "19 лис. 2023"),
        ("sk", "19. novembra 2023"),
        ("sk", "nedeľa 19. novembra 2023"),
        ("sk", "19. 11. 2023"),
        ("ro", "19 noiembrie 2023"),
        ("ro", "duminică, 19 noiembrie 2023"),
        ("ro", "Duminica 19 Noiembrie 2023"),
        ("ro", "19 nov. 2023"),
        ("ro", "19.11.2023"),
        ("vi", "19 tháng 11, 2023"),
        ("vi", "19 Tháng Mười Một, 2023"),
        ("vi", "Tháng Mười Một 19, 2023"),
        ("vi", "ngày 19 tháng 11 năm 2023"),
        ("vi", "ngày 19 tháng mười một năm 2023"),
        ("vi", "Chủ nhật, 19/11/2023"),
        ("vi", "CN, 19/11/2023"),
        ("vi", "19 Th11 2023"),
        ("zh", "2023年11月19日"),
        ("zh", "2023 年 11 月 19 日"),
        ("zh", "2023-11-19"),
        ("zh", "2023年11月19日 星期日"),
        ("ja", "2023年11月19日"),
        ("ja", "2023年11月19日（日）"),
        ("ja", "2023/11/19"),
        ("ar", "19 نوفمبر 2023"),
        ("ar", "19 نوفمبر، 2023"),
        ("ar", "الأحد، 19 نوفمبر 2023"),
        ("ar", "19 تشرين الثاني 2023"),
        ("ar", "١٩ نوفمبر ٢٠٢٣"),
    ],
)
def test_every_language(language: str, line: str) -> None:
    assert isos(line, language, day_first=True) == ["2023-11-19"]


@pytest.mark.parametrize(
    ("language", "line", "iso"),
    [
        ("de", "1. Jänner 2024", "2024-01-01"),
        ("de", "3. März 2021", "2021-03-03"),
        ("de", "28. Feb. 2022", "2022-02-28"),
        ("el", "1η Μαΐου 2020", "2020-05-01"),
        ("el", "1 ΜΑΪΟΥ 2020", "2020-05-01"),
        ("el", "Παρ. 3 Σεπτεμβρίου 2021", "2021-09-03"),
        ("fr", "1er février 2020", "2020-02-01"),
        ("fr", "14 août 2019", "2019-08-14"),
        ("fr", "25 déc. 2018", "2018-12-25"),
        ("es", "1º de enero de 2022", "2022-01-01"),
        ("es", "3 de setiembre de 2017", "2017-09-03"),
        ("hu", "2021. szeptember 1-jén", "2021-09-01"),
        ("hu", "2020. máj. 9., szombat", "2020-05-09"),
        ("it", "1° maggio 2016", "2016-05-01"),
        ("it", "mercoledì 2 giugno 2021", "2021-06-02"),
        ("pt", "1º de março de 2022", "2022-03-01"),
        ("pt", "terça-feira, 7 de fevereiro de 2023", "2023-02-07"),
        ("nl", "5 mrt 2015", "2015-03-05"),
        ("nl", "1 augustus 2014", "2014-08-01"),
        ("no", "laurdag 1. desember 2018", "2018-12-01"),
        ("no", "17. mai 2014", "2014-05-17"),
        ("sv", "6 juni 2014", "2014-06-06"),
        ("sv", "1 maj 2014", "2014-05-01"),
        ("da", "3. marts 2021", "2021-03-03"),
        ("fi", "6. joulukuuta 2014", "2014-12-06"),
        ("fi", "3 kesä 2021", "2021-06-03"),
        ("fi", "pe 1.8.2014", "2014-08-01"),
        ("ru", "9 мая 2020", "2020-05-09"),
        ("ru", "Москва, 3 апреля 2018", "2018-04-03"),
        ("ro", "1 mai 2020", "2020-05-01"),
        ("ro", "Joi, 2 sept. 2021", "2021-09-02"),
        ("vi", "14 Tháng Năm, 2021", "2021-05-14"),
        ("vi", "Thứ Ba, 4 tháng 05, 2021", "2021-05-04"),
        ("zh", "2021年5月4日", "2021-05-04"),
        ("ja", "2021年05月04日", "2021-05-04"),
        ("ar", "3 آذار 2021", "2021-03-03"),
        ("ar", "12 كانون الأول 2020", "2020-12-12"),
        ("ar", "7 غشت 2019", "2019-08-07"),
    ],
)
def test_month_names(language: str, line: str, iso: str) -> None:
    assert isos(line, language, day_first=True) == [iso]


@pytest.mark.parametrize("language", [code for code in LANGUAGES if code not in ("zh", "ja")])
def test_every_month_name_of_the_lexicon_is_read(language: str) -> None:
    lexicon = Lexicon.for_language(language)
    reader = DateReader(lexicon)
    wrong = [
        name
        for name, month in lexicon.months.items()
        if [d.iso for d in reader.find(f"7 {name} 2020")] != [f"2020-{month:02d}-07"]
    ]
    assert wrong == []


@pytest.mark.parametrize(
    ("line", "language", "iso"),
    [
        ("May 2014", "en", "2014-05"),
        ("Sept. 2014", "en", "2014-09"),
        ("May, 2014", "en", "2014-05"),
        ("Mai 2014", "de", "2014-05"),
        ("Μάιος 2014", "el", "2014-05"),
        ("mai 2014", "fr", "2014-05"),
        ("mayo de 2014", "es", "2014-05"),
        ("2014. május", "hu", "2014-05"),
        ("maggio 2014", "it", "2014-05"),
        ("maio de 2014", "pt", "2014-05"),
        ("mei 2014", "nl", "2014-05"),
        ("mai 2014", "no", "2014-05"),
        ("maj 2014", "sv", "2014-05"),
        ("marts 2014", "da", "2014-03"),
        ("toukokuu 2014", "fi", "2014-05"),
        ("май 2014", "ru", "2014-05"),
        ("maj 2014", "pl", "2014-05"),
        ("květen 2014", "cs", "2014-05"),
        ("травень 2014", "uk", "2014-05"),
        ("máj 2014", "sk", "2014-05"),
        ("mai 2014", "ro", "2014-05"),
        ("Tháng Năm 2014", "vi", "2014-05"),
        ("tháng 5/2014", "vi", "2014-05"),
        ("tháng 5 năm 2014", "vi", "2014-05"),
        ("2014年5月", "zh", "2014-05"),
        ("2014年5月", "ja", "2014-05"),
        ("مايو 2014", "ar", "2014-05"),
    ],
)
def test_month_precision(line: str, language: str, iso: str) -> None:
    assert isos(line, language) == [iso]


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


@pytest.mark.parametrize(
    "line",
    [
        "",
        "on",
        "On",
        "12",
        "A 2",
        "Second",
        "May",
        "May the best boat win.",
        "In May the ferry stopped.",
        "March on the harbour office",
        "The second of May",
        "May 19",
        "By 2025 the number of boats had doubled.",
        "By the time it rained",
        "Monday",
        "By Monday",
        "2023",
        "10:30",
        "1939-45",
        "2010-2012",
        "the 1990s",
        "page 12 of 2023",
        "Room 1204",
        "version 1.2.3",
        "10.0.0.1",
        "192.168.10.12",
        "ISBN 978-3-16-148410-0",
        "Call 555-12-2023",
        "+49 30 1234567",
        "a score of 3-2-1",
        "$12.50",
        "32 November 2023",
        "February 30, 2023",
        "2023-13-01",
        "2023-00-10",
        "99/99/2023",
        "31/02/2023",
        "November 19, 1023",
        "November 19, 20234",
        "19 boats 2023",
        "Chapter 3 verse 2001",
        "Mayor 2014",
        "Marching 12 2014",
        "Windows 10 2004",
        "It rained in 2014. May was dry.",
    ],
)
def test_no_dates(line: str) -> None:
    assert isos(line) == []


@pytest.mark.parametrize(
    ("line", "language"),
    [
        ("Mai", "de"),
        ("am", "de"),
        ("Μάιος", "el"),
        ("του", "el"),
        ("mars", "fr"),
        ("Le mars", "fr"),
        ("május", "hu"),
        ("hét", "hu"),
        ("set", "it"),
        ("mai", "ro"),
        ("Mai mult", "ro"),
        ("a", "es"),
        ("май", "ru"),
        ("Tháng Năm", "vi"),
        ("5 năm", "vi"),
        ("3月", "zh"),
        ("第12章", "zh"),
        ("2023年", "ja"),
        ("10時30分", "ja"),
        ("آب", "ar"),
    ],
)
def test_no_dates_in_other_languages(line: str, language: str) -> None:
    assert isos(line, language, day_first=True) == []


@pytest.mark.parametrize(
    ("line", "raws"),
    [
        ("Posted on May 8, 2018 by Ann Lee", ["May 8, 2018"]),
        ("Kyodo News, November 19, 2023 and 3 Dec 2023.", ["November 19, 2023", "3 Dec 2023"]),
        ("(Sunday, 19 November 2023)", ["Sunday, 19 November 2023"]),
        ("May 2014 – June 2015", ["May 2014", "June 2015"]),
        ("2023-11-19, 2023-11-20", ["2023-11-19", "2023-11-20"]),
        ("November 14, 2023, November 13, 2023", ["November 14, 2023", "November 13, 2023"]),
        ("Radio Halm, November 18, 2023news/2023/11/18-x.html", ["November 18, 2023"]),
        ("November 18, 2023https://www.halm.example/a", ["November 18, 2023"]),
    ],
)
def test_the_span_holds_the_date_and_no_more(line: str, raws: list[str]) -> None:
    found = find(line)[: len(raws)]
    assert [line[d.start : d.end] for d in found] == raws
    assert all(a.end <= b.start for a, b in pairwise(found))
