"""The parts of a record that the tagger tells apart."""

PARTS = ("other", "body", "title", "byline", "date", "section", "caption", "notice")
# Those that the filters of fields and notices read, and that sets of pages treat differently as content.
CLAIMED = tuple(PARTS.index(part) for part in ("title", "byline", "date", "section", "caption", "notice"))
