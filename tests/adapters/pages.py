"""Documents for the tests of adapters: an article, two articles, junk, what no parser reads. All made up."""

from __future__ import annotations

ONE = """<html lang=en><title>Harbour Clock Runs Backwards - Sallow Post</title><nav><a href=/>Home</a> <a href=/a>News</a></nav>
<article><h1>Harbour Clock Runs Backwards</h1><p class=byline>By Maud Tallis</p><time datetime=2024-02-09>February 9, 2024</time>
<p>The clock over the harbour office has been running backwards since Tuesday, and the ferry captain has begun to set his
watch by it because it is the only one in town that does not stop when it rains.</p>
<p>The mayor says that a repair would cost more than the ferry earns in a year, and that nobody has missed a train so far.</p>
</article><div class=share><a href=/f>Share</a> <a href=/t>Tweet</a></div><footer>Copyright 2024 Sallow Post</footer></html>"""

TWO = """Skip to content

Bakery Opens a Reading Room

By Ugo Brand | March 3, 2024

The bakery on Mill Lane has put forty chairs and a shelf of novels into its back room, where people may read for as long
as they like if they buy one roll an hour, said the owner, who wrote two of the novels herself.

Source: Sallow Post, March 3, 2024

Share this article

Goats Mow the Railway Bank

By Ida Roe | March 4, 2024

Eleven goats have taken over the mowing of the railway bank from the town's only tractor, which has been waiting for a
spare part since the autumn, and the stationmaster says that the trains have never been watched so closely.

Source: Sallow Post, March 4, 2024

Share this article
"""

JUNK = "Share\nTweet\nPin it\n"

BROKEN = '<?xml version="1.0"?><rss version="2.0"><channel><title>Sallow Post</title></channel></rss>'
