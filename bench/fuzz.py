"""`python -m bench.fuzz --mutations N`: broken pages in, and nothing may come out but a result or an `InputError`.

Pages are cut, spliced, doubled in part, and strewn with tags and bytes. Of every result the ledger's segments must
partition the text. An input that breaks this, or takes over two seconds of CPU time, is saved to a file.
"""

from __future__ import annotations

import gzip
import random
import signal
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

import click

from cleaner import InputError, process

LIMIT = 2.0  # seconds of CPU time
_STOP = 10 * LIMIT
_MOST_FAULTS = 10
_SMALL = 60_000
_LARGEST = 200_000

_NEWS = """<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>No Key, No Ferry to Sallow Island | The Sallow Gazette</title>
<meta name="author" content="Maud Tallis">
<meta property="og:title" content="No Key, No Ferry to Sallow Island">
<meta property="article:published_time" content="2023-03-07T07:45:00Z">
<link rel="canonical" href="https://gazette.example/ferry">
<style>.headline { color: #123 }</style>
<script type="application/ld+json">{"@type": "NewsArticle", "headline": "No Key, No Ferry to Sallow Island"}</script>
</head>
<body class="single">
<a class="skip-link" href="#main">Skip to content</a>
<header role="banner"><a href="/">The Sallow Gazette</a>
<nav class="main-menu"><ul><li><a href="/news">News</a></li><li><a href="/harbour">Harbour</a></li></ul></nav></header>
<main id="main">
<article class="post">
<h1 class="headline">No Key, No Ferry to Sallow Island</h1>
<p class="byline">By <a rel="author" href="/tallis">Maud Tallis</a> |
<time datetime="2023-03-07">March 7, 2023</time></p>
<div class="share"><a href="/f">Facebook</a><a href="/t">Twitter</a></div>
<p>The ferry to Sallow Island did not sail on <b>Thursday</b> because nobody could find the key to the engine room.</p>
<figure><img src="ferry.jpg" alt="The ferry">
<figcaption>The ferry at night. <small>Photo: Ida Roe</small></figcaption></figure>
<p>Passengers waited in the old customs hall, where the owner of the kiosk sold them
<a href="/soup">soup</a> &amp; tea.</p>
<blockquote><p>&ldquo;We will break no door,&rdquo; the captain said.
&ldquo;It was painted only last week.&rdquo;</p></blockquote>
<h2>Tickets</h2>
<ul><li>Tickets of this week can be used until May.</li><li>They can be given back at the harbour.</li></ul>
<p class="note" hidden="">This line is not shown to anybody who reads the page.</p>
</article>
<section id="comments"><h3>2 Comments</h3><p>Leave a comment</p></section>
</main>
<aside><h3>Related articles</h3><ul><li><a href="/a">The Key Turns Up in a Soup Bowl</a></li></ul></aside>
<footer><p>&copy; 2023 The Sallow Gazette. All rights reserved.</p></footer>
<script>window.tea = function () { return "<p>no text</p>"; };</script>
</body>
</html>
"""

_BLOG = """<!DOCTYPE html>
<html lang="de">
<head><meta charset="utf-8"><title>Der Bote vom Lautertal</title></head>
<body>
<div id="page">
<div class="post"><h2><a href="/storch">Ein Storch sperrt die Brücke</a></h2>
<div class="meta"><span class="author">Ida Rohe</span><span class="date">7. März 2023</span></div>
<div class="entry">
<p>Die neue Brücke über die Lauter ist seit Montag gesperrt, weil ein Storch auf dem Geländer brütet.</p>
<p>Der Umweg ist vier Kilometer lang, aber die meisten Anwohner sagen, dass sie ihn gern fahren.</p>
<p><a class="more" href="/storch#more">Weiterlesen …</a></p></div></div>
<div class="post"><h2><a href="/muehle">Die Mühle dreht sich wieder</a></h2>
<div class="meta"><span class="author">Per Holm</span><span class="date">2. März 2023</span></div>
<div class="entry">
<p><span class="cap">N</span>ach dreißig Jahren mahlt die alte Mühle im Tal wieder Mehl, und der Bäcker backt damit.</p>
<p>Quelle: Lauterzeitung, 1. März 2023</p></div></div>
</div>
<div id="sidebar"><h3>Archiv</h3>
<ul><li><a href="/3">März 2023</a> (2)</li><li><a href="/2">Februar 2023</a> (5)</li></ul>
<form><input type="text" name="s"><button>Suchen</button></form></div>
</body>
</html>
"""

_MANUAL = """<!DOCTYPE html>
<html lang="en">
<head><meta charset="utf-8"><title>Brewing</title></head>
<body>
<article>
<h1>Brewing</h1>
<p>Water first, and only then the leaves. The table says how long each of them takes in the pot.</p>
<table class="times"><caption>Times</caption>
<thead><tr><th>Tea</th><th>Minutes</th></tr></thead>
<tbody><tr><td>Green</td><td>2</td></tr><tr><td>Black</td><td><b class="max">4</b></td></tr></tbody></table>
<dl><dt>Leaf</dt><dd>What is in the tin.</dd><dt>Pot</dt><dd>What it goes into.</dd></dl>
<pre><code class="py">def brew(leaf):
    <span class="k">return</span> pot(leaf,  minutes=2)

brew("green")
</code></pre>
<ol><li>Boil<ul><li>not for green tea</li><li>for black tea</li></ul></li><li>Wait<br>and wait</li></ol>
<table><tbody><tr><td><p>One cell</p><p>of two lines</p></td><td>and another</td></tr></tbody></table>
<details><summary>More</summary><div>Milk is a matter of taste.</div></details>
</article>
</body>
</html>
"""

_FAR = """<!DOCTYPE html>
<html lang="ja">
<head><meta charset="utf-8"><title>灯台が図書館になる</title></head>
<body>
<main><h1>灯台が図書館になる</h1>
<p class="date">2023年3月7日 <span class="by">文/李青石</span></p>
<p>海辺の町みなと台では、五十年前に閉まった灯台を図書館にする計画が進んでいて、町の人たちは毎週日曜日に集まって壁を塗り直している。</p>
<p dir="rtl" lang="ar">
أعلنت بلدية وادي الزهور يوم الأحد أنها ستعيد فتح السوق القديم بعد أن ظل مغلقا أكثر من عشر سنوات.</p>
<p lang="ru">
В посёлке Верхние Ключи в понедельник открыли новую пекарню, и теперь жителям не нужно ездить за хлебом.</p>
<p>来源：青石日报</p></main>
</body>
</html>
"""

_SHELL = """<!DOCTYPE html>
<html lang="en">
<head><meta charset="utf-8"><title>A Kiosk Under the Ice | The Sallow Gazette</title></head>
<body><div id="app">Loading ...</div>
<script>window.app = 'gazette'; // it's drawn from what follows
window.state = {"user":null,"story":{"id":41,"by":"Maud Tallis","text":"\\u003cp\\u003eThe owner of the kiosk at the harbour says that he sold soup all winter, although the ice had reached the roof and nobody came.\\u003c/p\\u003e\\u003ch2\\u003eSoup\\u003c/h2\\u003e\\u003cp\\u003eIt was \\"the best of the year\\", he said, and he showed us the ladle that he had carved from a piece of driftwood in January.\\u003c/p\\u003e\\u003cp\\u003eIn spring he means to open a second kiosk, on the other side of the sound, where the ferry is said to land some day, if only somebody finds the key to it in time for the season.\\u003c/p\\u003e"}};</script>
</body>
</html>
"""

_LOOSE = """<HTML><HEAD><TITLE>Tea Times</TITLE></HEAD>
<BODY BGCOLOR=white>
<CENTER><FONT SIZE=5><B>Tea Times</B></FONT></CENTER>
<TABLE WIDTH=100% BORDER=0><TR><TD VALIGN=top NOWRAP>
<A HREF=index.html>Home</A><BR><A HREF=news.html>News</A><BR><A HREF=mail.html>Mail</A>
<TD>
<H2>The Ferry Stays in Port</H2>
By Maud Tallis, March 7, 2023
<P>Nobody could find the key to the engine room, and the captain would not break the door of his ship.
<P>The owner of the kiosk sold soup to all who had to wait, and told them of the winter of the great ice.
<UL><LI>Tickets stay valid<LI>Or can be given back</UL>
<HR>
<P>Source: Sallow Gazette, March 6, 2023
</TABLE>
</BODY></HTML>
"""

# Well-formed pages, which all parsers read alike, and one as it was written in 1998.
PAGES = (_NEWS, _BLOG, _MANUAL, _FAR, _SHELL)
LOOSE = _LOOSE

_TAGS = (
    "<p>", "</p>", "<div>", "</div>", "<table>", "</table>", "<tr>", "<td>", "</td>", "<ul>", "<li>", "</li>",
    "<pre>", "</pre>", "<b>", "</b>", "<a href=x>", "</a>", "<span class=a>", "</span>", "<br>", "<hr>", "<h1>",
    "</h1>", "<h2 hidden>", "<article>", "<script>", "</script>", "<style>", "</style>", "<template>", "</template>",
    "<svg>", "</svg>", "<math>", "<title>", "</title>", "<textarea>", "<select>", "<option>", "<form>", "<iframe>",
    "<noscript>", "<plaintext>", "<!--", "-->", "<![CDATA[", "]]>", "<meta charset=koi8-r>", "<meta charset=utf-16>",
    "<?xml ", "<html lang=de>", "<body>", "</html>", "<frameset>", "<script type=application/ld+json>",
    "<time datetime=2023-03-07>", "<x-y>", "</x-y>", "&shy;", "&nbsp;", "&#0;", "&#x", "&lt;p",
    "<p style='display:none'>", "<div role=navigation aria-hidden=true>", "<p ", "='", '"', ">", "<", "\r\n", "\r",
    "\n\n", "\t",
)  # fmt: skip
_BYTES = (
    b"\0", b"\xff", b"\xfe\xff", b"\xef\xbb\xbf", b"\xc3", b"\xed\xa0\x80", b"\xe2\x80\xa8", b"\xc2\xad", b"\xc2\x85",
    b"\x0b", b"\x0c", b"\x1b$B", b"\x1c", b"\x7f", b"\xf0\x9f\x8d", b"\xe2\x80\x8b", b"\xa0",
)  # fmt: skip

Mutator = Callable[[bytes, random.Random, Sequence[bytes]], bytes]


def _slice(data: bytes, rng: random.Random) -> tuple[int, int]:
    start = rng.randrange(len(data) + 1)
    return start, min(len(data), start + int(rng.paretovariate(0.7)))


def cut(data: bytes, rng: random.Random, _others: Sequence[bytes]) -> bytes:
    """Drop the end, or the start."""
    at = rng.randrange(len(data) + 1)
    return data[:at] if rng.random() < 0.7 else data[at:]


def splice(data: bytes, rng: random.Random, others: Sequence[bytes]) -> bytes:
    """Put a part of another page into this one."""
    other = rng.choice(others)
    start, end = sorted((rng.randrange(len(other) + 1), rng.randrange(len(other) + 1)))
    at = rng.randrange(len(data) + 1)
    return data[:at] + other[start:end] + data[at:]


def repeat(data: bytes, rng: random.Random, _others: Sequence[bytes]) -> bytes:
    """Say a part twice, or many times."""
    start, end = _slice(data, rng)
    return data[:end] + data[start:end] * rng.choice((1, 1, 2, 10, 300)) + data[end:]


def delete(data: bytes, rng: random.Random, _others: Sequence[bytes]) -> bytes:
    """Leave a part out."""
    start, end = _slice(data, rng)
    return data[:start] + data[end:]


def flip(data: bytes, rng: random.Random, _others: Sequence[bytes]) -> bytes:
    """Change some bytes."""
    changed = bytearray(data)
    for _ in range(min(len(data), rng.choice((1, 2, 5, 50)))):
        changed[rng.randrange(len(changed))] = (
            rng.randrange(256) if rng.random() < 0.3 else rng.choice(b"<>/\"'=&; \n-!a")
        )
    return bytes(changed)


def tags(data: bytes, rng: random.Random, _others: Sequence[bytes]) -> bytes:
    """Strew some tags, or one many times."""
    for _ in range(rng.choice((1, 2, 5, 20))):
        at = rng.randrange(len(data) + 1)
        data = data[:at] + rng.choice(_TAGS).encode() * rng.choice((1, 1, 1, 2, 400)) + data[at:]
    return data


def odd(data: bytes, rng: random.Random, _others: Sequence[bytes]) -> bytes:
    """Strew some bytes that no page should hold."""
    for _ in range(rng.choice((1, 2, 5, 20))):
        at = rng.randrange(len(data) + 1)
        data = data[:at] + rng.choice((*_BYTES, rng.randbytes(4))) + data[at:]
    return data


def swap(data: bytes, rng: random.Random, _others: Sequence[bytes]) -> bytes:
    """Let two parts change places."""
    a, b, c, d = sorted(rng.randrange(len(data) + 1) for _ in range(4))
    return data[:a] + data[c:d] + data[b:c] + data[a:b] + data[d:]


def recode(data: bytes, rng: random.Random, _others: Sequence[bytes]) -> bytes:
    """Write it in another encoding."""
    codec = rng.choice(("utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252", "cp1251", "shift_jis", "gbk", "utf-7"))
    return data.decode("utf-8", "replace").encode(codec, "replace")


MUTATORS: tuple[Mutator, ...] = (cut, splice, repeat, delete, flip, tags, tags, odd, swap, recode)


def mutants(pages: Sequence[bytes], count: int, seed: int) -> Iterator[bytes]:
    """Yield as many mutants of the pages; the same for the same seed."""
    for number in range(count):
        rng = random.Random(f"{seed}/{number}")
        data = rng.choice(pages)
        for _ in range(rng.choice((1, 1, 2, 3, 5))):
            data = rng.choice(MUTATORS)(data, rng, pages)[:_LARGEST]
        yield data


def small_pages(folder: Path, every: int = 1) -> list[bytes]:
    """Return every Nth of the small pages of WCXB."""
    found = (gzip.decompress(path.read_bytes()) for path in sorted((folder / "html").glob("*.html.gz"))[::every])
    return [data for data in found if len(data) < _SMALL]


def fault(data: bytes, content_type: str | None = None) -> str | None:
    """Return what is wrong with what becomes of an input; `None` where nothing is."""
    try:
        result = process(data, content_type=content_type)
    except InputError:  # refused; the other errors of the library mean that a filter broke
        return None
    except Exception as error:
        return f"{type(error).__name__}: {error}"
    edges = [(segment.start, segment.end) for segment in result.ledger]
    whole = not edges or (edges[0][0] == 0 and all(above[1] == below[0] for above, below in pairwise(edges)))
    if not whole or (edges[-1][1] if edges else 0) != len(result.document.text) or any(a >= b for a, b in edges):
        return "the segments are no partition of the text"
    return None


class Slowest(NamedTuple):
    """The CPU seconds, the number and the data of the slowest input so far."""

    seconds: float = 0.0
    number: int = -1
    data: bytes = b""


@click.command()
@click.option("--mutations", type=click.IntRange(1), default=1000, show_default=True, help="How many inputs.")
@click.option("--seed", default=0, show_default=True, help="Another seed gives other inputs.")
@click.option(
    "--data", "folder", type=click.Path(path_type=Path), help="WCXB, for its small pages beside the own ones."
)
@click.option(
    "--save",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path(".fuzz"),
    show_default=True,
    help="Where to save what breaks.",
)
def main(mutations: int, seed: int, folder: Path | None, save: Path) -> None:
    """Hand mutants of pages to `cleaner.process`; fail where one breaks it, or takes too long."""
    pages = [page.encode() for page in (*PAGES, LOOSE)]
    if folder is not None and folder.is_dir():
        pages += small_pages(folder, every=4)
    slowest, faults = Slowest(), 0
    for number, data in enumerate(mutants(pages, mutations, seed)):
        wrong, seconds = _timed(data, None if number % 2 else "text/html")
        slowest = max(slowest, Slowest(seconds, number, data))
        if number % 1000 == 999:
            click.echo(f"{number + 1} inputs, {faults} broken, the slowest took {slowest.seconds:.2f} s", err=True)
        if wrong is None:
            continue
        faults += 1
        click.echo(f"{_saved(save, data, f'fuzz-{seed}-{number}')}: {wrong}", err=True)
        if faults == _MOST_FAULTS:
            break
    click.echo(f"{number + 1} inputs of {len(pages)} pages, {faults} broken")
    click.echo(f"the slowest took {slowest.seconds:.2f} s: {_saved(save, slowest.data, 'fuzz-slowest')}")
    sys.exit(1 if faults else 0)


def _timed(data: bytes, content_type: str | None) -> tuple[str | None, float]:
    signal.signal(signal.SIGPROF, _stop)
    signal.setitimer(signal.ITIMER_PROF, _STOP)
    start = time.process_time()
    try:
        wrong = fault(data, content_type)
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
    seconds = time.process_time() - start
    if wrong is None and seconds > LIMIT:
        wrong = f"took {seconds:.1f} s"
    return wrong, seconds


def _stop(_signal: int, _frame: object) -> None:
    raise TimeoutError(f"stopped after {_STOP:.0f} s")


def _saved(folder: Path, data: bytes, name: str) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{name}.html"
    path.write_bytes(data)
    return path


if __name__ == "__main__":
    main()
