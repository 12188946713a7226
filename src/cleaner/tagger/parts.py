"""The parts of a record that the tagger tells apart."""

PARTS = ("other", "body", "title", "byline", "date", "section", "caption", "notice")
