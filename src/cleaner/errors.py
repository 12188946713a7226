"""Every exception that this library raises on purpose.

CleanerError
├── InputError                  what was handed in cannot be cleaned
│   ├── InputTypeError          no text, bytes, path or soup (also a TypeError)
│   ├── InputFileError          a path that cannot be read (also an OSError); `.path`
│   ├── BinaryInputError        not text at all: PDF, images, archives, ...
│   ├── UnsupportedContentError text of a kind that no parser here reads; `.content_type`
│   └── OptionError             an option's value makes no sense; `.option`
├── PipelineError               a pipeline cannot be built as asked; `.name`
├── FilterError                 a filter broke the protocol or raised; `.filter`
├── LexiconError                a phrase file cannot be used; `.path`
├── SiteModelError              a file is no site model; `.path`
├── RecordError                 a dictionary is no record; `.key`
├── BatchError                  a batch run cannot start, or cannot go on
└── MissingExtraError           a package is not installed (also an ImportError); `.extra` brings it
"""

from __future__ import annotations


class CleanerError(Exception):
    """The root: catch this to catch all of them. Keyword data become attributes and survive pickling."""

    def __init__(self, message: str, **data: str) -> None:
        super().__init__(message)
        self.__dict__.update(data)

    def __reduce__(self) -> tuple[object, ...]:
        return (_rebuild, (type(self), str(self), dict(self.__dict__)))


def _rebuild(kind: type[CleanerError], message: str, data: dict[str, str]) -> CleanerError:
    return kind(message, **data)


class InputError(CleanerError):
    """What was handed in cannot be cleaned."""


class InputTypeError(InputError, TypeError):
    """The source is neither text, bytes, a path nor a soup."""


class InputFileError(InputError, OSError):
    """The file at a path cannot be read."""

    path: str


class BinaryInputError(InputError):
    """The bytes are no text: a PDF, an image, an archive, an executable."""


class UnsupportedContentError(InputError):
    """The source is text, but of a kind that no parser here reads."""

    content_type: str


class OptionError(InputError, ValueError):
    """An option's value makes no sense."""

    option: str


class PipelineError(CleanerError, ValueError):
    """A pipeline cannot be built as asked."""

    name: str


class FilterError(CleanerError):
    """A filter raised, or yielded something that is no valid mark."""

    filter: str


class LexiconError(CleanerError, ValueError):
    """A phrase file cannot be used."""

    path: str


class SiteModelError(CleanerError, ValueError):
    """A file is no site model."""

    path: str


class RecordError(CleanerError, ValueError):
    """A dictionary is no record."""

    key: str


class BatchError(CleanerError):
    """A batch run cannot start, or cannot go on."""


class MissingExtraError(CleanerError, ImportError):
    """A package that only some tasks need is not installed; the extra brings it."""

    extra: str
