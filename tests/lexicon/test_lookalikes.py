"""What the phrases of a language shall leave alone: its prose, and the lines that only resemble junk."""

from __future__ import annotations

import pytest

from cleaner.lexicon import LANGUAGES
from tests.helpers import PARAGRAPHS, process


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("told", [True, False])
def test_prose_of_a_language_is_untouched(language: str, *, told: bool) -> None:
    text = "\n\n".join(PARAGRAPHS[language])
    assert [r.text for r in process(text, language=language if told else None).removed] == []


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
    "ro": (
        "Răspunde la întrebări despre brutărie",
        "Zece gânduri despre pâine",
        "Donează făină pentru cuptorul din sat",
        "De Paște se coace în trei ture",
        "Împărțiți costurile când se repară acoperișul, le-a spus primarul vecinilor săi.",
        "Autorul scrisorii spune că autobuzul nu a mai trecut prin sat de marți.",
        "Mai multe din aceste case au rămas goale după ce drumul a fost mutat.",
        "Sursa de apă a satului este un izvor pe care nu îl cunosc decât bătrânii.",
        "Fără acordul prealabil al consiliului nu se poate tăia niciun tei din fața gării.",
    ),
    "hu": (
        "Válasz azoknak, akik lebontanák a malmot",
        "Tíz gondolat a malomról",
        "A szerzőtől megkérdeztük, hogy miért ír molnárokról.",
        "Osztozzunk a költségen, ha javítani kell a tetőt, mondta az elnök a szomszédoknak.",
        "Az engedély nélkül épült kéményt a molnár maga bontotta le a télen.",
        "Fotók és levelek kerültek elő a padlásról, amikor leszedték a régi cserepeket.",
        "Kötelező olvasmány lett az iskolában a molnár naplója, pedig alig száz oldal.",
    ),
    "el": (
        "Απάντηση σε όσους θέλουν να κλείσει ο φούρνος",
        "Δέκα σκέψεις για το ψωμί",
        "Σύνδεση με το παρελθόν του χωριού",
        "Από τον σταθμό ως την πλατεία ο δρόμος μύριζε ψωμί όλο το πρωί.",
        "Ο συντάκτης της επιστολής λέει ότι το λεωφορείο δεν πέρασε ξανά από την Τρίτη.",
        "Η συνέχεια της ιστορίας γράφτηκε στην κουζίνα της γιαγιάς του φούρναρη.",
        "Πηγή του νερού ήταν ένα πηγάδι που το ήξεραν μόνο οι γέροντες του χωριού.",
    ),
    "vi": (
        "Trả lời những ai muốn phá lò bánh",
        "Mười suy nghĩ về chiếc bánh khoai",
        "Hình ảnh lò bánh ngày xưa",
        "THÔNG BÁO",
        "Trả lời:",
        "Kết quả cho thấy bánh khoai bán chạy hơn bánh mì trong cả ba tháng mùa đông.",
        "Chia sẻ với người làng, ông chủ lò bánh nói rằng ông chỉ mong khói bếp không tắt.",
        "Các trường bắt buộc phải đóng cửa vì con đường lên thị trấn bị sạt sau trận mưa.",
        "Thẻ tre ghi tên từng nhà được treo trên vách để biết ai đã lấy bánh buổi sáng.",
        "Nguồn nước của xã là một con suối mà chỉ những người già mới biết đường đi tới.",
        "Bài viết của cô giáo về lò bánh được đọc trong buổi họp của cả xã hôm chủ nhật.",
        "Tác giả của bức thư nói rằng chuyến xe không ghé qua xã từ hôm thứ ba đến nay.",
    ),
}


@pytest.mark.parametrize(("language", "line"), [(code, line) for code, lines in TRAPS.items() for line in lines])
def test_what_only_resembles_junk_stays(language: str, line: str) -> None:
    first, second = PARAGRAPHS[language]
    for text in (f"{line}\n\n{first}\n\n{second}", f"{first}\n\n{line}\n\n{second}"):
        result = process(text, language=language)
        assert [r.text for r in result.removed] == []
        assert [(r.authors, r.credits, r.captions) for r in result.records] == [((), (), ())]
