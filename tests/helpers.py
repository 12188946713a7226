"""Texts and small builders that several test files share. All texts are made up."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from itertools import pairwise

import cleaner
from cleaner import Document, Ledger, Mark
from cleaner.lexicon import Lexicon
from cleaner.parse import parse_text

# The library by its rules alone: what a test says of a rule shall not change with the tagger's weights.
process = partial(cleaner.process, pipeline="rules")
clean = partial(cleaner.clean, pipeline="rules")
clean_text = partial(cleaner.clean_text, pipeline="rules")

# Two paragraphs of running text for each language that has a lexicon.
PARAGRAPHS: dict[str, tuple[str, str]] = {
    "en": (
        (
            "The ferry to Sallow Island did not sail on Thursday because nobody could find the key to the engine"
            " room, and the captain refused to break the door of a ship that had been painted only last week."
        ),
        (
            "Passengers waited in the old customs hall, where the owner of the kiosk sold them soup and told them"
            " the story of the winter when the whole harbour froze and the post came by sledge."
        ),
    ),
    "de": (
        (
            "Der Bürgermeister von Oberlindach hat am Montag die neue Brücke über die Lauter gesperrt, weil sich"
            " ein Storch auf dem Geländer ein Nest gebaut hat und niemand ihn vertreiben will."
        ),
        (
            "Die Anwohner müssen nun einen Umweg von vier Kilometern fahren, aber die meisten sagen, dass sie das"
            " gern tun und dass der Vogel mehr Ruhe in das Dorf bringt als die Brücke."
        ),
    ),
    "el": (
        (
            "Ο δήμος της Άνω Ρεματιάς ανακοίνωσε τη Δευτέρα ότι ο παλιός φούρνος δίπλα στον σταθμό θα ανοίξει ξανά, αφού"
            " μια οικογένεια που γύρισε από τα ξένα βρήκε τρόπο να επισκευάσει την καμινάδα του."
        ),
        (
            "Οι κάτοικοι λένε πως τόσα χρόνια πήγαιναν στην πόλη για να βρουν καλό ψωμί και ότι το χειρότερο δεν ήταν ο"
            " δρόμος, αλλά το λεωφορείο που περνούσε μόνο δύο φορές την εβδομάδα."
        ),
    ),
    "fr": (
        (
            "Le maire de Saint-Orme a décidé de fermer la place du marché aux voitures pendant tout le mois, car"
            " les habitants se plaignent depuis des années du bruit et de la poussière."
        ),
        (
            "Les commerçants ne sont pas tous d'accord avec cette mesure, mais la boulangère assure que les gens"
            " viennent à pied et qu'ils restent plus longtemps dans la rue."
        ),
    ),
    "es": (
        (
            "La alcaldesa de Peñarrubia anunció el martes que la biblioteca del pueblo abrirá también por la"
            " noche, porque los jóvenes no tienen otro lugar donde estudiar cuando hace calor."
        ),
        (
            "Los vecinos que viven al lado dicen que no les molesta, pero piden que las luces de la plaza se"
            " apaguen a las doce para que los pájaros puedan dormir."
        ),
    ),
    "hu": (
        (
            "A felsőkéri önkormányzat hétfőn bejelentette, hogy a régi malom nem kerül bontásra, mert a falu lakói"
            " múzeumot akarnak belőle csinálni, és már az új tetőre is összegyűlt a pénz, csak ács nem akadt eddig."
        ),
        (
            "A molnár unokája azt mondta, hogy a kerék még ma is forog, ha elég víz jön a patakon, de az utolsó zsák"
            " lisztet itt akkor őrölték, amikor ő még nem járt iskolába."
        ),
    ),
    "it": (
        (
            "Il vecchio mulino di Montefalco sul Rio è stato venduto a una coppia che vuole farne una scuola di"
            " cucina, e il sindaco spera che con gli allievi torni anche la corriera della sera."
        ),
        (
            "Gli abitanti del paese hanno accolto la notizia con qualche dubbio, perché il tetto non è più stato"
            " riparato da quando il fiume ha portato via la ruota."
        ),
    ),
    "pt": (
        (
            "A prefeitura de Vale do Sabiá decidiu que as escolas da cidade não vão abrir na sexta-feira, porque"
            " a chuva levou a ponte e os ônibus não conseguem chegar ao bairro mais alto."
        ),
        (
            "Os moradores contam que já pediram uma ponte nova há muitos anos, mas que o dinheiro foi usado para"
            " a praça e para uma fonte que nunca teve água."
        ),
    ),
    "nl": (
        (
            "De gemeente Wierdijk heeft besloten dat het oude gemaal niet wordt gesloopt, omdat de bewoners van"
            " het dorp er een museum van willen maken en daar al geld voor hebben verzameld."
        ),
        (
            "Volgens de voorzitter van de vereniging is het gebouw nog in goede staat, maar moet het dak voor de"
            " winter worden hersteld en zijn er ook nieuwe ramen nodig."
        ),
    ),
    "ru": (
        (
            "В посёлке Верхние Ключи в понедельник открыли новую пекарню, и теперь жителям не нужно ездить за"
            " хлебом в город, который находится в тридцати километрах от них."
        ),
        (
            "Хозяйка говорит, что печь ей построил сосед, а муку привозят с мельницы, которую в прошлом году"
            " восстановили своими силами и без всякой помощи."
        ),
    ),
    "pl": (
        (
            "Rada gminy Zalesie Górne postanowiła we wtorek, że stary młyn nad rzeką nie zostanie rozebrany, ponieważ"
            " mieszkańcy chcą w nim urządzić bibliotekę i zebrali już na ten cel połowę pieniędzy."
        ),
        (
            "Młynarz, który mieszkał tam przez czterdzieści lat, mówi, że koło jest jeszcze w dobrym stanie, ale dach"
            " trzeba naprawić przed zimą, bo w przeciwnym razie woda zniszczy podłogę na piętrze."
        ),
    ),
    "cs": (
        (
            "Starostka obce Dolní Lhotice v pondělí oznámila, že rozhledna na kopci zůstane přes zimu otevřená, protože"
            " do ní lidé z okolních vesnic chodí i ve sněhu a hlídač se tam nechce nudit sám."
        ),
        (
            "Podle něj je ve věži tepleji než v hospodě a z ochozu je vidět až k přehradě, ale schody by se měly na jaře"
            " opravit, jinak se na ně nikdo s kočárkem nebo se psem už nedostane."
        ),
    ),
    "uk": (
        (
            "У селищі Верхні Липки в понеділок знову відчинили стару пекарню, і тепер мешканцям не треба їздити по хліб"
            " до міста, яке лежить за тридцять кілометрів від них."
        ),
        (
            "Господиня каже, що піч їй склав сусід, а борошно привозять із млина, який торік відбудували власними силами"
            " і без жодної допомоги, хоча ніхто в це спочатку не вірив."
        ),
    ),
    "sk": (
        (
            "Starosta obce Horná Lehôtka v pondelok oznámil, že stará kolkáreň sa búrať nebude, pretože si ju chcú obyvatelia"
            " opraviť sami a na nové dosky už vyzbierali viac ako polovicu peňazí."
        ),
        (
            "Podľa neho je budova stále pevná, len strechu treba pred zimou zakryť, aby do nej nezatekalo, a potom sa v nej"
            " budú môcť stretávať aj tí, ktorí nikdy v živote kolky nehrali."
        ),
    ),
    "no": (
        (
            "Kommunen i Vestre Torvåg har bestemt at det gamle fyret ikke skal rives, fordi beboerne på øya vil"
            " gjøre det om til et gjestehus og allerede har samlet inn penger til nye vinduer."
        ),
        (
            "Lederen i velforeningen sier at tårnet er i god stand, men at taket må tettes før vinteren og at"
            " noen må finne ut hvor nøkkelen til kjelleren ble av."
        ),
    ),
    "sv": (
        (
            "Kommunen i Norra Tallvik har beslutat att den gamla kvarnen inte ska rivas, eftersom de boende vid ån"
            " vill göra om den till ett bageri och redan har samlat in pengar till ett nytt tak."
        ),
        (
            "Ordföranden i byalaget säger att väggarna håller, men att hjulet måste lagas före vintern och att ingen"
            " längre vet hur man gjorde när vattnet frös."
        ),
    ),
    "da": (
        (
            "Kommunen på Vesterø har besluttet, at den gamle smedje ikke skal rives ned, fordi beboerne i landsbyen"
            " gerne vil lave den om til et værksted og allerede har samlet penge ind til nye vinduer."
        ),
        (
            "Formanden for borgerforeningen siger, at murene er i god stand, men at taget skal tætnes før vinteren,"
            " og at nogen må finde ud af, hvor nøglen til kælderen blev af."
        ),
    ),
    "fi": (
        (
            "Pikku-Lahden kunta on päättänyt, että vanhaa saunaa ei pureta, koska kylän asukkaat haluavat tehdä siitä"
            " kahvilan ja ovat jo keränneet rahaa uuteen kattoon ja kahteen ikkunaan."
        ),
        (
            "Kyläyhdistyksen puheenjohtaja kertoo, että seinät ovat hyvässä kunnossa, mutta kiuas pitää korjata ennen"
            " talvea, eikä kukaan ole vielä löytänyt avainta, joka katosi viime keväänä."
        ),
    ),
    "ro": (
        (
            "Primarul din Valea Lungă a anunțat luni că vechea brutărie de lângă gară se redeschide, după ce o familie"
            " întoarsă din străinătate a reparat cuptorul și a găsit pe cineva care mai știe să facă pâine cu cartofi."
        ),
        (
            "Oamenii spun că până acum mergeau la oraș pentru o pâine bună, dar că nu drumul era greu, ci faptul că"
            " autobuzul nu mai oprea în sat decât de două ori pe săptămână."
        ),
    ),
    "ar": (
        (
            "أعلنت بلدية وادي الزهور يوم الأحد أنها ستعيد فتح السوق القديم بعد أن ظل مغلقا أكثر من عشر سنوات،"
            " وقالت إن التجار سيعودون إلى دكاكينهم في بداية الشهر القادم."
        ),
        (
            "وقال أحد سكان الحي إن والده كان يبيع التوابل في هذا المكان، وإنه ينوي أن يفتح الدكان نفسه"
            " مع إخوته من أجل أن تبقى ذكراه حية بين الناس."
        ),
    ),
    "ja": (
        "海辺の町みなと台では、五十年前に閉まった灯台を図書館にする計画が進んでいて、町の人たちは毎週日曜日に集まって壁を塗り直している。",
        "館長になる予定の女性は、本を読みながら船を眺められる場所はほかにないと言い、子どもたちのために小さな椅子を二十脚も用意した。",
    ),
    "vi": (
        (
            "Hôm thứ hai, ủy ban xã Suối Mây cho biết lò bánh cũ bên cạnh nhà ga sẽ mở cửa trở lại, sau khi một gia đình"
            " từ xa trở về đã sửa xong cái lò và tìm được người còn biết làm bánh khoai."
        ),
        (
            "Người dân kể rằng nhiều năm nay họ phải lên tận thị trấn để mua một ổ bánh ngon, và cái khó không phải là"
            " con đường, mà là chuyến xe chỉ ghé qua xã có hai lần trong tuần."
        ),
    ),
    "ko": (
        (
            "바닷가 마을 소라포의 주민들은 오십 년 전에 문을 닫은 등대를 도서관으로 바꾸기 위해 지난 봄부터 일요일마다 모여 벽을 칠하고"
            " 있으며, 다음 달이면 첫 손님을 맞을 수 있을 것으로 기대하고 있다."
        ),
        (
            "관장을 맡을 예정인 이웃 마을의 선생은 책을 읽으면서 배를 바라볼 수 있는 곳은 이곳밖에 없다고 말하고, 아이들을 위해 작은"
            " 의자도 스무 개나 손수 만들어 두었다."
        ),
    ),
    "tr": (
        (
            "Kıyıköy'ün elli yıl önce kapanan deniz fenerini bir kütüphaneye çevirmek isteyen kasabalılar, geçen ilkbahardan beri her"
            " pazar günü bir araya geliyor ve duvarları boyuyor, çünkü gelecek ay ilk okurlarını ağırlamayı umuyorlar."
        ),
        (
            "Kütüphaneyi yönetecek olan komşu köyün öğretmeni, kitap okurken gemileri izlemek için bundan daha güzel bir yer"
            " olmadığını söylüyor ve çocuklar için kendi elleriyle yirmi küçük sandalye bile yapmış."
        ),
    ),
    "he": (
        (
            "תושבי הכפר חוף השקמה החליטו להפוך את המגדלור הישן, שנסגר לפני חמישים שנה, לספרייה ציבורית, ומאז האביב הם נפגשים שם"
            " בכל יום ראשון כדי לצבוע את הקירות ולתקן את המדרגות."
        ),
        (
            "המורה מן הכפר השכן, שתנהל את המקום, אומרת שאין בכל האזור פינה טובה יותר לקרוא בה ספר ולהביט באוניות, והיא בנתה"
            " במו ידיה עשרים כיסאות קטנים בשביל הילדים."
        ),
    ),
    "id": (
        (
            "Warga kampung nelayan Teluk Kemuning mengubah mercusuar tua yang sudah ditutup sejak lima puluh tahun lalu menjadi"
            " sebuah perpustakaan, dan sejak awal tahun mereka berkumpul di sana pada hari Minggu untuk mengecat dinding."
        ),
        (
            "Guru dari desa sebelah yang akan mengurus tempat itu mengatakan bahwa tidak ada tempat yang lebih baik untuk membaca"
            " buku sambil memandang kapal, dan ia juga sudah membuat dua puluh kursi kecil untuk anak-anak."
        ),
    ),
    "zh": (
        "青石镇的老茶馆上个月重新开门，老板说他花了三年时间修好屋顶，又从邻村请来一位会说书的先生，每天晚上都坐满了人。",
        "镇上的居民表示，他们小时候就在这里听故事，如今可以带着孩子再来，觉得比看电视有意思得多，希望茶馆能一直开下去。",
    ),
}

JUNK_LINES: tuple[str, ...] = (
    "Skip to content",
    "Share this article",
    "Facebook",
    "Twitter",
    "Advertisement",
    "Sign up for our newsletter",
    "Related articles",
    "Leave a comment",
    "12 Comments",
    "Home » News » Harbour",
    "© 2023 The Sallow Island Gazette. All rights reserved.",
    "We use cookies to make this site work for you.",
    "Teilen",
    "Zum Inhalt springen",
    "Partager cet article",
    "Compartir",
    "Condividi",
    "Поделиться",
    "分享",
    "続きを読む",
)

# A whole page: a menu, the article with its fields, and what stands below it.
PAGE = "\n\n".join(
    (
        "Skip to content",
        "Home\nNews\nHarbour\nContact us\nLog in",
        "No Key, No Ferry to Sallow Island",
        "By Maud Tallis",
        "Published: March 7, 2023",
        "Share this article\nFacebook\nTwitter",
        *PARAGRAPHS["en"],
        "Source: Sallow Island Gazette, March 6, 2023",
        "Leave a comment\nYour email address will not be published.",
        "© 2023 The Sallow Island Gazette. All rights reserved.",
    )
)
PROSE = "\n\n".join(PARAGRAPHS["en"])
# The same article as a page of HTML.
PAGE_HTML = f"""<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>No Key, No Ferry to Sallow Island</title></head>
<body>
<a class="skip-link" href="#main">Skip to content</a>
<nav><ul><li><a href="/">Home</a></li><li><a href="/news">News</a></li><li><a href="/login">Log in</a></li></ul></nav>
<main id="main"><article>
<h1>No Key, No Ferry to Sallow Island</h1>
<p class="byline">By <a rel="author" href="/tallis">Maud Tallis</a></p>
<p>Published: <time datetime="2023-03-07">March 7, 2023</time></p>
<p>{PARAGRAPHS["en"][0]}</p>
<p>{PARAGRAPHS["en"][1]}</p>
</article></main>
<footer><p>© 2023 The Sallow Island Gazette. All rights reserved.</p></footer>
</body></html>
"""


def document(text: str, language: str | None = "en") -> Document:
    """Parse a text and give it the lexicon of a language."""
    from cleaner.document import Context

    return parse_text(text, Context(language=language, lexicon=Lexicon.for_language(language)))


def paragraphs(*texts: str) -> str:
    """Return texts as paragraphs of HTML."""
    return "".join(f"<p>{text}</p>\n" for text in texts)


def web(body: str, head: str = "") -> str:
    """Return a page of HTML."""
    return f"<!doctype html>\n<html><head>{head}</head>\n<body>\n{body}\n</body></html>\n"


class LineFilter:
    """The simplest user filter: removes the lines that begin with a word."""

    def __init__(self, start: str, *, name: str = "lines", label: str = "line", score: float = 1.0) -> None:
        self.name = name
        self.labels = frozenset({label})
        self._start, self._label, self._score = start, label, score

    def __call__(self, doc: Document, /) -> Iterator[Mark]:
        for block in doc.open_blocks():
            if block.text.startswith(self._start):
                yield Mark(block.start, block.end, "remove", self._label, score=self._score)


class FixedFilter:
    """Yields what it was given, whatever it is."""

    def __init__(self, marks: Iterable[object], *labels: str, name: str = "fixed") -> None:
        self.name = name
        self.labels = frozenset(labels)
        self._marks = list(marks)

    def __call__(self, _doc: Document, /) -> Iterator[Mark]:
        yield from self._marks  # type: ignore[misc]


def is_partition(ledger: Ledger, text: str) -> bool:
    """Tell whether the segments cover the text in order, none empty, without gap or overlap."""
    edges = [(s.start, s.end) for s in ledger.segments]
    if not edges:
        return text == ""
    joined = all(a[1] == b[0] for a, b in pairwise(edges))
    return joined and edges[0][0] == 0 and edges[-1][1] == len(text) and all(a < b for a, b in edges)
