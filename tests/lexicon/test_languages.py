"""What users gain from a language's lexicon: a whole page of flat text becomes one clean record."""

from __future__ import annotations

from typing import NamedTuple

import pytest

from cleaner.lexicon import LANGUAGES
from tests.helpers import PARAGRAPHS, is_partition, process


class Page(NamedTuple):
    """An article in its page: what stands above it, how it is headed, and the junk between and below its paragraphs."""

    above: str
    title: str
    who_and_when: str
    share: str
    between: str
    below: str
    author: str

    def text(self, language: str) -> str:
        """Return the page, with the paragraphs of the language as the article's body."""
        first, second = PARAGRAPHS[language]
        return "\n\n".join(
            (self.above, self.title, self.who_and_when, self.share, first, self.between, second, self.below)
        )


# Every page is dated 8 October 2018, its update the day after.
PAGES = {
    "pl": Page(
        "Przejdź do treści\n\nStrona główna\nAktualności\nKultura\nSport\nO nas\nZaloguj się\nSzukaj",
        "Młyn w Zalesiu zostanie biblioteką",
        "Autor: Łucja Mostowa\nOpublikowano: 8 października 2018 r., godz. 10:30\nAktualizacja: 9 października 2018",
        "Udostępnij artykuł\nUdostępnij na Facebooku\nWyślij e-mailem\nDrukuj",
        "Dalsza część artykułu pod reklamą\nReklama\nCzytaj także: Nikt nie chce kupić starego promu",
        "Tagi: młyn, rzeka, biblioteka\n\nPodobne artykuły\nProm pływa tylko we wtorki\nKury, które uciekły z plebanii\n\n"
        "3 komentarze\n\nDodaj komentarz\nTwój adres e-mail nie zostanie opublikowany. Wymagane pola są oznaczone *\n"
        "Nazwa *\nE-mail *\nOpublikuj komentarz\n\nZapisz się do newslettera\nTwój adres e-mail\n\n"
        "Używamy plików cookie, aby strona działała lepiej.\nAkceptuję\n\n"
        "Polityka prywatności\nRegulamin\nReklama\n© 2018 Kurier Zaleski. Wszelkie prawa zastrzeżone.",
        "Łucja Mostowa",
    ),
    "cs": Page(
        "Přeskočit na obsah\n\nÚvod\nZprávy\nKultura\nSport\nO nás\nPřihlásit se\nHledat",
        "Rozhledna ve Lhoticích zůstane otevřená",
        "Autor: Šárka Lávková\nPublikováno: 8. října 2018 v 10:30\nAktualizováno: 9. 10. 2018",
        "Sdílet článek\nSdílet na Facebooku\nPoslat e-mailem\nVytisknout",
        "Článek pokračuje pod reklamou\nReklama\nČtěte také: Starý přívoz nikdo nechce koupit",
        "Štítky: rozhledna, zima, výlety\n\nSouvisející články\nPřívoz jezdí jen v úterý\nSlepice, které utekly z fary\n\n"
        "3 komentáře\n\nPřidat komentář\nVaše e-mailová adresa nebude zveřejněna. Vyžadované informace jsou označeny *\n"
        "Jméno *\nE-mail *\nOdeslat komentář\n\nPřihlaste se k odběru novinek\nVáš e-mail\n\n"
        "Tento web používá soubory cookie, aby fungoval lépe.\nSouhlasím\n\n"
        "Ochrana osobních údajů\nObchodní podmínky\nInzerce\n© 2018 Lhotické listy. Všechna práva vyhrazena.",
        "Šárka Lávková",
    ),
    "uk": Page(
        "Перейти до вмісту\n\nГоловна\nНовини\nКультура\nСпорт\nПро нас\nУвійти\nПошук",
        "У Верхніх Липках знову печуть хліб",
        "Автор: Ганна Міст\nОпубліковано: 8 жовтня 2018 о 10:30\nОновлено: 9 жовтня 2018 р.",
        "Поділитися\nПоділитися у Facebook\nTelegram\nКопіювати посилання",
        "Продовження після реклами\nРеклама\nЧитайте також: Ніхто не хоче купувати старий пором",
        "Теги: хліб, село, піч\n\nСхожі новини\nПором ходить лише у вівторок\nКури, що втекли від священника\n\n"
        "3 коментарі\n\nЗалишити коментар\nВаша e-mail адреса не оприлюднюватиметься. Обов’язкові поля позначені *\n"
        "Ім’я *\nE-mail *\nОпублікувати коментар\n\nПідписуйтесь на нашу розсилку\nВаш e-mail\n\n"
        "Ми використовуємо файли cookie, щоб сайт працював краще.\nПогоджуюсь\n\n"
        "Політика конфіденційності\nУмови використання\nРеклама на сайті\n© 2018 Липківський вісник. Усі права захищено.",
        "Ганна Міст",
    ),
    "sk": Page(
        "Preskočiť na obsah\n\nDomov\nSprávy\nKultúra\nŠport\nO nás\nPrihlásiť sa\nHľadať",
        "Stará kolkáreň v Lehôtke ostane stáť",
        "Autor: Ľubica Mostová\nPublikované: 8. októbra 2018 o 10:30\nAktualizované: 9. 10. 2018",
        "Zdieľať článok\nZdieľať na Facebooku\nPoslať e-mailom\nVytlačiť",
        "Článok pokračuje pod reklamou\nReklama\nČítajte tiež: Starú kompu nikto nechce kúpiť",
        "Značky: kolky, obec, strecha\n\nSúvisiace články\nKompa pláva iba v utorok\nSliepky, ktoré ušli z fary\n\n"
        "3 komentáre\n\nPridať komentár\nVaša e-mailová adresa nebude zverejnená. Vyžadované polia sú označené *\n"
        "Meno *\nE-mail *\nOdoslať komentár\n\nPrihláste sa na odber noviniek\nVáš e-mail\n\n"
        "Táto stránka používa súbory cookie, aby fungovala lepšie.\nSúhlasím\n\n"
        "Ochrana osobných údajov\nObchodné podmienky\nInzercia\n© 2018 Lehôtske noviny. Všetky práva vyhradené.",
        "Ľubica Mostová",
    ),
}


@pytest.mark.parametrize("language", PAGES)
def test_a_page_becomes_its_article(language: str) -> None:
    page = PAGES[language]
    text = page.text(language)
    result = process(text)
    assert language in LANGUAGES
    (record,) = result.records
    assert record.language == language
    assert record.title == page.title
    assert [author.name for author in record.authors] == [page.author]
    assert (record.published or "")[:10] == "2018-10-08"
    assert (record.modified or "")[:10] == "2018-10-09"
    assert record.body == "\n\n".join(PARAGRAPHS[language])
    assert is_partition(result.ledger, text)


@pytest.mark.parametrize("language", PAGES)
def test_prose_of_a_language_is_untouched(language: str) -> None:
    text = "\n\n".join(PARAGRAPHS[language])
    assert [r.text for r in process(text).removed] == []
