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
    "pl": Page(
        "Przejdź do treści\n\nStrona główna\nAktualności\nKultura\nSport\nO nas\nZaloguj się\nSzukaj",
        "Młyn w Zalesiu zostanie biblioteką",
        "Autor: Łucja Mostowa\nOpublikowano: 8 października 2018 r., godz. 10:30\nAktualizacja: 9 października 2018",
        "Udostępnij artykuł\nUdostępnij na Facebooku\nWyślij e-mailem\nDrukuj",
        "Dalsza część artykułu pod reklamą\nReklama\nCzytaj także: Nikt nie chce kupić starego promu",
        "Tagi: młyn, rzeka, biblioteka\n\nPodobne artykuły\nProm pływa tylko we wtorki\nKury, które uciekły z plebanii\n\n"
        "3 komentarze\n\nDodaj komentarz\nTwój adres e-mail nie zostanie opublikowany. Wymagane pola są oznaczone *\n"
        "Nazwa *\nE-mail *\nOpublikuj komentarz\n\nZapisz się do newslettera\nTwój adres e-mail\n\n"
        "Używamy plików cookie, aby strona działała lepiej.\nAkceptuję\n\n"
        "Polityka prywatności\nRegulamin\nReklama\n© 2018 Kurier Zaleski. Wszelkie prawa zastrzeżone.",
        "Łucja Mostowa",
    ),
    "cs": Page(
        "Přeskočit na obsah\n\nÚvod\nZprávy\nKultura\nSport\nO nás\nPřihlásit se\nHledat",
        "Rozhledna ve Lhoticích zůstane otevřená",
        "Autor: Šárka Lávková\nPublikováno: 8. října 2018 v 10:30\nAktualizováno: 9. 10. 2018",
        "Sdílet článek\nSdílet na Facebooku\nPoslat e-mailem\nVytisknout",
        "Článek pokračuje pod reklamou\nReklama\nČtěte také: Starý přívoz nikdo nechce koupit",
        "Štítky: rozhledna, zima, výlety\n\nSouvisející články\nPřívoz jezdí jen v úterý\nSlepice, které utekly z fary\n\n"
        "3 komentáře\n\nPřidat komentář\nVaše e-mailová adresa nebude zveřejněna. Vyžadované informace jsou označeny *\n"
        "Jméno *\nE-mail *\nOdeslat komentář\n\nPřihlaste se k odběru novinek\nVáš e-mail\n\n"
        "Tento web používá soubory cookie, aby fungoval lépe.\nSouhlasím\n\n"
        "Ochrana osobních údajů\nObchodní podmínky\nInzerce\n© 2018 Lhotické listy. Všechna práva vyhrazena.",
        "Šárka Lávková",
    ),
    "uk": Page(
        "Перейти до вмісту\n\nГоловна\nНовини\nКультура\nСпорт\nПро нас\nУвійти\nПошук",
        "У Верхніх Липках знову печуть хліб",
        "Автор: Ганна Міст\nОпубліковано: 8 жовтня 2018 о 10:30\nОновлено: 9 жовтня 2018 р.",
        "Поділитися\nПоділитися у Facebook\nTelegram\nКопіювати посилання",
        "Продовження після реклами\nРеклама\nЧитайте також: Ніхто не хоче купувати старий пором",
        "Теги: хліб, село, піч\n\nСхожі новини\nПором ходить лише у вівторок\nКури, що втекли від священника\n\n"
        "3 коментарі\n\nЗалишити коментар\nВаша e-mail адреса не оприлюднюватиметься. Обов’язкові поля позначені *\n"
        "Ім’я *\nE-mail *\nОпублікувати коментар\n\nПідписуйтесь на нашу розсилку\nВаш e-mail\n\n"
        "Ми використовуємо файли cookie, щоб сайт працював краще.\nПогоджуюсь\n\n"
        "Політика конфіденційності\nУмови використання\nРеклама на сайті\n© 2018 Липківський вісник. Усі права захищено.",
        "Ганна Міст",
    ),
    "sk": Page(
        "Preskočiť na obsah\n\nDomov\nSprávy\nKultúra\nŠport\nO nás\nPrihlásiť sa\nHľadať",
        "Stará kolkáreň v Lehôtke ostane stáť",
        "Autor: Ľubica Mostová\nPublikované: 8. októbra 2018 o 10:30\nAktualizované: 9. 10. 2018",
        "Zdieľať článok\nZdieľať na Facebooku\nPoslať e-mailom\nVytlačiť",
        "Článok pokračuje pod reklamou\nReklama\nČítajte tiež: Starú kompu nikto nechce kúpiť",
        "Značky: kolky, obec, strecha\n\nSúvisiace články\nKompa pláva iba v utorok\nSliepky, ktoré ušli z fary\n\n"
        "3 komentáre\n\nPridať komentár\nVaša e-mailová adresa nebude zverejnená. Vyžadované polia sú označené *\n"
        "Meno *\nE-mail *\nOdoslať komentár\n\nPrihláste sa na odber noviniek\nVáš e-mail\n\n"
        "Táto stránka používa súbory cookie, aby fungovala lepšie.\nSúhlasím\n\n"
        "Ochrana osobných údajov\nObchodné podmienky\nInzercia\n© 2018 Lehôtske noviny. Všetky práva vyhradené.",
        "Ľubica Mostová",
    ),
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
    "ko": Page(
        "본문 바로가기\n\n홈\n뉴스\n정치\n문화\n로그인",
        "소라포 등대, 도서관으로 다시 태어난다",
        "김하늘 기자\n입력 2018.10.08 10:30\n수정 2018.10.09 오후 3:05",
        "기사 공유하기\n페이스북\n트위터\nURL복사\n글자크기",
        "기사 내용은 광고 아래에 계속됩니다\n광고\n관련기사: 아무도 사지 않는 낡은 나룻배",
        "태그: 등대, 도서관, 바다\n\n관련기사\n등대지기의 마지막 겨울\n섬마을 우체국의 하루\n\n댓글 3개\n\n댓글쓰기\n\n"
        "많이 본 뉴스\n바다를 건넌 염소\n\n뉴스레터 구독하기\n\n쿠키 설정\n모두 허용\n\n"
        "회사소개\n이용약관\n개인정보처리방침\n\nⓒ 소라포신문 무단전재 및 재배포 금지",
        "김하늘",
    ),
    "tr": Page(
        "İçeriğe geç\n\nAna Sayfa\nGündem\nEkonomi\nKültür Sanat\nGiriş Yap",
        "Deniz Feneri Kütüphane Oluyor",
        "Yazar: Çağla Yıldız\nYayınlanma: 8 Ekim 2018 Pazartesi, 10:30\nSon Güncelleme: 9 Ekim 2018 Salı saat 15:05",
        "Bu haberi paylaş\nFacebook'ta Paylaş\nTwitter'da Paylaş\nWhatsApp\nYazdır",
        "Haberin devamı reklamdan sonra\nREKLAM\nİlgili Haber: Eski vapuru kimse almak istemiyor",
        "Etiketler: fener, kütüphane, deniz\n\nİLGİLİ HABERLER\nFener bekçisinin son kışı\nAda postanesinde bir gün\n\n"
        "3 Yorum\n\nBir yorum yazın\n\nEn Çok Okunanlar\nDenizi geçen keçi\n\nBültenimize abone olun\n\n"
        "Çerez ayarları\nTümünü kabul et\n\n"
        "Künye\nGizlilik Politikası\nİletişim\n\n© 2018 Kıyı Gazetesi. Tüm hakları saklıdır.",
        "Çağla Yıldız",
    ),
    "he": Page(
        "דלג לתוכן\n\nראשי\nחדשות\nתרבות\nספורט\nהתחברות",
        "המגדלור הישן הופך לספרייה",
        "מאת: רות בן-דוד\nפורסם ב-8 באוקטובר 2018 בשעה 10:30\nעודכן לאחרונה: 9 באוקטובר 2018",
        "שתפו את הכתבה\nשתפו בפייסבוק\nשתפו בוואטסאפ\nהדפסה",
        "הכתבה ממשיכה אחרי הפרסומת\nפרסומת\nקראו גם: איש אינו רוצה לקנות את המעבורת הישנה",
        "תגיות: מגדלור, ספרייה, ים\n\nכתבות נוספות בנושא\nהחורף האחרון של שומר המגדלור\nיום אחד בדואר של האי\n\n"
        "3 תגובות\n\nכתיבת תגובה\n\nהנקראים ביותר\nהעז שחצתה את הים\n\nהרשמה לניוזלטר\n\nהגדרות עוגיות\n\n"
        "אודות\nתנאי שימוש\nמדיניות פרטיות\n\n© 2018 קול החוף. כל הזכויות שמורות.",
        "רות בן-דוד",
    ),
    "id": Page(
        "Langsung ke konten\n\nBeranda\nNasional\nEkonomi\nOlahraga\nMasuk",
        "Mercusuar Tua Menjadi Perpustakaan",
        "Penulis: Dewi Anggraini\nDiterbitkan pada Senin, 8 Oktober 2018, 10:30 WIB\nDiperbarui 9 Oktober 2018 pukul 15.05 WIB",
        "Bagikan artikel ini\nBagikan ke Facebook\nBagikan ke WhatsApp\nSalin tautan",
        "Iklan\nBaca juga: Tidak ada yang mau membeli kapal tua itu",
        "Tag: mercusuar, perpustakaan, laut\n\nBerita Terkait\nMusim dingin terakhir penjaga mercusuar\nSehari di kantor pos pulau\n\n"
        "3 Komentar\n\nTinggalkan Balasan\n\nTerpopuler\nKambing yang menyeberangi laut\n\nBerlangganan newsletter\n\n"
        "Kebijakan cookie\n\n"
        "Redaksi\nPedoman Media Siber\nKebijakan Privasi\n\n© 2018 Kabar Kemuning. Hak cipta dilindungi undang-undang.",
        "Dewi Anggraini",
    ),
}


@pytest.mark.parametrize("language", PAGES)
@pytest.mark.parametrize("told", [True, False])
def test_a_page_becomes_its_article(language: str, *, told: bool) -> None:
    page = PAGES[language]
    text = page.text(language)
    result = process(text, language=language if told else None)
    assert language in LANGUAGES
    (record,) = result.records
    assert record.language == language
    assert record.title == page.title
    assert [author.name for author in record.authors] == [page.author]
    assert (record.published or "")[:10] == "2018-10-08"
    assert (record.modified or "")[:10] == "2018-10-09"
    assert record.body == "\n\n".join(PARAGRAPHS[language])
    assert is_partition(result.ledger, text)


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
