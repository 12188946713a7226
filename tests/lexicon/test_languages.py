"""What users gain from a language's lexicon: a whole page of flat text becomes one clean record."""

from __future__ import annotations

from typing import NamedTuple

import pytest

from cleaner.lexicon import LANGUAGES, Lexicon, line_key
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
    "ro": Page(
        "Sari la conținut\n\nAcasă\nȘtiri\nCultură\nSport\nDespre noi\nAutentificare\nCaută",
        "Brutăria din Valea Lungă se redeschide",
        "de Ioana Câmpeanu\nPublicat la 8 octombrie 2018, ora 10:30\nActualizat: 9 octombrie 2018",
        "Distribuie articolul\nDistribuie pe Facebook\nTrimite prin e-mail\nTipărește",
        "Articolul continuă după publicitate\nPublicitate\nCitește și: Podul de lemn va fi vopsit în verde",
        "Etichete: brutărie, pâine, gară\n\nArticole similare\nBacul circulă doar marțea\nGăinile care au fugit de la popă\n\n"
        "3 comentarii\n\nLasă un răspuns\nAdresa ta de email nu va fi publicată. Câmpurile obligatorii sunt marcate cu *\n"
        "Nume *\nEmail *\nPublică comentariul\n\nAbonează-te la newsletter\nAdresa ta de email\n\n"
        "Folosim cookie-uri pentru ca site-ul să meargă mai bine.\nAccept toate\n\n"
        "Politica de confidențialitate\nTermeni și condiții\nPublicitate\n© 2018 Gazeta de Valea Lungă. Toate drepturile rezervate.",
        "Ioana Câmpeanu",
    ),
    "hu": Page(
        "Ugrás a tartalomhoz\n\nFőoldal\nHírek\nKultúra\nSport\nRólunk\nBejelentkezés\nKeresés",
        "Nem bontják le a felsőkéri malmot",
        "Írta: Malomházi Anna\nKözzétéve: 2018. október 8. 10:30\nFrissítve: 2018. október 9.",
        "Cikk megosztása\nMegosztás a Facebookon\nKüldés e-mailben\nNyomtatás",
        "A cikk a hirdetés után folytatódik\nHirdetés\nOlvasd el ezt is: Senki sem akarja megvenni a régi kompot",
        "Címkék: malom, patak, múzeum\n\nKapcsolódó cikkek\nA komp csak kedden jár\nA tyúkok, amelyek megszöktek a paptól\n\n"
        "3 hozzászólás\n\nVélemény, hozzászólás?\nAz e-mail címet nem tesszük közzé. A kötelező mezőket * karakterrel jelöltük\n"
        "Név *\nE-mail *\nHozzászólás küldése\n\nIratkozz fel hírlevelünkre!\nE-mail címed\n\n"
        "Weboldalunk sütiket használ a jobb működésért.\nElfogadom\n\n"
        "Adatkezelési tájékoztató\nImpresszum\nMédiaajánlat\n© 2018 Felsőkéri Hírmondó. Minden jog fenntartva.",
        "Malomházi Anna",
    ),
    "el": Page(
        "Μετάβαση στο περιεχόμενο\n\nΑρχική\nΕιδήσεις\nΠολιτισμός\nΑθλητισμός\nΠοιοι είμαστε\nΣύνδεση\nΑναζήτηση",
        "Ανοίγει ξανά ο φούρνος της Άνω Ρεματιάς",
        "Της Άννας Ρεματιανού\nΔημοσιεύτηκε στις 8 Οκτωβρίου 2018, 10:30\nΤελευταία ενημέρωση: 9 Οκτωβρίου 2018",
        "ΚΟΙΝΟΠΟΙΗΣΗ\nΚοινοποίηση στο Facebook\nΑποστολή με email\nΕκτύπωση",
        "Το άρθρο συνεχίζεται μετά τη διαφήμιση\nΔΙΑΦΗΜΙΣΗ\nΔιαβάστε επίσης: Κανείς δεν θέλει το παλιό πορθμείο",
        "Ετικέτες: φούρνος, ψωμί, σταθμός\n\nΣΧΕΤΙΚΑ ΑΡΘΡΑ\nΤο πορθμείο περνά μόνο την Τρίτη\nΟι κότες που το έσκασαν από τον παπά\n\n"
        "3 σχόλια\n\nΑφήστε μια απάντηση\nΗ ηλ. διεύθυνση σας δεν δημοσιεύεται. Τα υποχρεωτικά πεδία σημειώνονται με *\n"
        "Όνομα *\nEmail *\nΥποβολή σχολίου\n\nΕγγραφείτε στο newsletter μας\nΤο email σας\n\n"
        "Χρησιμοποιούμε cookies για να λειτουργεί καλύτερα ο ιστότοπος.\nΑποδοχή όλων\n\n"
        "Πολιτική απορρήτου\nΌροι χρήσης\nΔιαφήμιση\n© 2018 Τα Νέα της Ρεματιάς. Με επιφύλαξη παντός δικαιώματος.",
        "Άννας Ρεματιανού",
    ),
    "vi": Page(
        "Chuyển đến nội dung\n\nTrang chủ\nTin tức\nVăn hóa\nThể thao\nGiới thiệu\nĐăng nhập\nTìm kiếm",
        "Lò bánh Suối Mây mở cửa trở lại",
        "Tác giả: Trần Suối Mây\nThứ hai, 08/10/2018, 10:30 (GMT+7)\nCập nhật lúc 09:15 ngày 09/10/2018",
        "Chia sẻ bài viết\nChia sẻ trên Facebook\nGửi email\nIn bài viết",
        "Bài viết tiếp tục sau quảng cáo\nQuảng cáo\nXem thêm: Không ai muốn mua chiếc phà cũ",
        "Từ khóa: lò bánh, nhà ga, bánh khoai\n\nBài viết liên quan\nPhà chỉ chạy ngày thứ ba\nĐàn gà trốn khỏi nhà xứ\n\n"
        "3 bình luận\n\nĐể lại một bình luận\nEmail của bạn sẽ không được hiển thị công khai. Các trường bắt buộc được đánh dấu *\n"
        "Tên *\nEmail *\nGửi bình luận\n\nĐăng ký nhận bản tin\nĐịa chỉ email của bạn\n\n"
        "Chúng tôi sử dụng cookie để trang web hoạt động tốt hơn.\nĐồng ý\n\n"
        "Chính sách bảo mật\nĐiều khoản sử dụng\nLiên hệ quảng cáo\n© 2018 Báo Suối Mây. Bảo lưu mọi quyền.",
        "Trần Suối Mây",
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


# Spellings that are not in the files.
@pytest.mark.parametrize(
    ("language", "spelled", "common"),
    [
        ("ro", "Citeşte mai mult", "Citește mai mult"),
        ("ro", "Citeste mai mult", "Citește mai mult"),
        ("ro", "Adresa ta de email nu va fi publicata", "Adresa ta de email nu va fi publicată"),
        ("hu", "Következõ oldal", "Következő oldal"),
        ("el", "ΔΙΑΒΑΣΤΕ ΠΕΡΙΣΣΟΤΕΡΑ", "Διαβάστε περισσότερα"),
        ("el", "ΠΡΟΪΟΝΤΑ", "Προϊόντα"),
        ("el", "ΠΡΟΙΟΝΤΑ", "Προϊόντα"),
        ("vi", "Từ khoá tìm kiếm", "Từ khóa tìm kiếm"),
        ("vi", "Toà soạn", "Tòa soạn"),
    ],
)
def test_lines_in_other_spellings(language: str, spelled: str, common: str) -> None:
    index = Lexicon.for_language(language).index
    assert index.match(line_key(spelled)) == index.match(line_key(common)) != []
