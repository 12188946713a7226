"""What a lexicon is for: an article of a language with all that stands about it on a page, as flat text."""

from __future__ import annotations

from typing import NamedTuple

import pytest

from cleaner.lexicon import Lexicon, line_key
from tests.helpers import PARAGRAPHS, process


class Page(NamedTuple):
    """What stands over an article and below it, and what the record shall say."""

    title: str
    author: str
    published: str
    above: str
    below: str


PAGES = {
    "el": Page(
        "Ανοίγει ξανά ο φούρνος της Άνω Ρεματιάς",
        "Άννα Ρεματιανού",
        "2023-11-19",
        "Μετάβαση στο περιεχόμενο\n\nΑρχική\nΕιδήσεις\nΠολιτισμός\nΕπικοινωνία\n\n"
        "Ανοίγει ξανά ο φούρνος της Άνω Ρεματιάς\n\nΣυντάκτης: Άννα Ρεματιανού\n\n"
        "Δημοσιεύτηκε στις 19 Νοεμβρίου 2023\n\nΧρόνος ανάγνωσης: 3 λεπτά\n\nΚοινοποίηση στο Facebook",
        "ΚΟΙΝΟΠΟΙΗΣΗ\nFacebook\nViber\n\nΔιαβάστε επίσης: Πράσινη θα βαφτεί η ξύλινη γέφυρα\n\n"
        "Ετικέτες: φούρνος, ψωμί\n\n3 σχόλια\n\nΑφήστε μια απάντηση\n\nΗ ηλ. διεύθυνση σας δεν δημοσιεύεται.\n\n"
        "Εγγραφείτε στο newsletter μας\n\nΠρόσφατα άρθρα\n\n© 2023 Τα Νέα της Ρεματιάς. Με επιφύλαξη παντός δικαιώματος.\n\n"
        "Πολιτική απορρήτου",
    ),
    "hu": Page(
        "Nem bontják le a felsőkéri malmot",
        "Malomházi Anna",
        "2023-11-19",
        "Ugrás a tartalomhoz\n\nFőoldal\nHírek\nKultúra\nKapcsolat\n\nNem bontják le a felsőkéri malmot\n\n"
        "Írta: Malomházi Anna\n\nKözzétéve: 2023. november 19.\n\nOlvasási idő: 3 perc\n\nMegosztás a Facebookon",
        "Oszd meg ismerőseiddel!\nFacebook\nMessenger\n\nOlvasd el ezt is: Zöldre festik a fahidat\n\n"
        "Címkék: malom, múzeum\n\n3 hozzászólás\n\nVélemény, hozzászólás?\n\nAz e-mail címet nem tesszük közzé.\n\n"
        "Iratkozz fel hírlevelünkre!\n\nLegutóbbi bejegyzések\n\n© 2023 Felsőkéri Hírmondó. Minden jog fenntartva.\n\n"
        "Adatkezelési tájékoztató",
    ),
    "ro": Page(
        "Brutăria din Valea Lungă se redeschide",
        "Ioana Câmpeanu",
        "2023-11-19",
        "Sari la conținut\n\nAcasă\nȘtiri\nDespre noi\nContact\n\nBrutăria din Valea Lungă se redeschide\n\n"
        "de Ioana Câmpeanu\n\nPublicat la 19 noiembrie 2023\n\nTimp de citire: 3 minute\n\nDistribuie pe Facebook",
        "Distribuie acest articol\nFacebook\nWhatsApp\n\nCitește și: Podul de lemn va fi vopsit în verde\n\n"
        "Etichete: brutărie, pâine\n\n3 comentarii\n\nLasă un răspuns\n\nAdresa ta de email nu va fi publicată.\n\n"
        "Abonează-te la newsletter\n\nArticole recente\n\n© 2023 Gazeta de Valea Lungă. Toate drepturile rezervate.\n\n"
        "Politica de confidențialitate",
    ),
}


@pytest.mark.parametrize("language", PAGES)
@pytest.mark.parametrize("told", [True, False], ids=["told", "detected"])
def test_a_page_gives_its_article_and_no_more(language: str, told: bool) -> None:
    page, prose = PAGES[language], "\n\n".join(PARAGRAPHS[language])
    result = process(f"{page.above}\n\n{prose}\n\n{page.below}", language=language if told else None)
    (record,) = result.records
    assert record.language == language
    assert (record.title, [a.name for a in record.authors], record.published) == (page.title, [page.author], page.published)
    assert record.body == prose


# Spellings that are not in the files


@pytest.mark.parametrize(
    ("language", "spelled", "common"),
    [
        ("el", "ΔΙΑΒΑΣΤΕ ΠΕΡΙΣΣΟΤΕΡΑ", "Διαβάστε περισσότερα"),
        ("el", "ΠΑΛΑΙΟΤΕΡΕΣ ΑΝΑΡΤΗΣΕΙΣ", "Παλαιότερες αναρτήσεις"),
        ("hu", "Következõ oldal", "Következő oldal"),
        ("ro", "Citeşte mai mult", "Citește mai mult"),
        ("ro", "Citeste mai mult", "Citește mai mult"),
        ("ro", "Adresa ta de email nu va fi publicata", "Adresa ta de email nu va fi publicată"),
    ],
)
def test_lines_in_other_spellings(language: str, spelled: str, common: str) -> None:
    index = Lexicon.for_language(language).index
    assert index.match(line_key(spelled)) == index.match(line_key(common)) != []
