"""One family of junk a module. `JUNK` holds them in the order in which they work."""

from cleaner.filter import RuleFilter
from cleaner.filters.ads import ads
from cleaner.filters.archives import archives
from cleaner.filters.comments import comments
from cleaner.filters.consent import consent
from cleaner.filters.containers import containers
from cleaner.filters.duplicates import duplicates
from cleaner.filters.footer import footer
from cleaner.filters.hidden import hidden
from cleaner.filters.links import links
from cleaner.filters.menus import menus
from cleaner.filters.metadata import metadata
from cleaner.filters.navigation import navigation
from cleaner.filters.newsletter import newsletter
from cleaner.filters.outside import outside
from cleaner.filters.publisher import publisher
from cleaner.filters.readmore import readmore
from cleaner.filters.related import related
from cleaner.filters.repeated import Repeated
from cleaner.filters.scripts import scripts
from cleaner.filters.sharing import sharing
from cleaner.filters.stubs import stubs
from cleaner.filters.syndication import syndication
from cleaner.filters.tagger import leftovers, tagger, votes
from cleaner.filters.tags import tags
from cleaner.filters.widgets import widgets

# What is sure by its form comes first, so that what needs company finds it. The tagger votes when the rules have said
# what they know; `leftovers` works after the fields.
JUNK: tuple[RuleFilter, ...] = (
    hidden,
    containers,
    scripts,
    syndication,
    archives,
    metadata,
    readmore,
    publisher,
    duplicates,
    ads,
    sharing,
    comments,
    newsletter,
    consent,
    footer,
    navigation,
    tags,
    related,
    widgets,
    menus,
    stubs,
    links,
    outside,
    tagger,
)

__all__ = [
    "JUNK",
    "Repeated",
    "ads",
    "archives",
    "comments",
    "consent",
    "containers",
    "duplicates",
    "footer",
    "hidden",
    "leftovers",
    "links",
    "menus",
    "metadata",
    "navigation",
    "newsletter",
    "outside",
    "publisher",
    "readmore",
    "related",
    "scripts",
    "sharing",
    "stubs",
    "syndication",
    "tagger",
    "tags",
    "votes",
    "widgets",
]
