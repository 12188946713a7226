from __future__ import annotations

import pytest

from cleaner.filters import consent
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

BANNER = "We use cookies to make this site better.\n\nAccept All\n\nReject All\n\nCookie Settings"

CASES = [
    Junk("cookie-notice", "We use cookies to give you the best experience on our site."),
    Junk("cookie-notice", "This website uses cookies. By staying here you accept them.", place="top"),
    Junk("cookie-notice", "By continuing to browse you agree to our use of cookies."),
    Junk("cookie-notice", "We value your privacy", place="top"),
    Junk("cookie-notice", "Accept All", lines=BANNER, place="top"),
    Junk("cookie-notice", "Reject All", lines=BANNER),
    Junk("cookie-notice", "Cookie Settings", lines=BANNER),
    Junk("cookie-notice", "Wir verwenden Cookies, um diese Seite zu verbessern.", "de"),
    Junk("cookie-notice", "Nous utilisons des cookies pour améliorer votre visite.", "fr"),
    Junk("cookie-notice", "Utilizamos cookies para mejorar su visita.", "es", "top"),
    Junk("cookie-notice", "Este site utiliza cookies para melhorar a sua visita.", "pt"),
    Junk("cookie-notice", "Wij gebruiken cookies om deze site te verbeteren.", "nl", "top"),
    Junk("cookie-notice", "Vi bruker informasjonskapsler for å gjøre nettstedet bedre.", "no", "top"),
    Junk("cookie-notice", "Den här webbplatsen använder kakor.", "sv", "top"),
    Junk("cookie-notice", "Denne hjemmeside bruger cookies.", "da", "top"),
    Junk("cookie-notice", "Tämä sivusto käyttää evästeitä.", "fi", "top"),
    Junk("cookie-notice", "Мы используем файлы cookie, чтобы сайт работал лучше.", "ru"),
    Junk("cookie-notice", "Używamy plików cookie, aby strona działała lepiej.", "pl"),
    Junk("cookie-notice", "Tento web používá soubory cookie, aby fungoval lépe.", "cs"),
    Junk("cookie-notice", "Ми використовуємо файли cookie, щоб сайт працював краще.", "uk"),
    Junk("cookie-notice", "Táto stránka používa súbory cookie, aby fungovala lepšie.", "sk"),
    Junk("cookie-notice", "Χρησιμοποιούμε cookies για να λειτουργεί καλύτερα ο ιστότοπος.", "el"),
    Junk("cookie-notice", "Weboldalunk sütiket használ a jobb működésért.", "hu"),
    Junk("cookie-notice", "Folosim cookie-uri pentru a face acest site mai bun.", "ro"),
    Junk("cookie-notice", "Chúng tôi sử dụng cookie để trang web hoạt động tốt hơn.", "vi"),
    Junk("cookie-notice", "本网站使用cookie来改善您的体验", "zh"),
    Junk("cookie-notice", "当サイトではクッキーを使用しています", "ja"),
    Junk("cookie-notice", "نحن نستخدم ملفات تعريف الارتباط", "ar"),
    Junk("browser-notice", "You need to enable JavaScript to run this app.", place="top"),
    Junk("browser-notice", "JavaScript is disabled. For a better harbour, please turn it on.", place="top"),
    Junk("browser-notice", "Your browser does not support the audio element."),
    Junk("browser-notice", "You are using an outdated browser. Please upgrade it to see the boats.", place="top"),
    Junk("browser-notice", "Verify you are human by completing the action below.", place="top"),
    Junk("browser-notice", "Bitte aktivieren Sie JavaScript, um diese Seite zu sehen.", "de", "top"),
    Junk("browser-notice", "Votre navigateur ne prend pas en charge cette vidéo.", "fr"),
    Junk("browser-notice", "Su navegador no soporta el elemento de audio.", "es"),
    Junk("browser-notice", "Пожалуйста, включите JavaScript, чтобы видеть эту страницу.", "ru"),
    Junk("browser-notice", "Please enable JavaScript to continue.", "fi"),
]


@pytest.mark.parametrize("case", CASES, ids=ident)
def test_removes(case: Junk) -> None:
    assert_removed(consent, case)


def test_every_label_has_a_case() -> None:
    assert_covers(consent, CASES)


COOKIE_STORY = """How the Cookie Got Its Crumbs

By Maren Holt

March 4, 2019

We use cookies every day without a thought, and most of us could not say what one is or where it is kept.

The first web shop in Orrin uses cookies to ensure that a basket is still full when the customer comes back from lunch.

A browser keeps each of them in a small file, and the use of cookies by a third party is what the new law is about.

Most visitors accept all of them, a study by the harbour school found, because the other button is hard to see.
"""


BROWSER_STORY = """The Last Browser on the Island

By Maren Holt

March 4, 2019

Nobody on Orrin has enabled JavaScript since the spring of 2004, when a script ate the timetable of the ferry.

The school's browser does not support it, the headmaster says, and he verifies that his visitors are human by asking for a joke.

A page that requires JavaScript is printed on the mainland and read aloud, at a crown a page, in the harbour office.
"""


def test_keeps_an_article_about_cookies() -> None:
    assert_kept(COOKIE_STORY)


@pytest.mark.parametrize(
    "title",
    [
        "Court Limits Use of Cookies in Online Ads",
        "This Website Uses Cookies, and So Does Yours",
        "Accept All the Help You Can Get",
        "Cookies Crumble as Flour Prices Rise",
    ],
)
def test_keeps_headlines(title: str) -> None:
    assert_kept(headed(title), title)


@pytest.mark.parametrize(
    "line",
    [
        "Accept, he said, or walk home.",
        "Necessary or not, the bridge was built, and for a year two goats and a priest were all that crossed it.",
        "By continuing to use this old chart the pilots had put two ships on the same rock in a single spring.",
    ],
)
@pytest.mark.parametrize("place", ["middle", "end"])
def test_keeps_prose(line: str, place: str) -> None:
    assert_kept(page(line, place=place))


def test_keeps_a_short_sentence_between_paragraphs() -> None:
    assert_kept(page("We use cookies to bribe the dog."))


def test_keeps_an_article_about_browsers() -> None:
    assert_kept(BROWSER_STORY)


def test_keeps_a_recipe() -> None:
    assert_kept(
        page("Cookies\n\n200 g flour\n\n100 g butter\n\nBake the cookies until the edges are brown.", place="middle")
    )


def test_alone_keeps_a_lone_button_word_between_paragraphs() -> None:
    assert removed_alone(consent, page("Decline")) == []
