"""The built-in pipeline, and its presets."""

from __future__ import annotations

from functools import cache

from cleaner.errors import PipelineError
from cleaner.filter import Pipeline

# How sure a rule must be for its removal to be carried out.
THRESHOLDS = {"precision": 0.3, "balanced": 0.5, "recall": 0.85, "rules": 0.5, "text": 0.5}
# What names junk at little cost, ahead of the tagger; the others need time, to tell records.
_CHEAP = ("hidden", "containers", "scripts", "duplicates", "ads", "sharing", "comments", "newsletter", "consent", "footer", "navigation")


@cache
def preset(name: str = "balanced") -> Pipeline:
    """Return a built-in pipeline.

    `precision` keeps no junk, `recall` loses no text, `balanced` weighs both; `rules` is `balanced` without the learned
    tagger. `text` is for text alone: it makes no records and names fewer reasons, in half the time. Raises
    `PipelineError` for any other name.

    >>> preset("recall").threshold
    0.85
    """
    if name not in THRESHOLDS:
        raise PipelineError(f"no preset {name!r}; there are {', '.join(THRESHOLDS)}", name=str(name))
    # The rules compile a hundred patterns: `import cleaner` shall not wait for them.
    from cleaner.fields import FIELDS
    from cleaner.filters import JUNK, leftovers, votes

    threshold = THRESHOLDS[name]
    if name == "text":
        cheap = Pipeline([*(each for each in JUNK if each.name in _CHEAP), votes], name="junk", threshold=threshold)
        return Pipeline([cheap, leftovers], name=name, threshold=threshold)
    junk = Pipeline(JUNK, name="junk", threshold=threshold)
    fields = Pipeline(FIELDS, name="fields", threshold=threshold)
    whole = Pipeline([junk, fields, leftovers], name=name, threshold=threshold)
    return whole.without("tagger", "leftovers") if name == "rules" else whole
