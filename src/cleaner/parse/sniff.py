"""What kind of text a source is, told by its content."""

from __future__ import annotations

import re
from typing import Literal

Kind = Literal["text", "html", "feed"]

_HTML_START = re.compile(r"\ufeff?\s*(?:(?><!--.{0,2000}?-->)\s*)*+<(?:!doctype\s+html|html|head|body|\?xml)\b", re.I | re.S)
_ABOVE = re.compile(r"\ufeff?\s*(?:(?><!--.{0,2000}?-->)\s*)*+", re.S)
_HTML_TAG = re.compile(
    r"</?(?:a|article|aside|b|blockquote|body|br|dd|div|dl|dt|em|figcaption|figure|footer|h[1-6]|head|header|html|img|input|li|link|main|meta|nav|ol|p|script"
    r"|section|span|strong|style|table|td|title|tr|ul)(?:\s[^<>]{0,1000})?/?>",
    re.I,
)
_HTML_SAMPLE = 100_000
_MIN_TAGS = 4
_MIN_TAG_SHARE = 0.08
_FEED = re.compile(
    r"\ufeff?\s*(?:(?><!--.{0,2000}?-->|<(?!!doctype\s+html)[?!](?!--)[^>]{0,500}>)\s*)*+"
    r"<(?:rss|feed|rdf:RDF|urlset|sitemapindex|opml)(?=[\s/>])",
    re.S,
)


def sniff(text: str) -> Kind:
    """Return what a text is: plain text, HTML, or an XML feed or sitemap.

    >>> sniff("One"), sniff("<p>One</p><p>Two</p>"), sniff('<rss version="2.0"><channel>')
    ('text', 'html', 'feed')
    """
    if _FEED.match(text):
        return "feed"
    return "html" if looks_like_html(text) else "text"


def looks_like_html(text: str) -> bool:
    """Tell whether a text is HTML or XML source rather than flat text that quotes a tag or two.

    >>> looks_like_html("<p>One</p><p>Two</p>"), looks_like_html("Write <b> for bold, <i> for italics.")
    (True, False)
    """
    if _HTML_START.match(text):
        return True
    sample = _ABOVE.sub("", text[:_HTML_SAMPLE], count=1)
    tags = _HTML_TAG.findall(sample) if "<" in sample else []
    size = sum(len(m.group()) for m in _HTML_TAG.finditer(sample)) if tags else 0
    if _HTML_TAG.match(sample):
        return len(tags) >= 2
    return len(tags) >= _MIN_TAGS and size > 2 * _MIN_TAG_SHARE * len(sample)
