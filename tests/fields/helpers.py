"""Small pages and how to look at what became of them: shared by the tests of the fields and of the grammar."""

from __future__ import annotations

import json
from itertools import pairwise
from typing import TYPE_CHECKING

from cleaner.document import Block, Context, Document
from cleaner.lexicon import Lexicon
from tests.helpers import PARAGRAPHS, paragraphs, process, web

if TYPE_CHECKING:
    from datetime import date

    from cleaner import Record, Result

# Two paragraphs of running text a language, enough to tell the language and to be an article.
BODIES: dict[str, tuple[str, str]] = {
    "en": (
        (
            "The ferry between the two halves of Port Ansel has been out of service since the spring, and the people of the "
            "northern quay have learned to row. On some mornings there are forty boats on the water before the bakery opens."
        ),
        (
            "Nobody at the harbour office wants to say when the ferry will be back. A spare part was ordered from a yard that "
            "has since closed, and the clerk who signed for it has moved to the mountains."
        ),
    ),
    "de": (
        (
            "Die Fähre zwischen den beiden Hälften der Stadt ist seit dem Frühjahr außer Betrieb, und die Leute am nördlichen "
            "Ufer haben das Rudern gelernt. An manchen Tagen sind vierzig Boote auf dem Wasser, bevor die Bäckerei öffnet."
        ),
        (
            "Niemand im Hafenamt will sagen, wann die Fähre wieder fährt. Ein Ersatzteil wurde bei einer Werft bestellt, die es "
            "nicht mehr gibt, und der Beamte, der dafür unterschrieb, ist in die Berge gezogen."
        ),
    ),
    "fr": (
        (
            "Le bac qui relie les deux moitiés de la ville est en panne depuis le printemps, et les gens du quai nord ont "
            "appris à ramer. Certains matins, il y a quarante barques sur l’eau avant que la boulangerie ne soit ouverte."
        ),
        (
            "Personne au bureau du port ne veut dire quand le bac sera de retour. Une pièce a été commandée dans un chantier "
            "qui a fermé depuis, et l’employé qui a signé le bon est parti vivre à la montagne."
        ),
    ),
    "es": (
        (
            "El transbordador que une las dos mitades de la ciudad está fuera de servicio desde la primavera, y la gente del "
            "muelle norte ha aprendido a remar. Algunas mañanas hay cuarenta botes en el agua antes de que abra la panadería."
        ),
        (
            "Nadie en la oficina del puerto quiere decir cuándo volverá el transbordador. Se pidió una pieza a un astillero "
            "que ya ha cerrado, y el empleado que firmó el pedido se ha ido a vivir a la sierra."
        ),
    ),
    "it": (
        (
            "Il traghetto che unisce le due metà della città è fermo dalla primavera, e la gente del molo nord ha imparato a "
            "remare. Certe mattine ci sono quaranta barche in acqua prima che il panificio apra le sue porte."
        ),
        (
            "Nessuno all’ufficio del porto vuole dire quando il traghetto tornerà. Un pezzo di ricambio è stato ordinato a un "
            "cantiere che nel frattempo ha chiuso, e l’impiegato che ha firmato è andato a vivere in montagna."
        ),
    ),
    "pt": (
        (
            "A balsa que liga as duas metades da cidade está fora de serviço desde a primavera, e o povo do cais norte "
            "aprendeu a remar. Em algumas manhãs há quarenta barcos na água antes de a padaria abrir as portas."
        ),
        (
            "Ninguém no escritório do porto quer dizer quando a balsa vai voltar. Uma peça foi pedida a um estaleiro que já "
            "fechou, e o funcionário que assinou o pedido foi morar na serra com a família."
        ),
    ),
    "nl": (
        (
            "De veerpont tussen de twee helften van de stad vaart sinds het voorjaar niet meer, en de mensen aan de noordkade "
            "hebben leren roeien. Op sommige ochtenden zijn er veertig boten op het water voordat de bakker opengaat."
        ),
        (
            "Niemand op het havenkantoor wil zeggen wanneer de veerpont terugkomt. Een onderdeel werd besteld bij een werf die "
            "niet meer bestaat, en de klerk die ervoor heeft getekend is naar de bergen verhuisd."
        ),
    ),
    "ru": (
        (
            "Паром между двумя половинами города не ходит с весны, и жители северной набережной научились грести. В иные дни "
            "на воде бывает сорок лодок ещё до того, как откроется булочная."
        ),
        (
            "Никто в конторе порта не хочет сказать, когда паром вернётся. Запасную часть заказали на верфи, которая с тех пор "
            "закрылась, а служащий, который подписал заказ, уехал жить в горы."
        ),
    ),
    "pl": (
        (
            "Prom między dwiema połowami miasta nie pływa od wiosny, a ludzie z północnego nabrzeża nauczyli się wiosłować. W "
            "niektóre poranki jest na wodzie czterdzieści łodzi, zanim piekarnia otworzy drzwi."
        ),
        (
            "Nikt w biurze portu nie chce powiedzieć, kiedy prom wróci. Część zamówiono w stoczni, która od tego czasu została "
            "zamknięta, a urzędnik, który podpisał zamówienie, przeprowadził się w góry."
        ),
    ),
    "cs": (
        (
            "Přívoz mezi dvěma polovinami města od jara nejezdí a lidé ze severního nábřeží se naučili veslovat. Některá rána "
            "je na vodě čtyřicet člunů ještě předtím, než pekárna otevře dveře."
        ),
        (
            "Nikdo v kanceláři přístavu nechce říct, kdy se přívoz vrátí. Náhradní díl byl objednán v loděnici, která od té doby "
            "zavřela, a úředník, který objednávku podepsal, se odstěhoval do hor."
        ),
    ),
    "uk": (
        (
            "Пором між двома половинами міста не ходить із весни, і мешканці північної набережної навчилися веслувати. Деколи "
            "вранці на воді буває сорок човнів іще до того, як відчиниться пекарня."
        ),
        (
            "Ніхто в конторі порту не хоче сказати, коли пором повернеться. Запасну частину замовили на верфі, яка відтоді "
            "закрилася, а службовець, що підписав замовлення, поїхав жити в гори."
        ),
    ),
    "sk": (
        (
            "Kompa medzi dvoma polovicami mesta od jari nepláva a ľudia zo severného nábrežia sa naučili veslovať. Niektoré rána "
            "je na vode štyridsať člnov ešte predtým, ako pekáreň otvorí dvere."
        ),
        (
            "Nikto v kancelárii prístavu nechce povedať, kedy sa kompa vráti. Náhradný diel bol objednaný v lodenici, ktorá odvtedy "
            "zatvorila, a úradník, ktorý objednávku podpísal, sa odsťahoval do hôr."
        ),
    ),
    "zh": (
        (
            "连接小城两岸的渡船自春天以来一直停航，北岸码头的居民都学会了划船。有些早晨，面包店还没有开门，河面上就已经有四十条小船了，"
            "孩子们坐在船尾背书，老人们在船头打盹。"
        ),
        (
            "港务办公室里没有人愿意说渡船什么时候恢复。当初向一家船厂订购了零件，可是那家船厂后来关了门，签字的职员也搬到山里去住了，"
            "谁也不知道他的地址。"
        ),
    ),
    "ja": (
        (
            "町の二つの岸を結ぶ渡し船は春から止まったままで、北の岸に住む人々はみな船をこぐことを覚えた。朝によっては、パン屋が店を開ける"
            "前に四十そうもの小舟が水の上に出ている。"
        ),
        (
            "港の事務所では、渡し船がいつ戻るのかを誰も言いたがらない。部品を注文した造船所はその後に店を閉じてしまい、注文書に名前を"
            "書いた職員は山へ引っ越していった。"
        ),
    ),
    "ar": (
        (
            "توقفت العبّارة التي تصل بين ضفتي المدينة منذ الربيع، وتعلّم سكان الرصيف الشمالي التجديف. وفي بعض الصباحات يكون على الماء "
            "أربعون قاربا قبل أن يفتح المخبز أبوابه للناس."
        ),
        (
            "لا أحد في مكتب الميناء يريد أن يقول متى ستعود العبّارة إلى العمل. فقد طُلبت القطعة من ورشة أغلقت أبوابها بعد ذلك، والموظف الذي "
            "وقّع الطلب انتقل ليعيش في الجبال."
        ),
    ),
    **{code: PARAGRAPHS[code] for code in ("he", "id", "ko", "tr")},
}
TITLES: dict[str, str] = {
    "en": "Port Ansel Learns to Row Again",
    "de": "Die Stadt lernt wieder rudern",
    "fr": "La ville réapprend à ramer",
    "es": "La ciudad vuelve a aprender a remar",
    "it": "La città impara di nuovo a remare",
    "pt": "A cidade reaprende a remar",
    "nl": "De stad leert opnieuw roeien",
    "ru": "Город снова учится грести",
    "pl": "Miasto znów uczy się wiosłować",
    "cs": "Město se znovu učí veslovat",
    "uk": "Місто знову вчиться веслувати",
    "sk": "Mesto sa znova učí veslovať",
    "zh": "小城居民重新学会划船",
    "ja": "町の人々がふたたび船をこぐ",
    "tr": "Deniz feneri kütüphane olarak yeniden açılıyor",
    "he": "המגדלור הישן ייפתח מחדש כספרייה",
    "id": "Mercusuar Tua Dibuka Lagi sebagai Perpustakaan",
    "ko": "등대가 도서관으로 다시 문을 연다",
    "ar": "المدينة تتعلم التجديف من جديد",
}
# More paragraphs, for pages of which no paragraph may stand twice.
MORE = (
    "The mayor, who owns two boats, has asked everybody to be patient. Those who own none have asked to be rowed.",
    "In the mountains there is said to be a second part of the same kind, in a ferry that was sold as a restaurant.",
    "Until then the timetable hangs where it always hung, and the times on it are as good as any others.",
)
BODY = "\n\n".join(BODIES["en"])
TITLE = TITLES["en"]
# The paragraphs of a long article.
LONG = [f"{BODIES['en'][0]} It was the {n}th week, and nobody counted any more." for n in range(4, 12)]
# Several short articles: the title, the text and the author of each, in words of its own, to find a stray piece by.
NEWS = (
    ("Bakery Opens Before Dawn", "The bakery on the northern quay has opened an hour before dawn since the ferry stopped, and its loaves are sold out by six.", "Ann Lee"),
    ("Harbour Clerk Found in Sarn", "The clerk who signed for the part was found last week in a village above Sarn, where he keeps eleven goats and a telescope.", "Bo Birk"),
    ("Oars Cost More Than Cows", "A pair of ash oars went for nine hundred marks at the autumn fair in Halm, which is more than anybody paid for a cow there.", "Cy Cole"),
)  # fmt: skip


def page(*blocks: str) -> str:
    """Return the blocks as a page, a blank line between them."""
    return "\n\n".join(blocks) + "\n"


def article(*meta: str, title: str | None = None, language: str = "en", below: tuple[str, ...] = ()) -> str:
    """Return a page of one article: the title, the lines `meta`, two paragraphs, the lines `below`."""
    return page(title or TITLES[language], *meta, *BODIES[language], *below)


def html(*meta: str, title: str | None = None, language: str = "en", below: str = "", head: str = "") -> str:
    """Return a page of HTML with one article: the headline, the elements `meta`, two paragraphs, the elements `below`."""
    text = paragraphs(*BODIES[language])
    return web(f"<article><h1>{title or TITLES[language]}</h1>{''.join(meta)}{text}{below}</article>", head)


def ld(*nodes: object) -> str:
    """Return items of JSON-LD as elements of a head."""
    return "".join(f'<script type="application/ld+json">{json.dumps(node)}</script>' for node in nodes)


def posting(headline: str = TITLE, **more: object) -> dict[str, object]:
    """Return the JSON-LD item of an article."""
    return {"@type": "NewsArticle", "headline": headline, **more}


def meta(name: str, content: str) -> str:
    """Return a meta tag of a head."""
    return f'<meta property="{name}" content="{content}">'


def only(result: Result) -> Record:
    """Return the one record of a result."""
    assert len(result.records) == 1, [record.title for record in result.records]
    return result.records[0]


def read(text: str, *, language: str | None = None, reference_date: date | None = None) -> Record:
    """Return the one record of a page, its spans checked."""
    result = process(text, language=language, reference_date=reference_date)
    check_spans(result)
    return only(result)


def told(text: str) -> list[tuple[str | None, str]]:
    """Return the title and the body of every record of a page, their spans checked."""
    result = process(text)
    check_spans(result)
    return [(record.title, record.body) for record in result.records]


def names(record: Record) -> list[str]:
    """Return the names of a record's authors."""
    return [author.name for author in record.authors]


def raw(result: Result, field: str, record: int = 0) -> list[str]:
    """Return the raw text that stands beside a field's value."""
    return [result.document.text[start:end] for start, end in result.records[record].spans.get(field, ())]


def check_spans(result: Result) -> None:
    """Assert that the spans of all records lie in the text, hold what they stand for, and share no character."""
    text = result.document.text
    claimed: list[tuple[int, int]] = []
    for record in result.records:
        for name, spans in record.spans.items():
            assert spans, name
            for start, end in spans:
                assert 0 <= start < end <= len(text), name
                assert text[start:end] == text[start:end].strip(), name
                claimed.append((start, end))
        for name in ("title", "standfirst"):
            if getattr(record, name) is not None:
                assert [text[a:b] for a, b in record.spans[name]] == [getattr(record, name)], name
        for name, lines in (
            ("sources", [s.raw for s in record.sources]),
            ("captions", [c.text for c in record.captions]),
        ):
            assert [text[a:b] for a, b in record.spans.get(name, ())] == lines, name
        for start, end in record.spans.get("body", ()):
            assert text[start:end] in record.body
    claimed.sort()
    assert all(first[1] <= second[0] for first, second in pairwise(claimed))


def document(*lines: str, language: str | None = "en", gap: int = 1) -> Document:
    """Return a document of the lines, with no marks: what the grammar reads."""
    blocks = []
    at = 0
    for index, line in enumerate(lines):
        blocks.append(Block(index, at, at + len(line), line, gap if index else 0))
        at += len(line) + 1 + gap
    text = ("\n" * (1 + gap)).join(lines)
    return Document(text, tuple(blocks), Context(language=language, lexicon=Lexicon.for_language(language)))
