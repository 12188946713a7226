"""The pipeline of a batch as words, which every worker makes a pipeline of: filters need not survive pickling."""

from __future__ import annotations

import importlib
from dataclasses import dataclass

from cleaner.errors import PipelineError
from cleaner.filter import Filter, Pipeline
from cleaner.lexicon import Lexicon
from cleaner.presets import preset
from cleaner.sites import SiteModel


@dataclass(frozen=True, slots=True)
class PipelineSpec:
    """A preset or an import path (`module:attribute`), filters to leave out, files of phrases, a site model and the site of all pages."""

    preset: str = "balanced"
    custom: str | None = None
    without: tuple[str, ...] = ()
    lexicons: tuple[str, ...] = ()
    site_model: str | None = None
    site: str | None = None

    @property
    def files(self) -> tuple[str, ...]:
        """The files that it is made from."""
        return (*self.lexicons, self.site_model) if self.site_model else self.lexicons

    def build(self) -> Pipeline:
        """Return the pipeline. Raises `PipelineError`, `LexiconError` and `SiteModelError`.

        >>> PipelineSpec("rules", without=("sharing",)).build().name
        'rules'
        """
        pipeline = imported(self.custom) if self.custom else preset(self.preset)
        pipeline = pipeline.without(*self.without)
        if self.lexicons:
            pipeline = pipeline.with_lexicon(Lexicon.load(*self.lexicons))
        from cleaner.filters import Repeated  # with all rules, which take a while to load

        return pipeline.last(Repeated(SiteModel.load(self.site_model), self.site)) if self.site_model else pipeline


def imported(path: str) -> Pipeline:
    """Return the pipeline at `module:attribute`: a `Pipeline`, a filter, or a function without arguments that makes one.

    Raises `PipelineError` where there is none.

    >>> imported("cleaner.presets:preset").name
    'balanced'
    """
    module, _, attribute = path.partition(":")
    if not module or not attribute:
        raise PipelineError(f"{path!r} is not of the form module:attribute", name=path)
    try:
        found = getattr(importlib.import_module(module), attribute)
        made = found if isinstance(found, Filter) else found()
    except Exception as error:
        raise PipelineError(f"{path}: {type(error).__name__}: {error}", name=path) from error
    return made if isinstance(made, Pipeline) else Pipeline([made])
