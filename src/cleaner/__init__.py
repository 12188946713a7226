"""Clean article records out of messy web scrapes. See README.md for a tour, docs/ for the rest."""

from cleaner.api import Candidate, Removal, Result, clean, clean_text, process
from cleaner.document import Block, Document, Mark
from cleaner.errors import (
    BatchError,
    BinaryInputError,
    CleanerError,
    FilterError,
    InputError,
    InputFileError,
    InputTypeError,
    LexiconError,
    MissingExtraError,
    OptionError,
    PipelineError,
    RecordError,
    SiteModelError,
    UnsupportedContentError,
)
from cleaner.filter import Filter, Pipeline, rule
from cleaner.ledger import Ledger, Segment
from cleaner.lexicon import Lexicon
from cleaner.markup import Element, Inline, Markup
from cleaner.presets import preset
from cleaner.record import Author, Caption, Credit, Record, Source, Syndication, json_schema
from cleaner.sites import SiteModel

__version__ = "0.1.0"

__all__ = [
    "Author",
    "BatchError",
    "BinaryInputError",
    "Block",
    "Candidate",
    "Caption",
    "CleanerError",
    "Credit",
    "Document",
    "Element",
    "Filter",
    "FilterError",
    "Inline",
    "InputError",
    "InputFileError",
    "InputTypeError",
    "Ledger",
    "Lexicon",
    "LexiconError",
    "Mark",
    "Markup",
    "MissingExtraError",
    "OptionError",
    "Pipeline",
    "PipelineError",
    "Record",
    "RecordError",
    "Removal",
    "Result",
    "Segment",
    "SiteModel",
    "SiteModelError",
    "Source",
    "Syndication",
    "UnsupportedContentError",
    "__version__",
    "clean",
    "clean_text",
    "json_schema",
    "preset",
    "process",
    "rule",
]
