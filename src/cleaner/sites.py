"""What repeats on the pages of a site: the model that `cleaner learn` writes, and which site a page is of."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any, Literal, get_args
from urllib.parse import urlsplit

from cleaner.errors import OptionError, SiteModelError
from cleaner.extras import needs

By = Literal["host", "domain"]
BY: tuple[By, ...] = get_args(By)
FORMAT = "cleaner site model"
VERSION = 1


def site_of(url: str | None, by: By = "host") -> str | None:
    """Return the site of an address: its host less `www.`, or the domain that is registered; `None` where it has no host.

    Raises `OptionError` for another `by`, `MissingExtraError` where the list of registries is not installed.

    >>> site_of("https://www.News.example.co.uk:8080/tea"), site_of("https://news.example.co.uk/", "domain")
    ('news.example.co.uk', 'example.co.uk')
    >>> site_of("pages/tea.html")
    """
    if by not in BY:
        raise OptionError(f"pages are of one site by {' or '.join(BY)}, not by {by!r}", option="by")
    try:
        host = (urlsplit(url or "").hostname or "").rstrip(".").removeprefix("www.")
    except ValueError:  # no address: 'https://[tea'
        return None
    return (_domain(host) if by == "domain" else host) or None


@lru_cache(maxsize=4096)
def _domain(host: str) -> str:
    """Return the registered domain; of a host that has none, such as a number, the host itself."""
    found = _registries().privatesuffix(host)
    return found if isinstance(found, str) else host


@lru_cache(maxsize=1)
def _registries() -> Any:
    with needs("batch"):
        from publicsuffixlist import PublicSuffixList
    return PublicSuffixList()


def even(text: str) -> str:
    """Return a block's text as it is compared: every run of white space as one space.

    >>> even(" Tea \\n with\\u00a0milk")
    'Tea with milk'
    """
    return " ".join(text.split())


@dataclass(frozen=True, slots=True)
class SiteModel:
    """For each site the blocks that repeat, each with the share of the site's pages (over 0, at most 1) that have it.

    >>> model = SiteModel({"example.com": {"All rights of the tea pot reserved.": 1.0}})
    >>> model.blocks(model.site_of("https://www.example.com/tea"))
    {'All rights of the tea pot reserved.': 1.0}
    >>> model.blocks("example.org")
    {}
    """

    sites: Mapping[str, Mapping[str, float]] = field(default_factory=dict)
    by: By = "host"

    def site_of(self, url: str | None) -> str | None:
        """Return which site an address is of, as this model tells sites apart."""
        return site_of(url, self.by)

    def blocks(self, site: str | None) -> Mapping[str, float]:
        """Return the blocks of a site, nothing for a site that the model does not know."""
        return self.sites.get(site, {}) if site is not None else {}

    @classmethod
    def load(cls, path: str | Path) -> SiteModel:
        """Return the model in a file that `cleaner learn` wrote. Raises `SiteModelError`."""
        try:
            return _from_data(json.loads(Path(path).read_text(encoding="utf-8")))
        except (OSError, ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
            reason = f"{error.args[0]!r} is missing" if isinstance(error, KeyError) else str(error)
            raise SiteModelError(f"{path} is no site model: {reason}", path=str(path)) from error


def _from_data(data: dict[str, Any]) -> SiteModel:
    if (data["format"], data["version"]) != (FORMAT, VERSION):
        raise ValueError(f"{data['format']!r}, version {data['version']!r}, cannot be read here")
    if data["by"] not in BY:
        raise ValueError(f"sites by {data['by']!r}")
    sites = {_text(site): {_text(b["text"]): _share(b["share"]) for b in each["blocks"]} for site, each in data["sites"].items()}
    return SiteModel(sites, data["by"])


def _text(value: object) -> str:
    if not isinstance(value, str) or not value.strip():
        raise ValueError(f"a site or block is some text, not {value!r:.80}")
    return even(value)


def _share(value: object) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0.0 < value <= 1.0:
        raise ValueError(f"a share lies over 0, and is at most 1: {value!r:.80}")
    return float(value)
