"""One field of a record a module. `FIELDS` holds them in the order in which they work."""

from cleaner.fields.boundary import boundary
from cleaner.fields.byline import byline
from cleaner.fields.caption import caption
from cleaner.fields.credit import credit
from cleaner.fields.date import date
from cleaner.fields.page import page
from cleaner.fields.recurring import recurring
from cleaner.fields.section import section
from cleaner.fields.source import source
from cleaner.fields.standfirst import standfirst
from cleaner.fields.title import title
from cleaner.fields.truncation import truncation
from cleaner.filter import RuleFilter

# Each line's own evidence first; then what it takes the whole page to see.
FIELDS: tuple[RuleFilter, ...] = (
    source,
    date,
    byline,
    credit,
    caption,
    title,
    boundary,
    page,
    section,
    standfirst,
    recurring,
    truncation,
)

__all__ = [
    "FIELDS",
    "boundary",
    "byline",
    "caption",
    "credit",
    "date",
    "page",
    "recurring",
    "section",
    "source",
    "standfirst",
    "title",
    "truncation",
]
