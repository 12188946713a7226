"""Program code that leaked into the text: ad and tracking scripts, other script, style sheets, JSON."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cleaner.document import Document, Mark
from cleaner.filter import rule
from cleaner.grammar.shape import ends_sentence

# Calls and settings of ad and tracking services, as code writes them; the bare word is no evidence.
_AD = re.compile(
    r"adsbygoogle\s*(?:=|\.js|\|\||\)?\.push)|pagead2?\.googlesyndication|googletag\s*(?:=|\.cmd|\.display|\.pubads|\.define)"
    r"|window\.dataLayer\s*=|dataLayer\.push\s*\(|\bgtag\s*\(\s*['\"]|\bfbq\s*\(\s*['\"]|_gaq\.push|\b_paq\.push|ga\(\s*['\"](?:create|send)"
    r"|google_ad_(?:client|slot|width|height)\s*=|google_ads?_\w+\s*=|freestar\.|\bpbjs\.|OneSignal\.push|_taboola\s*=|taboola\.push|outbrain\.|OBR\."
    r"|doubleclick\.net|amazon-adsystem\.com|securepubads|criteo\.|hotjar\.|_sf_async_config|quantserve|scorecardresearch|mgid\.com|\bezstandalone\b"
)
_SCRIPT = re.compile(
    r"^\s*\(\s*(?:async\s+)?function\s*\(|\}\s*\)\s*\(\s*(?:window|document|jQuery|this)?[^)]{0,80}\)\s*;?\s*$|document\.(?:write|getElementById|createElement|addEventListener)\s*\("
    r"|window\.[\w.]{1,60}\s*=\s*[^=]|jQuery\s*\(|\$\s*\(\s*(?:document|window|['\"][#.])|\bvar\s+[\w$]{1,40}\s*=\s*[^;]{1,400};|addEventListener\s*\(|disqus_(?:shortname|config|identifier|url)"
    r"|\bfunction\s+[\w$]{0,40}\s*\([^)]{0,200}\)\s*\{|=>\s*\{|<!\[CDATA\[|//\]\]>|\bwp\.i18n|\bwpcf7\b|\bjs\.src\s*="
)
# There is one way to cut a line into declarations, each with a semicolon or the rule's end: trying several takes for ever.
_STYLE = re.compile(
    r"(?:^|[}\s])[@.#]?[\w-][\w\s.#:>,()*\[\]=\"'-]{0,200}\{\s*(?>[\w-]{2,40}\s*:[^;{}]{1,200}(?:;\s*|(?=\}))){1,60}+\}|^\s*@(?:media|import|font-face|charset|keyframes)\b"
)
_PROPERTY = re.compile(
    r"(?:^|[{;\s])(?:color|background(?:-\w+)?|margin(?:-\w+)?|padding(?:-\w+)?|font(?:-\w+)?|display|width|height|border(?:-\w+)?|position|float"
    r"|max-width|min-height|line-height|text-\w+|z-index|overflow|opacity|content|box-sizing|src)\s*:\s*[^;{}]{1,200}"
)
_JSON = re.compile(r"^\s*[{\[]\s*(?:[{\[]\s*)*\"[^\"]{1,80}\"\s*:")
_PAIR = re.compile(r"\"[\w@:-]{1,60}\"\s*:")
_CODE = "{}();=<>|&$[]"
_HINT = re.compile(r"[({]|//")
_MIN_CODE = 0.06
_MIN_STYLE = 0.5
_LOOK = 20_000


def _kind(text: str) -> str:
    """Return the label for a line of code that no writer put there, `""` for any other line."""
    look = text[:_LOOK]
    if ends_sentence(text):  # prose that quotes code
        return ""
    if _JSON.match(look) and (len(_PAIR.findall(look)) >= 3 or '"@context"' in look or '"@type"' in look):
        return "json"
    dense = _code_marks(look) >= _MIN_CODE * len(look)
    if (dense or " " not in look.strip() or look.lstrip().startswith("//")) and _AD.search(look):
        return "ad-script"
    rules = [m.group() for m in _STYLE.finditer(look)] if "{" in look else []
    if _PROPERTY.search("".join(rules)) and sum(map(len, rules)) >= _MIN_STYLE * len(look.strip()):
        return "stylesheet"
    if dense and len(_SCRIPT.findall(look)) >= 1:
        return "script"
    return ""


def _code_marks(text: str) -> int:
    return sum(map(text.count, _CODE))


@rule("scripts", "ad-script", "script", "stylesheet", "json")
def scripts(doc: Document) -> Iterator[Mark]:
    """Code that the page runs. Code that an article shows, under a line that ends in a colon, stays."""
    for block in doc.open_blocks():
        kind = _kind(block.text) if _HINT.search(block.text, 0, _LOOK) else ""
        if kind and block.index not in _shown(doc):
            yield Mark(block.start, block.end, "remove", kind, score=0.95 if kind in ("ad-script", "json") else 0.85)


def _shown(doc: Document) -> set[int]:
    """Return the indices of the code lines that are fenced, or hang under a line that announces them."""
    return doc.memo("scripts.shown", lambda: _find_shown(doc))


def _find_shown(doc: Document) -> set[int]:
    shown: set[int] = set()
    fenced = announced = False
    for block in doc.blocks:
        fenced ^= block.text.startswith("```")
        if fenced or (announced and _is_code_line(block.text)):
            shown.add(block.index)
        elif not _is_code_line(block.text):
            announced = block.text.endswith((":", "："))
    return shown


def _is_code_line(text: str) -> bool:
    return text.endswith(("{", "}", ";", ");", "/>")) or _code_marks(text[:200]) > 0.15 * len(text[:200])
