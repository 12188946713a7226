"""The built-in pipeline, and its presets."""

from __future__ import annotations

from functools import cache

from cleaner.errors import PipelineError
from cleaner.filter import OnFlatText, Pipeline

# How sure a rule must be for its removal to be carried out.
THRESHOLDS = {"precision": 0.3, "balanced": 0.5, "recall": 0.85, "rules": 0.5, "text": 0.5}
# Of the rules ahead of the tagger, those that the preset `text` has: the others need time, to tell records.
_FOR_TEXT = ("hidden", "containers", "scripts", "duplicates")
# Of these the tagger knows by itself where the markup says what stands where: word F1 on one page in three of WCXB, held out, is 0.8840
# as HTML without them and 0.8841 with; as flat text 0.8448 and 0.8501.
_FOR_FLAT_TEXT = ("ads", "sharing", "comments", "newsletter", "consent", "footer", "navigation")


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
        rules = [each if each.name in _FOR_TEXT else OnFlatText(each) for each in JUNK if each.name in _FOR_TEXT + _FOR_FLAT_TEXT]
        return Pipeline([Pipeline([*rules, votes], name="junk", threshold=threshold), leftovers], name=name, threshold=threshold)
    junk = Pipeline(JUNK, name="junk", threshold=threshold)
    fields = Pipeline(FIELDS, name="fields", threshold=threshold)
    whole = Pipeline([junk, fields, leftovers], name=name, threshold=threshold)
    return whole.without("tagger", "leftovers") if name == "rules" else whole
