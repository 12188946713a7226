"""Who else had a hand in an article: 'Translated by A', 'Edited by B and C', 'Reporting by D in Rome; Editing by E'."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cleaner.document import Document, Mark
from cleaner.filter import rule
from cleaner.grammar.metaline import metadata_line
from cleaner.grammar.names import is_person
from cleaner.grammar.openers import CREDIT_ROLES, kind_of, openers
from cleaner.lexicon import Lexicon
from cleaner.record import Credit

# The line with which an agency signs off.
_LONGEST_SIGN_OFF = 400
_BRACKETS = str.maketrans("", "", "()[]（）")
# What stands before the opening words of its parts.
_JOINT = re.compile(r"(?:^|[,;.|]|\b\w{1,3})\s*$")
# 'Ann Lee in Rome' is a name, and where.
_PLACE = re.compile(r"\s[^\W\d_A-Z]{1,4}\s.*$")


@rule("credit", "credit")
def credit(doc: Document) -> Iterator[Mark]:
    """Translators, editors, photographers and the like on lines of their own. The value is a tuple of credits."""
    for block in doc.open_blocks():
        parts = metadata_line(doc, block) or ()
        for part in parts:
            if part.kind in CREDIT_ROLES and isinstance(part.value, tuple):
                people = tuple(Credit(part.kind, person.name) for person in part.value)
                yield Mark(block.start + part.start, block.start + part.end, "field", "credit", people, 0.9)
        if not parts and (signed := sign_off(block.text, doc.lexicon)):
            yield Mark(block.start, block.end, "field", "credit", signed, 0.9)


def sign_off(line: str, lexicon: Lexicon) -> tuple[Credit, ...]:
    """Return whom the line names with which an agency signs off: at least two parts, each with its opening words; else none.

    >>> line = "(Reporting by Ann Lee in Rome, Bo Birk and Cy Cole; Editing by Dee Dunn)"
    >>> [(each.role, each.name) for each in sign_off(line, Lexicon.for_language("en"))]
    [('contributor', 'Ann Lee'), ('contributor', 'Bo Birk'), ('contributor', 'Cy Cole'), ('editor', 'Dee Dunn')]
    """
    pattern = openers(lexicon)
    if pattern is None or len(line) > _LONGEST_SIGN_OFF:
        return ()
    bare = line.translate(_BRACKETS).strip()
    if pattern.match(bare) is None:
        return ()
    found = [m for m in pattern.finditer(bare) if _opens_part(bare, m, lexicon)]
    if len(found) < 2 or found[0].start():
        return ()
    people: list[Credit] = []
    for opener, end in zip(found, [*(m.start() for m in found[1:]), len(bare)], strict=True):
        kind, names = kind_of(opener[1], lexicon), _names(bare[opener.end() : end], lexicon)
        if not names:
            return ()
        people += [Credit(kind if kind in CREDIT_ROLES else "contributor", name) for name in names]
    return tuple(people)


def _opens_part(line: str, match: re.Match[str], lexicon: Lexicon) -> bool:
    """Tell whether opening words of more than one word begin a part of the line."""
    kind = kind_of(match[1], lexicon)
    return kind in ("by", *CREDIT_ROLES) and " " in match[1] and _JOINT.search(line[: match.start()]) is not None


def _names(text: str, lexicon: Lexicon) -> list[str]:
    """Return the names in a part of the line, without where they are; none where something else is among them."""
    joints = {*lexicon.terms.get("and", ()), "and"}
    pieces: list[list[str]] = [[]]
    for word in text.replace(",", " , ").replace(";", " ; ").rstrip(" .").split():
        if word in (",", ";") or word in joints:
            pieces.append([])
        else:
            pieces[-1].append(word)
    wholes = [" ".join(piece) for piece in pieces if piece]
    names = [whole if is_person(whole, lexicon) else _PLACE.sub("", whole) for whole in wholes]
    return names if all(is_person(name, lexicon) for name in names) else []
