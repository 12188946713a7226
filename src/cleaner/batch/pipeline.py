"""The pipeline of a batch as words, which every worker makes a pipeline of: filters need not survive pickling."""

from __future__ import annotations

import importlib
from dataclasses import dataclass

from cleaner.errors import PipelineError
from cleaner.filter import Filter, Pipeline
from cleaner.lexicon import Lexicon
from cleaner.presets import preset


@dataclass(frozen=True, slots=True)
class PipelineSpec:
    """A preset or an import path (`module:attribute`), filters to leave out, files of phrases, a site model."""

    preset: str = "balanced"
    custom: str | None = None
    without: tuple[str, ...] = ()
    lexicons: tuple[str, ...] = ()
    site_model: str | None = None

    def build(self) -> Pipeline:
        """Return the pipeline. Raises `PipelineError` and `LexiconError`.

        >>> PipelineSpec("rules", without=("sharing",)).build().name
        'rules'
        """
        pipeline = imported(self.custom) if self.custom else preset(self.preset)
        pipeline = pipeline.without(*self.without)
        return pipeline.with_lexicon(Lexicon.load(*self.lexicons)) if self.lexicons else pipeline


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
