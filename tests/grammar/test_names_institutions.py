"""Institutions and roles, told from people."""

from __future__ import annotations

import pytest

from cleaner.grammar.names import is_institution, is_person, is_role
from cleaner.lexicon import Lexicon

EN = Lexicon.for_language("en")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "University of Halm"),
        ("en", "Halm Institute of Rowing"),
        ("en", "School of Oriental and African Studies"),
        ("en", "the Ministry of Boats"),
        ("en", "Port Ansel Press"),
        ("de", "Universität Halm"),
        ("en", "Ansel Oar Solutions"),
        ("en", "Marrow Dentistry PC"),
        ("de", "Ruderwerk Ansel GmbH"),
        ("de", "Institut für Ruderkunde"),
        ("el", "Πανεπιστήμιο Ρεματιάς"),
        ("fr", "Université de Halm"),
        ("fr", "École du Port"),
        ("es", "Universidad de Valdehierro"),
        ("hu", "Felsőkéri Egyetem"),
        ("it", "Università di Montarsiccio"),
        ("pt", "Universidade da Serra Clara"),
        ("nl", "Universiteit van de Waterkant"),
        ("no", "Universitetet i Halm"),
        ("no", "Rodirektoratet"),
        ("sv", "Halms universitet"),
        ("sv", "Kungliga Roddinstitutet"),
        ("da", "Halm Universitet"),
        ("da", "Havnestyrelsen"),
        ("fi", "Halmin yliopisto"),
        ("fi", "Soutuinstituutti"),
        ("ru", "Заречный университет"),
        ("pl", "Uniwersytet Nadrzeczny"),
        ("cs", "Univerzita na Nábřeží"),
        ("uk", "Зарічний університет"),
        ("sk", "Univerzita na Nábreží"),
        ("ro", "Universitatea din Valea Lungă"),
        ("vi", "Trường Đại học Suối Mây"),
        ("zh", "南湾大学"),
        ("zh", "南湾日报"),
        ("ja", "港町大学"),
        ("ja", "港新聞社"),
        ("ar", "جامعة الوادي"),
        ("ar", "معهد التجديف"),
    ],
)
def test_institutions(language: str, text: str) -> None:
    lexicon = Lexicon.for_language(language)
    assert is_institution(text, lexicon)
    assert not is_person(text, lexicon)


@pytest.mark.parametrize(
    "text", ["", "Ann Lee", "Bankhead", "Labov", "Postma", "Schooler Marrow", "The ferry", "Presswell"]
)
def test_no_institutions(text: str) -> None:
    assert not is_institution(text, EN)


def test_without_words_there_are_no_institutions() -> None:
    assert not is_institution("University of Halm", Lexicon())


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Staff Writer"),
        ("en", "admin"),
        ("en", "The Editors"),
        ("de", "Redaktion"),
        ("el", "Συντακτική ομάδα"),
        ("fr", "La rédaction"),
        ("ru", "Редакция"),
        ("pl", "Redakcja"),
        ("cs", "Redakce"),
        ("uk", "Редакція"),
        ("sk", "Redakcia"),
        ("hu", "Szerkesztőség"),
        ("ro", "Redacția"),
        ("vi", "Ban Biên tập"),
        ("ja", "編集部"),
        ("ar", "هيئة التحرير"),
    ],
)
def test_roles(language: str, text: str) -> None:
    assert is_role(text, Lexicon.for_language(language))


@pytest.mark.parametrize("text", ["", "Ann Lee", "Staff Writers of Halm", "the administrator of the port"])
def test_no_roles(text: str) -> None:
    assert not is_role(text, EN)
