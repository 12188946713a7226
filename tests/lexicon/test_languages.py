"""What a lexicon is for: a small page in the language, as flat text, and all that is to come of it."""

from __future__ import annotations

from typing import NamedTuple

import pytest

from cleaner.lexicon import LANGUAGES, detect_language
from tests.helpers import PARAGRAPHS, process


class Page(NamedTuple):
    """The lines of a page over its two paragraphs and below, and what they say."""

    over: str
    title: str
    head: str
    below: str
    author: str
    published: str

    def text(self, language: str) -> str:
        """The whole page, each of its parts set apart by a blank line."""
        return "\n\n".join([self.over, self.title, self.head, *PARAGRAPHS[language], self.below])


PAGES: dict[str, Page] = {
    "he": Page(
        over="דלג לתוכן\n\nראשי\nחדשות\nתרבות\nספורט\nהתחברות",
        title="המגדלור הישן הופך לספרייה",
        head="מאת: רות בן-דוד\n\nפורסם ב-19 בנובמבר 2023 בשעה 10:30\n\nשתפו בפייסבוק\nשתפו בוואטסאפ\nהדפסה",
        below="שתפו את הכתבה\n\nכתבות נוספות בנושא\nהחורף האחרון של שומר המגדלור\nיום אחד בדואר של האי\n\n3 תגובות\n\nכתיבת תגובה\n\n"
        "הנקראים ביותר\nהעז שחצתה את הים\n\nאודות\nתנאי שימוש\nמדיניות פרטיות\n\n© 2023 קול החוף. כל הזכויות שמורות.",
        author="רות בן-דוד",
        published="2023-11-19T10:30",
    ),
    "id": Page(
        over="Langsung ke konten\n\nBeranda\nNasional\nEkonomi\nOlahraga\nMasuk",
        title="Mercusuar Tua Menjadi Perpustakaan",
        head="Penulis: Dewi Anggraini\n\nDiterbitkan pada Minggu, 19 November 2023, 10:30 WIB\n\nBagikan ke Facebook\nBagikan ke WhatsApp\nSalin tautan",
        below="Bagikan artikel ini\n\nBaca juga: Musim dingin terakhir penjaga mercusuar\n\n3 Komentar\n\nTinggalkan Balasan\n\n"
        "Terpopuler\nKambing yang menyeberangi laut\n\nRedaksi\nPedoman Media Siber\nKebijakan Privasi\n\n"
        "© 2023 Kabar Kemuning. Hak cipta dilindungi undang-undang.",
        author="Dewi Anggraini",
        published="2023-11-19T10:30",
    ),
    "ko": Page(
        over="본문 바로가기\n\n홈\n뉴스\n정치\n문화\n로그인",
        title="소라포 등대, 도서관으로 다시 태어난다",
        head="김하늘 기자\n\n입력 2023.11.19 10:30\n\n페이스북\n트위터\nURL복사\n글자크기",
        below="기사 공유하기\n\n관련기사\n등대지기의 마지막 겨울\n섬마을 우체국의 하루\n\n댓글 3개\n\n댓글쓰기\n\n"
        "많이 본 뉴스\n바다를 건넌 염소\n\n회사소개\n이용약관\n개인정보처리방침\n\nⓒ 소라포신문 무단전재 및 재배포 금지",
        author="김하늘",
        published="2023-11-19T10:30",
    ),
    "tr": Page(
        over="İçeriğe geç\n\nAna Sayfa\nGündem\nEkonomi\nKültür Sanat\nGiriş Yap",
        title="Deniz Feneri Kütüphane Oluyor",
        head="Yazar: Çağla Yıldız\n\nYayınlanma: 19 Kasım 2023 Pazar, 10:30\n\nFacebook'ta Paylaş\nTwitter'da Paylaş\nWhatsApp\nYazdır",
        below="Bu haberi paylaş\n\nİlgili Haberler\nFener bekçisinin son kışı\nAda postanesinde bir gün\n\n3 Yorum\n\nBir yorum yazın\n\n"
        "En Çok Okunanlar\nDenizi geçen keçi\n\nKünye\nGizlilik Politikası\nİletişim\n\n© 2023 Kıyı Gazetesi. Tüm hakları saklıdır.",
        author="Çağla Yıldız",
        published="2023-11-19T10:30",
    ),
}


@pytest.mark.parametrize("language", PAGES)
@pytest.mark.parametrize("told", [True, False])
def test_a_page_comes_out_as_its_article(language: str, *, told: bool) -> None:
    page = PAGES[language]
    text = page.text(language)
    (record,) = process(text, language=language if told else None).records
    assert record.language == language == detect_language(text)
    assert record.title == page.title
    assert [author.name for author in record.authors] == [page.author]
    assert record.published == page.published
    assert record.body == "\n\n".join(PARAGRAPHS[language])


@pytest.mark.parametrize("language", LANGUAGES)
def test_running_text_stays(language: str) -> None:
    text = "\n\n".join(PARAGRAPHS[language])
    assert process(text, language=language).removed == ()
