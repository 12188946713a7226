"""What metadata lines are made of: the words that open their parts ('posted on', 'by', 'filed under'), and junk that is known
wherever it stands in one ('3 Comments', '4 min read').
"""  # noqa: D205

from __future__ import annotations

import re
from functools import lru_cache

from cleaner.lexicon import Lexicon, any_of_phrases, phrase_key

# The credits of a record, each a table of the lexicon with the words that open it.
CREDIT_ROLES = ("translator", "editor", "photographer", "illustrator", "contributor", "producer", "reviewer", "agency")
_OPENERS = ("by", "published", "updated", "section", "tags", *CREDIT_ROLES)
# Groups of phrases that may stand in a metadata line and are removed from it.
_JUNK_GROUPS = ("comments", "sharing", "readmore", "stubs", "newsletter", "navigation", "footer")

# Where what needs no separator beside it is listed: '3 Comments', 'Leave a comment on X', '4 min read'.
_TOKEN_GROUPS = ("comments", "stubs")
_TOKEN_WORDS = 4
_MINUTES = r"\d{1,3}\s?mins?"


def junk_label(key: str, lexicon: Lexicon) -> str | None:
    """Return the label of the junk that a line key (see `lexicon.line_key`) is as a whole, `None` for what is none."""
    hits = [h for h in lexicon.index.match(key) if h.group in _JUNK_GROUPS and h.label not in ("menu", "copyright")]
    exact = [h for h in hits if h.exact] or hits
    return exact[0].label if exact else None


@lru_cache(maxsize=32)
def junk_tokens(lexicon: Lexicon) -> re.Pattern[str]:
    """Return what finds comment counts and reading times in a metadata line, with the title that some name: '... on X'."""
    tokens = {p for group, label, p in lexicon.phrases if group in _TOKEN_GROUPS and _is_token(label, p)}
    shapes = [*sorted((_token_shape(p) for p in tokens), key=lambda shape: (-len(shape), shape)), _MINUTES]
    first = "".join(sorted({re.escape(p[0]) for p in tokens if p[0] != "#"}))
    return re.compile(rf"(?<!\w)(?=[\d{first}])(?:{'|'.join(shapes)})(?!\w)", re.IGNORECASE)


def _is_token(label: str, phrase: str) -> bool:
    if phrase.startswith("*") or phrase.count("*") > phrase.endswith(" *"):
        return False
    count = len(phrase.rstrip(" *").split())
    if label == "comment-form":
        return 2 < count <= _TOKEN_WORDS
    return count > 1 and (label == "comment-count" or (label == "date-stub" and "#" in phrase))


def _token_shape(phrase: str) -> str:
    """Return the pattern of a phrase: `#` is a number, and a `*` at its end takes the rest of the line."""
    bare = phrase.removesuffix("*").strip()
    words_ = [r"\d[\d.,]*" if w == "#" else re.escape(w).replace(r"\#", r"\d+") for w in bare.split()]
    return r"[\s'’‐-]+".join(words_) + (r"\b.*" if phrase.endswith("*") else "")


def kind_of(word: str, lexicon: Lexicon) -> str:
    """Return which kind of part an opening word opens."""
    return _kinds(lexicon)[phrase_key(word)]


@lru_cache(maxsize=32)
def _kinds(lexicon: Lexicon) -> dict[str, str]:
    return {phrase_key(w): kind for kind in reversed(_OPENERS) for w in lexicon.terms.get(kind, ())}


@lru_cache(maxsize=32)
def openers(lexicon: Lexicon) -> re.Pattern[str] | None:
    """Return what finds the opening words of a language, `None` where the lexicon has none."""
    words = sorted(_kinds(lexicon), key=lambda w: (-len(w), w))
    if not words:
        return None
    spaced = any_of_phrases(words)
    # Without spaces a word is as often a part of another word.
    solid = r"(?=\s*[:：/|\d])"
    return re.compile(rf"({spaced})(?:(?!\w)|{solid})(?:\s*[:：]+)?", re.IGNORECASE)
