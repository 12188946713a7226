"""What repeats on a site: how much of it is left for the filter to take when all others have worked, and what it costs.

The pages of each site are read twice: once to learn, once to clean them with what was learned of their own site. Words that the
filter took, after all others, are held against the gold.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from bench import data
from bench.forms import Form
from bench.scores import plain, words
from cleaner import Pipeline, SiteModel, preset, process
from cleaner.batch.learn import Learner, LearnOptions
from cleaner.filters import Repeated
from cleaner.sites import site_of

# `kept` counts the words left, `gold` those of the gold bodies. Of the words taken, `wrong` are lines of a gold body, `title` a
# gold title (of an entry, or in a list of the latest), `within` stand inside of a body's line; `right` are the others.
# `emptied` counts pages.
COLUMNS = ("pages", "kept", "gold", "taken", "right", "within", "title", "wrong", "emptied")


class Page(NamedTuple):
    """A page with its site, and its gold as lines of bodies and as titles."""

    name: str
    site: str
    html: str
    bodies: tuple[str, ...]
    titles: tuple[str, ...]


def pages(folder: Path) -> Iterator[Page]:
    """Yield the pages of all sets that tell a page's site: the repository that it is from, or the host."""
    for page in data.wcxb(folder / "wcxb-dev"):
        site = site_of(page.url)
        if site:
            yield Page(f"wcxb-dev/{page.name}", site, page.html, (page.gold["main_content"],), (page.gold["title"] or "",))
    for name in ("weak", "weak-articles"):
        for page in data.pages(folder / name):
            yield Page(f"{name}/{page.name}", page.gold["repo"], page.html, *_gold(page.gold))


def _gold(gold: dict[str, Any]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    records = gold.get("records", [gold])
    return tuple(r["body"] or "" for r in records), tuple(r["title"] or "" for r in records)


def run(
    found: Iterable[Page], form: Form, options: LearnOptions, preset_name: str
) -> tuple[dict[str, dict[str, float]], list[tuple[int, str, str, str]]]:
    """Return for each set the words kept and taken, and the blocks taken, the most words first: words, kind, site, text."""
    by_site: dict[str, list[Page]] = defaultdict(list)
    for page in found:
        by_site[page.site].append(page)
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    taken: Counter[tuple[str, str, str]] = Counter()
    for site in sorted(by_site):
        if len(by_site[site]) < options.min_pages:
            continue
        model = _learned(by_site[site], form, options, site)
        if site not in model.sites:
            continue
        pipeline = preset(preset_name).last(Repeated(model, site))
        for page in by_site[site]:
            _count(page, form, pipeline, counts[page.name.split("/")[0]], taken)
    table = {name: {column: float(counts[name][column]) for column in COLUMNS} for name in sorted(counts)}
    return table, [(n, *key) for key, n in taken.most_common()]


def _learned(of_site: list[Page], form: Form, options: LearnOptions, site: str) -> SiteModel:
    nothing = Pipeline([])
    with Learner(LearnOptions(options.min_pages, options.min_share, options.max_pages, site=site)) as learner:
        for page in of_site:
            learner.add(process(form.convert(page.html), content_type=form.content_type, pipeline=nothing).document)
        return learner.model()


def _count(page: Page, form: Form, pipeline: Pipeline, counts: Counter[str], taken: Counter[tuple[str, str, str]]) -> None:
    result = process(form.convert(page.html), content_type=form.content_type, pipeline=pipeline)
    body = plain("\n".join(page.bodies))
    lines = {plain(line) for text in page.bodies for line in text.split("\n")}
    titles = {plain(title) for title in page.titles}
    counts["pages"] += 1
    counts["kept"] += words(result.text).total()
    counts["gold"] += sum(words(text).total() for text in page.bodies)
    repeated = [removal for removal in result.removed if removal.label == "repeated-on-site"]
    counts["emptied"] += bool(repeated) and not result.text
    for removal in repeated:
        text, size = plain(removal.text), words(removal.text).total()
        kind = "wrong" if text in lines else "title" if text in titles else "within" if text in body else "right"
        counts["taken"] += size
        counts[kind] += size
        taken[kind, page.site, " ".join(removal.text.split())] += size
