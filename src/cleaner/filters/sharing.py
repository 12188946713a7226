"""Share bars and calls to follow the site elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cleaner.document import Document, Mark
from cleaner.filter import rule
from cleaner.grammar.lines import PARTIAL, matched_lines
from cleaner.grammar.shape import width

_NETWORKS = (
    "facebook twitter x linkedin pinterest reddit whatsapp telegram email mail e-mail instagram youtube tumblr google+ flipboard"
    " pocket print messenger bluesky threads mastodon vk line weibo wechat qq copy link share tweet pin it xing viber tiktok rss"
    " teilen twittern senden mailen drucken merken kopieren partager envoyer imprimer compartir tuitear enviar imprimir"
    " compartilhar condividi invia stampa delen afdrukken поделиться вконтакте"
)
_NETWORK = frozenset(_NETWORKS.split())
_WORD = re.compile(r"[\w+-]+")
_LEAST = 2


@rule("sharing", "share-bar", "follow-us")
def sharing(doc: Document) -> Iterator[Mark]:
    """Share buttons, lists of networks, 'Follow us on ...'."""
    seen: set[int] = set()
    for block, hit, score in matched_lines(doc, "sharing", inline=True):
        if hit.exact and block.text.endswith("*"):  # 'Email *' is a field of a form
            continue
        seen.add(block.index)
        yield Mark(block.start, block.end, "remove", hit.label, score=score)
    for block in doc.open_blocks():
        if block.index not in seen and width(block.text) <= 120 and _is_bar(block.text):
            yield Mark(block.start, block.end, "remove", "share-bar", score=PARTIAL)


def _is_bar(text: str) -> bool:
    """Tell whether a line is nothing but names of networks: 'Facebook Twitter Email'."""
    if text[-1:] in ".?!":
        return False
    found = _WORD.findall(text.casefold())
    return (
        len(found) >= _LEAST
        and sum(w in _NETWORK for w in found) >= len(found) - (len(found) > 3)
    )
