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
    "no": Page(
        "Hopp til innhold\n\nForsiden\nNyheter\nSport\nKultur\nOm oss\nLogg inn\nSøk",
        "Fyret på Torvåg blir stående",
        "Av Ingrid Solbakken\nPublisert: 8. oktober 2018 kl. 10:30\nSist oppdatert: 9. oktober 2018",
        "Del artikkelen\nDel på Facebook\nSend på e-post\nSkriv ut",
        "Artikkelen fortsetter under annonsen\nAnnonse\nLes også: Ingen vil kjøpe den gamle ferja",
        "Stikkord: fyr, øy, gjestehus\n\nLes også\nFerja går bare på tirsdager\nHønene som rømte fra prestegården\n\n"
        "3 kommentarer\n\nLegg igjen en kommentar\nE-postadressen din vil ikke vises. Obligatoriske felt er merket med *\n"
        "Navn *\nE-post *\nPubliser kommentar\n\nMeld deg på vårt nyhetsbrev\nDin e-postadresse\n\n"
        "Vi bruker informasjonskapsler for å gjøre siden bedre.\nGodta alle\n\n"
        "Personvern\nAnnonsere\nKundeservice\n© 2018 Torvåg Tidende. Alle rettigheter reservert.",
        "Ingrid Solbakken",
    ),
    "sv": Page(
        "Hoppa till innehåll\n\nStartsidan\nNyheter\nSport\nKultur\nOm oss\nLogga in\nSök",
        "Kvarnen i Tallvik får stå kvar",
        "Av Maja Ekholm\nPublicerad 8 oktober 2018 kl. 10.30\nUppdaterad 9 oktober 2018",
        "Dela artikeln\nDela på Facebook\nSkicka via e-post\nSkriv ut",
        "Artikeln fortsätter efter annonsen\nAnnons\nLäs också: Ingen vill köpa den gamla färjan",
        "Taggar: kvarn, å, bageri\n\nLäs även\nFärjan går bara på tisdagar\nHönsen som rymde från prästgården\n\n"
        "3 kommentarer\n\nLämna ett svar\nDin e-postadress kommer inte publiceras. Obligatoriska fält är märkta *\n"
        "Namn *\nE-post *\nPublicera kommentar\n\nPrenumerera på vårt nyhetsbrev\nDin e-postadress\n\n"
        "Vi använder kakor för att göra sidan bättre.\nGodkänn alla\n\n"
        "Integritetspolicy\nAnnonsera\nKundservice\n© 2018 Tallviks Tidning. Alla rättigheter förbehållna.",
        "Maja Ekholm",
    ),
    "da": Page(
        "Spring til indhold\n\nForside\nNyheder\nSport\nKultur\nOm os\nLog ind\nSøg",
        "Smedjen på Vesterø bliver stående",
        "Af Karen Lindegaard\nPubliceret den 8. oktober 2018 kl. 10.30\nSidst opdateret: 9. oktober 2018",
        "Del artiklen\nDel på Facebook\nSend via e-mail\nUdskriv",
        "Artiklen fortsætter efter annoncen\nAnnonce\nLæs også: Ingen vil købe den gamle færge",
        "Emneord: smedje, ø, værksted\n\nLæs også\nFærgen sejler kun om tirsdagen\nHønsene der stak af fra præstegården\n\n"
        "3 kommentarer\n\nSkriv et svar\nDin e-mailadresse vil ikke blive publiceret. Krævede felter er markeret med *\n"
        "Navn *\nE-mail *\nSend kommentar\n\nTilmeld dig vores nyhedsbrev\nDin e-mailadresse\n\n"
        "Vi bruger cookies til at gøre siden bedre.\nAccepter alle\n\n"
        "Privatlivspolitik\nAnnoncering\nKundeservice\n© 2018 Vesterø Tidende. Alle rettigheder forbeholdes.",
        "Karen Lindegaard",
    ),
    "fi": Page(
        "Siirry sisältöön\n\nEtusivu\nUutiset\nUrheilu\nKulttuuri\nTietoa meistä\nKirjaudu\nHaku",
        "Pikku-Lahden sauna saa jäädä",
        "Kirjoittanut Aino Lehtovaara\nJulkaistu 8. lokakuuta 2018 klo 10.30\nPäivitetty 9.10.2018",
        "Jaa artikkeli\nJaa Facebookissa\nLähetä sähköpostilla\nTulosta",
        "Juttu jatkuu mainoksen jälkeen\nMainos\nLue myös: Kukaan ei halua ostaa vanhaa lauttaa",
        "Avainsanat: sauna, kylä, kahvila\n\nLue myös\nLautta kulkee vain tiistaisin\nKanat jotka karkasivat pappilasta\n\n"
        "3 kommenttia\n\nVastaa\nSähköpostiosoitettasi ei julkaista. Pakolliset kentät on merkitty *\n"
        "Nimi *\nSähköposti *\nLähetä kommentti\n\nTilaa uutiskirjeemme\nSähköpostiosoitteesi\n\n"
        "Käytämme evästeitä sivuston parantamiseen.\nHyväksy kaikki\n\n"
        "Tietosuojaseloste\nMainostajille\nAsiakaspalvelu\n© 2018 Pikku-Lahden Sanomat. Kaikki oikeudet pidätetään.",
        "Aino Lehtovaara",
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
