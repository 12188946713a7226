"""What a browser does not show as text: hidden elements, and the controls of forms."""

from __future__ import annotations

from collections.abc import Iterator

from cleaner.document import Document, Mark
from cleaner.filter import rule
from cleaner.grammar.tree import prose_width

_CONTROLS = frozenset(("button", "select", "option", "optgroup", "textarea", "label", "legend", "datalist"))
# A page that hides more of its running text than this shows it by a script.
_MOST_HIDDEN = 0.5


@rule("hidden", "hidden", "form-control")
def hidden(doc: Document) -> Iterator[Mark]:
    """Hidden elements, but for pages that show their text only by a script; buttons, options, labels of fields."""
    if doc.head is None:
        return
    concealed = sum(prose_width(b) for b in doc.blocks if b.markup is not None and b.markup.hidden)
    total = concealed and sum(map(prose_width, doc.blocks))
    score = 0.85 if concealed <= _MOST_HIDDEN * total else 0.2
    for block in doc.open_blocks():
        if block.markup is None:
            continue
        if block.markup.hidden:
            yield Mark(block.start, block.end, "remove", "hidden", score=score)
        elif block.markup.tag in _CONTROLS and not prose_width(block):
            yield Mark(block.start, block.end, "remove", "form-control", score=0.9)
        else:
            for inline in block.markup.inlines:
                if "hidden" in inline.element.context:
                    start = block.start + inline.start
                    yield Mark(start, block.start + inline.end, "remove", "hidden", score=score)
