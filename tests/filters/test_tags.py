from __future__ import annotations

import pytest

from cleaner.filters import tags
from tests.filters.helpers import (
    Junk,
    assert_covers,
    assert_kept,
    assert_removed,
    headed,
    ident,
    page,
    removed_alone,
)

SORTED = "anchor bread buoy calf captain dock eel ferry goat gull harbour island"
CLOUD = (
    "ferry harbour islands bread winter captain quay pilots lighthouse goats storm charts tide rope sails timber"
    " fishing lobster council wreck chapel barrel pier ice whales songs"
)

CASES = [
    Junk("tag-list", "In this article: ferries, islands, harbour"),
    Junk("tag-list", "More on these topics: ferries | islands"),
    Junk("tag-list", "#ferry #islands #orrin"),
    Junk("tag-list", "Themen in diesem Artikel: Fähre, Hafen", "de"),
    Junk("tag-list", "Más sobre estos temas: barco, muelle", "es"),
    Junk("tag-list", "Mais sobre estes temas: balsa, cais", "pt"),
    Junk("tag-list", "Onderwerpen in dit artikel: veerboot, haven", "nl"),
    Junk("tag-list", "Emner i denne saken: ferje, havn", "no"),
    Junk("tag-list", "Ämnen i artikeln: färja, hamn", "sv"),
    Junk("tag-list", "Emner i artiklen: færge, havn", "da"),
    Junk("tag-list", "Jutun aiheet: lautta, satama", "fi"),
    Junk("tag-list", "Темы публикации: паром, порт", "ru"),
    Junk("tag-list", "相关话题：渡轮、群岛", "zh"),
    Junk("tag-list", "この記事のタグ: フェリー、港", "ja"),
    Junk("tag-list", "كلمات ذات صلة: العبارة، الجزر", "ar"),
    Junk("tag-cloud", SORTED),
    Junk("tag-cloud", CLOUD),
]


@pytest.mark.parametrize("case", CASES, ids=ident)
def test_removes(case: Junk) -> None:
    assert_removed(tags, case)


def test_every_label_has_a_case() -> None:
    assert_covers(tags, CASES)


@pytest.mark.parametrize(
    "line",
    [
        "Tags of red wool hung from every ear in the flock, and no two of them had been cut by the same hand.",
        "Tags of red wool, a bell and a knife lay in the drawer.",
        "Topics like this are for the long winter, when the boats are in and nobody has to be anywhere by six.",
        "Labels fade in salt air.",
        "In this article I argue that the ferry was never late, and that it was the island that moved.",
        "Tagged in May, the turtle came back in June with a hook in its fin and a look of reproach.",
        "#OrrinSails was painted on the roof of the school, in letters that could be read from the ferry.",
    ],
)
@pytest.mark.parametrize("place", ["middle", "end"])
def test_keeps_prose(line: str, place: str) -> None:
    assert_kept(page(line, place=place))


@pytest.mark.parametrize(
    "title",
    [
        "Tagged Turtle Returns to Harbour",
        "Labels Sue Streaming Service",
        "Topics, Tides and Trouble",
        "Tag Sale Saves Chapel",
        "Keywords for a Drowned World",
    ],
)
def test_keeps_headlines(title: str) -> None:
    assert_kept(headed(title), title)


@pytest.mark.parametrize(
    "lines",
    [
        "A B C D E F G H I J K L M N O P",
        "2009 2010 2011 2012 2013 2014 2015 2016 2017 2018 2019",
        "# Harbour\n## Boats",
        "10 12 14 16 18 20 22 24 26 28 30",
        "grey sky\ngrey sea\ngrey stone\ngrey me",
    ],
)
def test_keeps_rows_and_headings(lines: str) -> None:
    assert_kept(page(lines))


def test_alone_keeps_a_long_line_with_the_words_of_sentences() -> None:
    line = "and the boats of the islands came in to the quay with the bread and the post and a calf for the farm on the hill"
    assert removed_alone(tags, page(line)) == []


@pytest.mark.parametrize(
    "line",
    [
        "गाँव के पुराने घाट पर सुबह से नाव बनाने वाले कारीगर जमा थे और शाम तक उन्होंने दो नई नावें पानी में उतार दीं जिन्हें देखने पूरा गाँव आया था।",
        ("Saari on kaukana rannasta mutta lautta kulkee sinne joka aamu kesäkuusta syyskuuhun kun meri on auki ja kalastajat "
        "nostavat verkkonsa ennen auringonnousua myydäkseen saaliinsa torilla."),
    ],
)
def test_alone_keeps_sentences_of_languages_of_which_little_is_known(line: str) -> None:
    assert removed_alone(tags, page(line)) == []
