"""Small pages in several languages, and what the tests of the filters assert of them."""

from __future__ import annotations

from typing import NamedTuple

import cleaner
from cleaner.filter import RuleFilter
from tests.helpers import process

# A headline and three paragraphs of running text in each language of the lexicon.
STORIES: dict[str, tuple[str, str, str, str]] = {
    "en": (
        "Orrin Ferry Returns After Nine Winters",
        "The ferry between Orrin and the Skell islands sailed again on Monday, and half the town came to the quay to see it go.",
        "For nine winters the crossing had been made in small boats, which carried the post, the bread and now and then a calf.",
        "The captain said that she had never seen so many people wave at a ship that would be back before the evening was over.",
    ),
    "de": (
        "Fähre nach Skell fährt wieder",
        "Die Fähre zwischen Orrin und den Inseln ist am Montag wieder gefahren, und die halbe Stadt stand am Hafen und sah zu.",
        "Neun Winter lang hatten kleine Boote die Post und das Brot gebracht, und manchmal war auch ein Kalb mit an Bord.",
        "Die Kapitänin sagte, dass sie noch nie so viele Menschen gesehen habe, die einem Schiff auf dem Weg zu den Inseln winken.",
    ),
    "el": (
        "Το πορθμείο του Σκελ ξαναβγαίνει στη θάλασσα",
        "Το πορθμείο ανάμεσα στην πόλη και τα νησιά ξεκίνησε πάλι τη Δευτέρα, και η μισή πόλη κατέβηκε στην προκυμαία να το δει.",
        "Εννέα χειμώνες οι μικρές βάρκες έφερναν τα γράμματα και το ψωμί, και πότε πότε κι ένα μοσχάρι για τα αγροκτήματα.",
        "Η καπετάνισσα είπε ότι δεν είχε δει ποτέ τόσο κόσμο να χαιρετά ένα πλοίο που θα γύριζε πίσω πριν από το βράδυ.",
    ),
    "fr": (
        "Le bac de Skell reprend la mer",
        "Le bac qui relie la ville aux îles est reparti lundi matin, et la moitié des habitants est venue sur le quai pour le voir.",
        "Pendant neuf hivers, de petits bateaux avaient porté le courrier et le pain, et de temps en temps un veau pour les fermes.",
        "La capitaine a dit qu’elle n’avait jamais vu autant de gens saluer un navire qui devait rentrer dans la soirée.",
    ),
    "es": (
        "El transbordador de Skell vuelve al mar",
        "El transbordador que une la ciudad con las islas volvió a salir el lunes, y medio pueblo bajó al muelle para verlo partir.",
        "Durante nueve inviernos las barcas pequeñas habían llevado el correo y el pan, y de vez en cuando un ternero para las granjas.",
        "La capitana dijo que nunca había visto a tanta gente saludar a un barco que iba a estar de vuelta por la tarde.",
    ),
    "pt": (
        "A balsa de Skell volta ao mar",
        "A balsa que liga a cidade às ilhas voltou a sair na segunda-feira, e metade do povo desceu ao cais para ver a partida.",
        "Durante nove invernos os barcos pequenos tinham levado o correio e o pão, e uma vez ou outra um bezerro para as quintas.",
        "A capitã disse que nunca tinha visto tanta gente acenar a um navio que estaria de volta no fim da tarde.",
    ),
    "hu": (
        "Újra jár a skelli komp",
        "Hétfőn újra elindult a komp a város és a szigetek között, és a fél város kint volt a rakparton, hogy lássa az indulást.",
        "Kilenc télen át kis csónakok hozták a postát és a kenyeret, és néha egy-egy borjú is volt a fedélzeten a tanyáknak.",
        "A kapitánynő azt mondta, hogy még nem látott ennyi embert integetni egy hajónak, amely estére már vissza is ér.",
    ),
    "it": (
        "Il traghetto di Skell torna in mare",
        "Il traghetto che unisce la città alle isole è ripartito lunedì, e mezzo paese è sceso al molo per vederlo andare via.",
        "Per nove inverni le barche piccole avevano portato la posta e il pane, e ogni tanto anche un vitello per le fattorie.",
        "La capitana ha detto che non aveva mai visto tanta gente salutare una nave che sarebbe tornata prima della sera.",
    ),
    "nl": (
        "Veerboot naar Skell vaart weer",
        "De veerboot tussen de stad en de eilanden is maandag weer uitgevaren, en de halve stad stond op de kade om het te zien.",
        "Negen winters lang hadden kleine boten de post en het brood gebracht, en af en toe een kalf voor een van de boerderijen.",
        "De kapitein zei dat ze nog nooit zo veel mensen had zien zwaaien naar een schip dat voor de avond terug zou zijn.",
    ),
    "no": (
        "Ferja til Skell går igjen",
        "Ferja mellom byen og øyene la ut igjen på mandag, og halve byen sto på kaia for å se den dra av gårde i morgensola.",
        "I ni vintrer hadde små båter fraktet posten og brødet, og av og til ble det også med en kalv til en av gårdene.",
        "Kapteinen sa at hun aldri hadde sett så mange mennesker vinke til et skip som skulle være tilbake før kvelden var over.",
    ),
    "sv": (
        "Färjan till Skell går igen",
        "Färjan mellan staden och öarna lade ut igen i måndags, och halva staden stod på kajen för att se den ge sig av mot öarna.",
        "I nio vintrar hade små båtar fraktat posten och brödet, och då och då följde också en kalv med till någon av gårdarna.",
        "Kaptenen sade att hon aldrig hade sett så många människor vinka till ett fartyg som skulle vara tillbaka före kvällen.",
    ),
    "da": (
        "Færgen til Skell sejler igen",
        "Færgen mellem byen og øerne lagde fra kajen igen i mandags, og den halve by stod på havnen for at se den sejle af sted.",
        "I ni vintre havde små både bragt posten og brødet, og en gang imellem var der også en kalv med til en af gårdene.",
        "Kaptajnen sagde, at hun aldrig havde set så mange mennesker vinke til et skib, der skulle være tilbage inden aften.",
    ),
    "fi": (
        "Lautta Skelliin kulkee taas",
        "Lautta kaupungin ja saarten välillä lähti maanantaina taas liikkeelle, ja puoli kaupunkia oli tullut laiturille katsomaan.",
        "Yhdeksän talven ajan posti ja leipä oli viety pienillä veneillä, ja joskus kyytiin oli otettu myös vasikka tiloille.",
        "Kapteeni sanoi, että hän ei ollut koskaan nähnyt niin monen vilkuttavan laivalle, joka palaa jo ennen iltaa takaisin.",
    ),
    "ro": (
        "Feribotul spre Skell iese iar pe mare",
        "Feribotul dintre oraș și insule a pornit din nou luni, iar jumătate din oraș a coborât pe chei ca să-l vadă plecând.",
        "Timp de nouă ierni poșta și pâinea au fost duse cu bărci mici, iar din când în când și câte un vițel pentru ferme.",
        "Femeia căpitan a spus că nu a mai văzut niciodată atâta lume făcând semn unui vas care se va întoarce până seara.",
    ),
    "ru": (
        "Паром на Скелл снова вышел в море",
        "Паром между городом и островами снова вышел в море в понедельник, и полгорода собралось на причале, чтобы его проводить.",
        "Девять зим подряд почту и хлеб возили на маленьких лодках, а иногда на них переправляли и телёнка для одной из ферм.",
        "Капитан сказала, что она никогда не видела, чтобы столько людей махали кораблю, который вернётся ещё до вечера.",
    ),
    "pl": (
        "Prom na Skell znów pływa",
        "Prom między miastem a wyspami wypłynął w poniedziałek po raz pierwszy od lat i pół miasta przyszło na nabrzeże, żeby to zobaczyć.",
        "Przez dziewięć zim pocztę i chleb wożono małymi łodziami, a czasem płynęło z nimi także cielę dla jednego z gospodarstw.",
        "Kapitan powiedziała, że nigdy nie widziała tylu ludzi, którzy machają do statku, choć ma wrócić jeszcze przed wieczorem.",
    ),
    "cs": (
        "Přívoz na Skell zase jezdí",
        "Přívoz mezi městem a ostrovy v pondělí znovu vyplul a polovina města se na to přišla podívat na nábřeží i s dětmi.",
        "Devět zim se pošta a chléb vozily v malých člunech, ve kterých se občas svezlo také tele pro některý z ostrovních statků.",
        "Kapitánka řekla, že ještě nikdy neviděla tolik lidí mávat lodi, která se má vrátit dříve, než se nad přístavem setmí.",
    ),
    "uk": (
        "Пором на Скелл знову вийшов у море",
        "Пором між містом та островами знову вийшов у море в понеділок, і пів міста зібралося на причалі, щоб його провести.",
        "Дев’ять зим поспіль пошту й хліб возили маленькими човнами, а часом на них переправляли ще й теля для якоїсь із ферм.",
        "Капітанка сказала, що вона ніколи не бачила, щоб стільки людей махали кораблю, який повернеться ще до вечора.",
    ),
    "sk": (
        "Kompa na Skell opäť pláva",
        "Kompa medzi mestom a ostrovmi v pondelok opäť vyplávala a polovica mesta sa na ňu prišla pozrieť na nábrežie aj s deťmi.",
        "Deväť zím sa pošta a chlieb vozili v malých člnoch, v ktorých sa občas zviezlo aj teľa pre niektorú z ostrovných usadlostí.",
        "Kapitánka povedala, že ešte nikdy nevidela toľko ľudí mávať lodi, ktorá sa má vrátiť skôr, ako sa nad prístavom zotmie.",
    ),
    "vi": (
        "Phà ra đảo Skell chạy trở lại",
        "Chuyến phà nối thành phố với các hòn đảo đã chạy trở lại hôm thứ hai, và nửa thành phố kéo ra bến để nhìn nó rời đi.",
        "Suốt chín mùa đông, những chiếc thuyền nhỏ chở thư và bánh mì ra đảo, thỉnh thoảng có cả một con bê cho các trang trại.",
        "Người thuyền trưởng nói rằng chị chưa bao giờ thấy nhiều người vẫy tay đến thế với một con tàu sẽ về trước khi trời tối.",
    ),
    "zh": (
        "停航九年的渡轮重新启航",
        "连接小城和群岛的渡轮星期一重新启航，半个城市的人都来到码头送行，孩子们挥着手，老人们站在栏杆旁边看着海面。",
        "过去九个冬天里，邮件和面包都是用小船运过去的，有时候船上还会带上一头小牛，送到岛上最远的那个农场去。",
        "船长说，她从来没有见过这么多人向一艘傍晚就会回来的船挥手告别，她希望明年夏天还能再增加一个班次。",
    ),
    "ja": (
        "九年ぶりに島へのフェリーが出航",
        "町と島々を結ぶフェリーが月曜日に再び出航し、町の人の半分が岸壁に集まって、船が小さくなるまで手を振っていました。",
        "この九年の冬のあいだ、郵便とパンは小さな舟で運ばれていて、ときには子牛が一頭、島の農場まで乗せられていたそうです。",
        "船長は、夕方には帰ってくる船にこれほど多くの人が手を振るのを見たことがない、来年の夏は便を増やしたいと話しました。",
    ),
    "ar": (
        "عودة العبارة إلى الجزر بعد تسعة شتاءات",
        "أبحرت العبارة بين المدينة والجزر من جديد يوم الاثنين، وجاء نصف أهل المدينة إلى الرصيف لكي يشاهدوا رحيلها عند الصباح.",
        "على مدى تسعة شتاءات كانت القوارب الصغيرة تحمل البريد والخبز إلى الجزر، وكانت تحمل أحيانا عجلا صغيرا إلى إحدى المزارع.",
        "وقالت القبطانة إنها لم تر من قبل هذا العدد من الناس يلوحون لسفينة سوف تعود إلى الميناء قبل أن ينتهي المساء.",
    ),
}  # fmt: skip


# A longer text, for what only pages with enough running text have: no paragraph of it stands twice.
LONG = [
    f"{text} That was in the {nth} week of the winter."
    for nth in ("first", "second", "third", "fourth")
    for text in STORIES["en"][1:]
]


class Junk(NamedTuple):
    """A piece of junk: its label, its text, and the page it stands on.

    `place` is `top` (over the headline), `under` (under it), `middle` (between two paragraphs) or `end`.
    `lines` are all lines that are put in that place, where they are more than the junk itself.
    """

    label: str
    text: str
    language: str = "en"
    place: str = "end"
    lines: str = ""

    @property
    def page(self) -> str:
        """The whole page."""
        return page(self.lines or self.text, language=self.language, place=self.place)


def page(lines: str, *, language: str = "en", place: str = "middle") -> str:
    """Return a story with some lines put into it, every paragraph set apart by a blank line."""
    title, *prose = STORIES[language]
    at = {"top": 0, "under": 1, "middle": 3, "end": 4}[place]
    parts = [title, *prose]
    return "\n\n".join([*parts[:at], lines, *parts[at:]]) + "\n"


def headed(title: str) -> str:
    """Return the English story under another headline, with a byline and a date."""
    return "\n\n".join([title, "By Maren Holt", "March 4, 2019", *STORIES["en"][1:]]) + "\n"


def ident(case: Junk) -> str:
    """Return a name for a parametrised case."""
    return f"{case.language}-{case.label}-{case.text[:24]}"


def assert_removed(junk_filter: RuleFilter, case: Junk) -> None:
    """Assert that the built-in rules remove the junk, for that reason, by that filter, and no prose with it."""
    result = process(case.page)
    removed = [(r.text, r.label, r.by.rpartition(".")[2]) for r in result.removed]
    assert (case.text, case.label, junk_filter.name) in removed
    kept = result.text.splitlines()
    assert [p for p in STORIES[case.language][1:] if p not in kept] == []


def assert_covers(junk_filter: RuleFilter, cases: list[Junk]) -> None:
    """Assert that there is a case for every label of the filter, and some in other languages than English."""
    assert {case.label for case in cases} == junk_filter.labels
    assert {case.label for case in cases if case.language != "en"}


def left(result: cleaner.Result) -> str:
    """Return the text of a page less what was removed, metadata and all."""
    return "".join(result.document.text[s.start : s.end] for s in result.ledger if s.action != "remove")


def assert_kept(text: str, *lines: str) -> None:
    """Assert that the rules remove nothing of any line; without `lines` of all lines of `text`."""
    wanted = [line.strip() for line in (lines or text.splitlines()) if line.strip()]
    kept = [line.strip() for line in left(process(text)).splitlines()]
    assert [line for line in wanted if line not in kept] == []


def removed_alone(junk_filter: RuleFilter, text: str, threshold: float = 0.5) -> list[tuple[str, str]]:
    """Return text and label of what the filter takes out when no other filter works."""
    pipeline = cleaner.Pipeline([junk_filter], name="t", threshold=threshold)
    return [(r.text, r.label) for r in cleaner.process(text, pipeline=pipeline).removed]
