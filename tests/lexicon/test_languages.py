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


# Headlines and sentences that begin, end or count as junk does, and are none.
TRAPS = {
    "no": (
        "Svar til dem som vil rive fyret",
        "Ti svar på spørsmål om ferja",
        "Del på utgiftene når taket skal tettes, sa lederen i velforeningen til naboene sine.",
        "Andre saker som kom opp på møtet, var nøkkelen til kjelleren og lyset på brygga.",
        "Av og til går det en båt forbi, og da vinker alle som bor på øya til den.",
        "Ansvarlig redaktør i lokalavisen sier at hun aldri har sett så mange leserbrev om et tak.",
        "Opphavsrett er noe naboen kan mye om, for han har tegnet fyret i over førti år.",
    ),
    "sv": (
        "Svar till dem som vill riva kvarnen",
        "Tio tankar på vägen till kvarnen",
        "Dela på kostnaden när taket ska lagas, sade ordföranden i byalaget till grannarna.",
        "Gamla artiklar om kvarnen finns i pärmen som bagaren har i sitt kök bakom ugnen.",
        (
            "När de gamla bönderna kom hem från marknaden den hösten hade kommunen redan beslutat att hela bron skulle flyttas"
            " närmare skolan så att barnen kunde se vagnarna komma in genom klassrumsfönstret varje dag innan lektionen började."
        ),
        "Märkt av vintern står hjulet kvar i ån, och ingen vet riktigt hur man lagar det.",
    ),
    "da": (
        "Svar til dem der vil rive smedjen ned",
        "Fem svar på spørgsmål om smedjen",
        "Del udgiften når taget skal tætnes, sagde formanden for foreningen til sine naboer.",
        "Af og til kommer der en vogn forbi, og så vinker alle i landsbyen til kusken.",
        "Hold dig til hammeren, sagde smeden, og lad de andre tale om vinduerne så længe.",
        "Tilmeldte var der nok af, men kun tre kom op på taget den morgen i regnvejr.",
    ),
    "fi": (
        "Vastaus niille jotka haluavat purkaa saunan",
        "Viisi vastausta saunan ystäville",
        "Jaa kustannukset naapurin kanssa, sanoi yhdistyksen puheenjohtaja, niin katto tulee valmiiksi.",
        "Kirjoittaja on kylän suutari, joka kävi saunassa jo poikana ja muistaa vanhan kiukaan.",
        "Tilaa oli kahdelle, mutta sisään tuli kymmenen, ja silti kukaan ei lähtenyt kotiin ennen yötä.",
        (
            "Vanhojen kalastajien palatessa mereltä sinä syksynä kunta oli jo päättänyt siirtää koko laiturin lähemmäksi koulua"
            " niin että lapset näkisivät luokkahuoneen ikkunasta veneiden saapuvan satamaan joka ikinen päivä ennen koulun alkua."
        ),
    ),
}


@pytest.mark.parametrize(("language", "line"), [(code, line) for code, lines in TRAPS.items() for line in lines])
def test_what_only_resembles_junk_stays(language: str, line: str) -> None:
    first, second = PARAGRAPHS[language]
    for text in (f"{line}\n\n{first}\n\n{second}", f"{first}\n\n{line}\n\n{second}"):
        assert [r.text for r in process(text, language=language).removed] == []


@pytest.mark.parametrize("code", ["nb", "nn", "nb-NO"])
def test_both_written_standards_of_norwegian_share_a_file(code: str) -> None:
    page = PAGES["no"]
    (record,) = process(page.text("no"), language=code).records
    assert (record.language, record.title) == (code, page.title)
    assert record.body == "\n\n".join(PARAGRAPHS["no"])


def test_nynorsk_is_norwegian() -> None:
    first = (
        "Kommunen i Vestre Torvåg har vedteke at det gamle fyret ikkje skal rivast, fordi dei som bur på øya vil gjere det"
        " om til eit gjestehus, og ein del pengar har dei alt samla inn."
    )
    second = (
        "Eg trur at tårnet er i god stand, seier leiaren i velforeininga, men taket må tettast før vinteren, og ingen"
        " veit kvar nøkkelen til kjellaren vart av."
    )
    text = "\n\n".join(
        (
            "Fyret på Torvåg blir ståande",
            "Skrive av Ingrid Solbakken\nPublisert måndag 8. oktober 2018",
            first,
            "Saka held fram under annonsen\nAnnonse",
            second,
            "Les òg\nFerja går berre på tysdagar\n\n3 kommentarar\n\nLegg att ein kommentar",
        )
    )
    (record,) = process(text).records
    assert (record.language, record.title) == ("no", "Fyret på Torvåg blir ståande")
    assert [author.name for author in record.authors] == ["Ingrid Solbakken"]
    assert (record.published, record.body) == ("2018-10-08", f"{first}\n\n{second}")
