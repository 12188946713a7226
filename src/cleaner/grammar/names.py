"""Names of people and of institutions, told apart by their form and by a list of institution words."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

import regex

from cleaner.lexicon import Lexicon, fold
from cleaner.record import Author

_PARTICLE = (
    r"(?:de|da|do|dos|das|di|del|della|der|den|van|von|vom|zu|zur|ten|ter|af|av|bin|ibn|bint|al|el|la|le|les|du|y|e"
    r"|op|’t|'t)"
)
_CAPITAL = r"(?:(?:[dDlLO]['’]|al-|el-)?\p{Lu}[\p{L}\p{M}]*(?:['’.\-\u2010]\p{L}[\p{L}\p{M}]*)*\.?)"
_CASED_NAME = regex.compile(rf"{_CAPITAL}(?:[\s\u00a0]+(?:{_PARTICLE}[\s\u00a0]+){{0,2}}{_CAPITAL}){{0,4}}")
_CJK_NAME = regex.compile(
    r"[\p{Han}\p{Hiragana}\p{Katakana}ー]{2,5}|[\p{Han}\p{Katakana}]{1,4}[・·\s][\p{Han}\p{Katakana}ー・]{1,12}"
)
# Hebrew writes apostrophes and hyphens within names, as 'ג'ורג' and 'בן-דוד'.
_OTHER = r"(?:[\p{Arabic}\p{Hebrew}\p{Hangul}\p{Devanagari}\p{Thai}\p{M}]|(?<=\p{Hebrew})['’\"-])"
_OTHER_NAME = regex.compile(rf"{_OTHER}{{2,}}(?:\s(?:{_OTHER}|\.)+){{0,4}}")
_HANGUL = regex.compile(r"\p{Hangul}")
# A family name of Korea, and a given name; what has none may be any words.
_KOREAN_NAME = regex.compile(
    r"(?:남궁|황보|제갈|선우|독고|사공|서문|[가강고곽구권금기길김나남노단도동류마맹명모문민박반방배백변복봉서석선설성소손송신심안양엄여연염예오옥온왕용우원위유육윤은이인임장전정제조주지진차채천최추탁태편표피하한함허현형호홍황])"
    r"\s?\p{Hangul}{1,3}"
)
_HANDLE = regex.compile(r"[\p{L}\p{N}_][\p{L}\p{N}\p{M}._\-]{1,30}(?:[\s@][\p{L}\p{N}._\-]{1,30}){0,2}")
_EMAIL = regex.compile(r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}")
# Words printed side by side: 'OfficeOrganizingPapers'; 'McDonald' has one such joint, 'MacDonaldSmith' two.
_HUMPS = regex.compile(r"(?:\p{Ll}\p{Lu}\p{Ll}+){2}(?:\p{Lu}|\p{L}*\p{Ll}\p{Lu})|\p{Ll}{3}\p{Lu}\p{Ll}{2,}\p{Lu}\p{Ll}")
# 'CFP®' behind a name is a degree as any other.
_SIGNS = regex.compile("[®™℠]")
_ACRONYM = regex.compile(r"\p{Lu}{2,6}")
_HEDGE = regex.compile(r"\s*[(（\[][^()（）\[\]]{0,80}[)）\]]\s*$")
_MOST = 400
_MOST_PEOPLE = 12
_COMPOUND_TAIL = 6
_GIVEN = frozenset(("Md", "Md.", "Mag"))


def is_person(text: str, lexicon: Lexicon) -> bool:
    """Tell whether the whole text could be one person's name.

    >>> english = Lexicon.for_language("en")
    >>> is_person("Ludwig van Beethoven", english), is_person("University of Bonn", english)
    (True, False)
    """
    if len(text) > 60 or _is_known_word(text, lexicon) or _HUMPS.search(text):
        return False
    if _HANGUL.match(text):
        return _KOREAN_NAME.fullmatch(_without_titles(text, lexicon)) is not None and not is_institution(text, lexicon)
    if _CJK_NAME.fullmatch(text) or _OTHER_NAME.fullmatch(text):
        return not is_institution(text, lexicon)
    return _CASED_NAME.fullmatch(text) is not None and not is_institution(text, lexicon)


def is_institution(text: str, lexicon: Lexicon) -> bool:
    """Tell whether the text names an institution rather than a person.

    >>> is_institution("School of Oriental Studies", Lexicon.for_language("en"))
    True
    """
    pattern = _institutions(lexicon.terms.get("institution", ()))
    return pattern is not None and pattern.search(fold(text)) is not None


def is_role(text: str, lexicon: Lexicon) -> bool:
    """Tell whether the text names a role or an account rather than a person: 'Staff Writer', 'admin'."""
    return fold(text).strip(" .") in lexicon.terms.get("role", ())


def read_people(text: str, lexicon: Lexicon, *, handles: bool = False) -> tuple[Author, ...] | None:
    """Return the people that a byline names, with their affiliations; `None` where it is no list of names.

    `handles` also lets in what only a byline can vouch for: `tiffany`, `0x216`, `the-editors`.

    >>> english = Lexicon.for_language("en")
    >>> for a in read_people("Ann Ash, University of X, Bo Birk, Institute of Y and C. Cole", english):
    ...     print(a.name, "-", a.affiliation)
    Ann Ash - University of X
    Bo Birk - Institute of Y
    C. Cole - None
    >>> read_people("2025 the number of cars had doubled", english) is None
    True
    """
    if handles and _EMAIL.fullmatch(text.strip()):
        return (Author(text.strip()),)
    text = _SIGNS.sub("", _EMAIL.sub(" ", text)).strip(" \u00a0\t,;:|/–—-.،、，") if len(text) <= _MOST else ""
    if not text:
        return None
    is_handle = handles and _HANDLE.fullmatch(text) is not None and _is_handle(text)
    if is_handle and not _is_known_word(text, lexicon) and not is_institution(text, lexicon):
        return (Author(text),)
    if (signed := _with_role(text, lexicon)) is not None:
        return (signed,)
    people: list[Author] = []
    pieces = list(_pieces(text, lexicon))
    for n, piece in enumerate(pieces):
        if _goes_with(pieces, n, people, lexicon):
            people[-1] = _affiliated(people[-1], piece)
        elif not _take(piece, people, lexicon, handles=handles):
            return None
    return tuple(people) if 0 < len(people) <= _MOST_PEOPLE else None


def _affiliated(author: Author, piece: str) -> Author:
    return Author(author.name, f"{author.affiliation}, {piece}" if author.affiliation else piece)


def _goes_with(pieces: list[str], n: int, people: list[Author], lexicon: Lexicon) -> bool:
    """Tell whether a piece that looks like a name says more of the name before it: 'Ann Lee, Frankfurt', 'Ann Lee, editor, Halm Daily'."""
    if not people or not pieces[n].isascii() or is_role(pieces[n], lexicon) or not _without_titles(pieces[n], lexicon):
        return False
    if n > 1 and says_role(pieces[n - 1], lexicon) and not says_role(pieces[n], lexicon):
        return not (n + 1 < len(pieces) and says_role(pieces[n + 1], lexicon))
    single = " " not in pieces[n] and _CASED_NAME.fullmatch(pieces[n]) is not None
    return single and all(" " in person.name for person in people)


def _with_role(text: str, lexicon: Lexicon) -> Author | None:
    """Return whom 'Ann Lee, Senior Life & Trends Reporter' names: one person, and what all of the rest says of them."""
    name, comma, role = (part.strip() for part in text.partition(","))
    parts = text.split()
    if not comma and len(parts) > 2 and says_role(text, lexicon) and not _ACRONYM.fullmatch(parts[0]):  # 'Ann Lee Staff Writer'
        name, comma, role = " ".join(parts[:2]), ",", " ".join(parts[2:])
    if not comma or not role or "," in role or not says_role(role, lexicon) or not is_person(name, lexicon):
        return None
    return Author(name, role) if name == _without_titles(name, lexicon) else None


def says_role(text: str, lexicon: Lexicon) -> bool:
    """Tell whether a text ends in a word for what somebody does.

    >>> says_role("Senior Life & Trends Reporter", Lexicon.for_language("en")), says_role("Ann Lee", Lexicon.for_language("en"))
    (True, False)
    """
    last = text.rsplit(maxsplit=1)[-1:] or [""]
    return fold(last[0]).strip(" .") in lexicon.terms.get("role-words", ())


def _take(piece: str, people: list[Author], lexicon: Lexicon, *, handles: bool) -> bool:
    """Add one piece of a byline to the people: a name, or the affiliation of the name before it."""
    hedge = _HEDGE.search(piece)
    name = piece[: hedge.start()].strip() if hedge else piece
    aside = hedge.group().strip(" ()[]（）") if hedge else None
    if not name:
        return False
    name = _without_titles(name, lexicon)
    if name == "":  # 'Ph.D.', 'Jr.' after a comma
        return bool(people)
    is_affiliation = is_institution(name, lexicon) or is_role(piece, lexicon) or says_role(piece, lexicon) or _ACRONYM.fullmatch(piece)
    if people and is_affiliation and len(piece) <= 120:
        people[-1] = _affiliated(people[-1], piece)
        return True
    if is_person(name, lexicon) or is_role(name, lexicon):
        people.append(Author(name, aside))
        return True
    if not people and is_affiliation and words_capitalised(piece) and not _is_known_word(piece, lexicon):
        people.append(Author(piece))
        return True
    is_account = (_HANDLE.fullmatch(name) and _is_handle(name)) or (_HANGUL.match(name) and _OTHER_NAME.fullmatch(name))
    if handles and not people and is_account and not _is_known_word(name, lexicon):
        people.append(Author(name, aside))
        return True
    return False


def _is_handle(text: str) -> bool:
    """Tell whether a text can be the name of an account: one word with a letter in it, or two with capitals or digits."""
    parts = text.split()
    if len(parts) > 2 or not any(c.isalpha() for c in text):
        return False
    return len(parts) == 1 or all(p[0].isupper() or p[0].isdigit() for p in parts)


def words_capitalised(text: str) -> bool:
    """Tell whether every word but particles begins with a capital, as in the name of an institution.

    >>> words_capitalised("University of East Anglia"), words_capitalised("the university that closed")
    (True, False)
    """
    return all(w[0].isupper() or not w[0].isalpha() or len(w) <= 4 for w in text.split()) and (
        any(w[0].isupper() for w in text.split()) or not any(c.islower() for c in text)
    )


def _pieces(text: str, lexicon: Lexicon) -> Iterator[str]:
    """Split at commas and at 'and', but not inside an institution ('School of Oriental and African Studies')."""
    joint = _and_pattern(lexicon.terms.get("and", ()))
    chunks = regex.split(r"\s*[,;،、，/]\s*|\s+[|•·]\s+", text)
    for chunk in chunks:
        joined: list[str] = []
        for part in joint.split(f" {chunk.strip()}" if chunk is not chunks[0] else chunk):
            part = part.strip()
            if joined and _goes_on(joined[-1], _HEDGE.sub("", part), lexicon):
                joined[-1] = chunk[chunk.index(joined[-1]) : chunk.index(part, chunk.index(joined[-1])) + len(part)]
            elif part:
                joined.append(part)
        yield from joined


def _goes_on(institution: str, part: str, lexicon: Lexicon) -> bool:
    """Tell whether what follows an 'and' is still the name of the institution before it."""
    before = _HEDGE.sub("", institution)
    if is_person(before, lexicon) or not is_institution(before, lexicon):
        return False
    return is_institution(part, lexicon) or (" " not in part and not _ACRONYM.fullmatch(part))


def _without_titles(name: str, lexicon: Lexicon) -> str:
    titles = lexicon.terms.get("title-words", ())
    found = [fold(w).rstrip(".").replace(".", " ").strip() in titles for w in name.split()]
    # 'Md' before a name is a part of it.
    kept = [w for n, (w, known) in enumerate(zip(name.split(), found, strict=True)) if not known or (n == 0 and w in _GIVEN and not all(found))]
    return " ".join(kept)


def _is_known_word(text: str, lexicon: Lexicon) -> bool:
    folded = fold(text).strip(" .")
    return (
        folded in lexicon.months
        or folded in lexicon.terms.get("weekdays", ())
        or any(
            folded in lexicon.terms.get(t, ())
            for t in ("by", "published", "updated", "section", "tags", "source", "and", "genre")
        )
    )


@lru_cache(maxsize=32)
def _and_pattern(words: tuple[str, ...]) -> regex.Pattern[str]:
    spaced = "|".join(regex.escape(w) for w in words if not w.startswith("*")) or "and"
    return regex.compile(
        rf"\s+(?:{spaced})\s+|\s+و(?=\p{{Arabic}}+\s+\p{{Arabic}})|\s+ו(?!רד\s|[ילו])(?=\p{{Hebrew}}+\s+\p{{Hebrew}})|[和与與](?=\p{{Han}}{{2,4}}$)"
        r"|(?<=[\p{Han}\p{Katakana}]{2})と(?=[\p{Han}\p{Katakana}]{2})",
        regex.IGNORECASE,
    )


@lru_cache(maxsize=32)
def _institutions(words: tuple[str, ...]) -> regex.Pattern[str] | None:
    if not words:
        return None
    spaced = [w for w in words if w.isascii() or not _CJK_NAME.match(w)]
    solid = [w for w in words if w not in spaced]
    parts = []
    if spaced:
        # Long words also end compounds: 'Musikhochschule'.
        long = [w for w in spaced if len(w) >= _COMPOUND_TAIL or (len(w) > 1 and _HANGUL.match(w))]
        parts.append(r"(?<!\w)(?:" + "|".join(map(regex.escape, spaced)) + r")(?:s|en|e)?(?!\w)")
        parts.append(r"(?<=\w)(?:" + "|".join(map(regex.escape, long)) + r")(?!\w)")
    if solid:
        parts.append("|".join(map(regex.escape, solid)))
    return regex.compile("|".join(parts))
