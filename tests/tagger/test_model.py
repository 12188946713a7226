"""The network in numpy: the same as the one that is trained, and what it makes of pages with the weights that are shipped."""

from __future__ import annotations

import pickle
from collections.abc import Sequence
from dataclasses import replace
from importlib import resources
from threading import Thread
from typing import Any

import numpy as np
import pytest

from cleaner import process
from cleaner.document import Document
from cleaner.parse import parse_html, parse_text
from cleaner.tagger.features import features
from cleaner.tagger.model import DILATIONS, FIRST_WORDS, Model, Prediction, load, predict
from cleaner.tagger.parts import PARTS
from tests.helpers import JUNK_LINES, PAGE, PARAGRAPHS, paragraphs, web

LONG = "\n\n".join(f"{text} It was the {n}th day." for n in range(40) for text in PARAGRAPHS["en"])
PAGES: dict[str, Document] = {
    "text": parse_text(PAGE),
    "long": parse_text(LONG),
    "html": parse_html(web(f"<nav><a href=1>Home</a><a href=2>News</a></nav><main>{paragraphs(*PARAGRAPHS['en'])}</main>")),
    "junk": parse_html(web("".join(f"<div class='x y-{n}'>{line}</div>" for n, line in enumerate(JUNK_LINES)))),
    "one": parse_text("Tea"),
    "no word": parse_text("—"),
    "some without words": parse_html("<p>—<p>Tea<p>***<p>Cake<hr><p>|"),
    "many scripts": parse_text("\n".join(text for texts in PARAGRAPHS.values() for text in texts)),
}


def sound(found: Prediction, count: int) -> None:
    """Assert that a prediction holds probabilities for so many blocks."""
    assert found.content.shape == found.start.shape == (count,)
    assert found.part.shape == (count, len(PARTS))
    for each in found[:3]:
        assert np.isfinite(each).all()
        assert ((each >= 0) & (each <= 1)).all()
    assert found.part.sum(1) == pytest.approx(np.ones(count), abs=1e-4)


def test_parts_are_eight() -> None:
    assert len(set(PARTS)) == len(PARTS) == 8
    assert {"other", "body", "title", "byline", "date", "section", "caption", "notice"} == set(PARTS)


# Beside the network that is trained


def training(module: str) -> Any:
    """A module of the training, which not every installation can import."""
    return pytest.importorskip(f"training.{module}")


@pytest.fixture(scope="module")
def tagger() -> Any:
    """A network of random weights, with none of them at nought."""
    torch = pytest.importorskip("torch")
    torch.manual_seed(7)
    network = training("network").Tagger()
    with torch.no_grad():
        for name, weights in network.state_dict().items():
            if name not in ("mean", "scale"):
                weights.copy_(torch.randn_like(weights) * (0.3 if weights.dim() == 1 else weights[0].numel() ** -0.5))
        for table in (network.words, network.first, network.names):
            # Shipped as halves.
            table.weight.copy_(torch.randn_like(table.weight).half().float())
        network.mean.copy_(torch.rand_like(network.mean))
        network.scale.copy_(torch.rand_like(network.scale) + 0.5)
    return network.eval()


def rows(docs: Sequence[Document]) -> list[Any]:
    found = []
    for doc in docs:
        count = len(doc.blocks)
        labels = np.zeros(count, np.int64)
        numbers = labels.astype(np.float32)
        found.append(training("table").Row("news-dev", "x", "x", "en", "article", "html", features(doc), numbers, labels, labels, numbers, 0))
    return found


def trained(tagger: Any, docs: Sequence[Document]) -> list[Prediction]:
    """What the network makes of some pages at once."""
    torch = pytest.importorskip("torch")
    batch, _ = training("train").collate(rows(docs))
    with torch.no_grad():
        out = tagger(batch)
    content, start, part = torch.sigmoid(out[:, 0]), torch.sigmoid(out[:, 1]), torch.softmax(out[:, 2:], 1)
    return [Prediction(content[a:b].numpy(), start[a:b].numpy(), part[a:b].numpy()) for a, b in batch.starts]


def shipped(tagger: Any, calibration: Any = ((1.0, 0.0), (1.0, 0.0))) -> Model:
    return Model(training("export").arrays(tagger, calibration))


def close(one: Prediction, two: Prediction) -> bool:
    pairs = zip(one[:3], two[:3], strict=True)
    return all(a.shape == b.shape and np.allclose(a, b, atol=2e-4) for a, b in pairs)


@pytest.mark.parametrize("name", PAGES)
def test_both_networks_say_the_same(tagger: Any, name: str) -> None:
    doc = PAGES[name]
    found = shipped(tagger)(features(doc))
    sound(found, len(doc.blocks))
    (expected,) = trained(tagger, [doc])
    assert close(found, expected)


def test_pages_of_one_batch_do_not_see_each_other(tagger: Any) -> None:
    docs = list(PAGES.values())
    model = shipped(tagger)
    for doc, expected in zip(docs, trained(tagger, docs), strict=True):
        assert close(model(features(doc)), expected)


def test_a_block_sees_what_is_around_it_and_the_page(tagger: Any) -> None:
    model = shipped(tagger)
    for text in (LONG, LONG.replace("sledge", "boat", 1), f"{LONG}\n\nTea"):
        assert close(model(features(parse_text(text))), trained(tagger, [parse_text(text)])[0])
    one, two = (model(features(parse_text(text))).content for text in (LONG, f"{LONG}\n\nTea"))
    assert not np.allclose(one, two[:-1], atol=1e-6)


@pytest.mark.parametrize(("name", "slope", "intercept"), [("html", 2.0, -0.5), ("text", 0.5, 1.0)])
def test_the_calibration_of_html_or_of_flat_text_moves_the_content_alone(tagger: Any, name: str, slope: float, intercept: float) -> None:
    page = features(PAGES[name])
    plain, moved = shipped(tagger)(page), shipped(tagger, ((2.0, -0.5), (0.5, 1.0)))(page)
    logit = np.log(plain.content / (1 - plain.content))
    assert moved.content == pytest.approx(1 / (1 + np.exp(-(slope * logit + intercept))), abs=1e-4)
    assert np.array_equal(plain.start, moved.start)
    assert np.array_equal(plain.part, moved.part)


def test_scores_beyond_all_measure_are_still_probabilities(tagger: Any) -> None:
    weights = training("export").arrays(tagger)
    weights["heads.weight"] = weights["heads.weight"] * 1e4
    sound(Model(weights)(features(PAGES["text"])), len(PAGES["text"].blocks))


def test_the_networks_have_one_shape(tagger: Any) -> None:
    network = training("network")
    assert (network.DILATIONS, network.FIRST_WORDS) == (DILATIONS, FIRST_WORDS)
    assert tagger.heads.out_features == 2 + len(PARTS)


def test_without_folds_nothing_is_calibrated() -> None:
    pytest.importorskip("torch")
    assert training("evaluate").calibrate([]) == ((1.0, 0.0), (1.0, 0.0))


def test_written_weights_are_the_same_bytes_and_the_same_weights(tagger: Any, tmp_path: Any) -> None:
    export = training("export")
    for name in ("one.npz", "two.npz"):
        export.write(export.arrays(tagger, ((1.5, -0.25), (0.5, 1.0))), tmp_path / name)
    assert (tmp_path / "one.npz").read_bytes() == (tmp_path / "two.npz").read_bytes()
    with np.load(tmp_path / "one.npz", allow_pickle=False) as found:
        assert found["calibration"].tolist() == [[1.5, -0.25], [0.5, 1.0]]
        model = Model({name: found[name] for name in found.files})
    page = features(PAGES["html"])
    assert close(model(page), shipped(tagger, ((1.5, -0.25), (0.5, 1.0)))(page))

    export.recalibrate(tmp_path / "one.npz", ((2.0, 0.0), (2.0, 0.0)))
    with np.load(tmp_path / "one.npz", allow_pickle=False) as found:
        model = Model({name: found[name] for name in found.files})
    assert close(model(page), shipped(tagger, ((2.0, 0.0), (2.0, 0.0)))(page))


# With the weights that are shipped


weighted = pytest.mark.skipif(
    not resources.files("cleaner.tagger").joinpath("weights.npz").is_file(), reason="no weights are here yet"
)


@weighted
@pytest.mark.parametrize("name", PAGES)
def test_a_prediction_for_every_block(name: str) -> None:
    sound(predict(PAGES[name]), len(PAGES[name].blocks))


@weighted
@pytest.mark.parametrize(("language", "known"), [("en", True), ("de", True), (None, True), ("fi", False), ("zh", False)])
def test_words_of_languages_that_it_has_hardly_seen_do_not_matter(language: str | None, known: bool) -> None:
    def content(html: str) -> Any:
        doc = parse_html(html)
        doc.context = replace(doc.context, language=language)
        return predict(doc).content

    page = web(paragraphs("The goat was not asked.", "The calf was not asked, either."))
    other = page.replace("goat", "tram").replace("calf", "ship")
    assert np.array_equal(content(page), content(other)) is not known


@weighted
def test_a_page_is_predicted_once_and_always_alike() -> None:
    doc = parse_text(PAGE)
    assert predict(doc) is predict(doc)
    again = predict(parse_text(PAGE))
    assert all(np.array_equal(one, two) for one, two in zip(predict(doc)[:3], again[:3], strict=True))
    assert load() is load()


@weighted
def test_threads_share_the_model() -> None:
    expected = predict(parse_text(LONG))
    found: list[Prediction] = []
    threads = [Thread(target=lambda: found.append(predict(parse_text(LONG)))) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(found) == 8
    assert all(np.array_equal(each.content, expected.content) for each in found)


@weighted
def test_running_text_is_content_and_a_menu_is_none() -> None:
    menu = "<nav><ul>" + "".join(f"<li><a href=/{n}>{name}</a></li>" for n, name in enumerate(("Home", "News", "Log in"))) + "</ul></nav>"
    title = "No Key, No Ferry to Sallow Island"
    texts = LONG.split("\n\n")[:12]
    foot = "<footer>© 2023 Gazette. All rights reserved.</footer>"
    doc = parse_html(web(f"{menu}<article><h1>{title}</h1>{paragraphs(*texts)}</article>{foot}", f"<title>{title}</title>"))
    content = {block.text: float(p) for block, p in zip(doc.blocks, predict(doc).content, strict=True)}
    assert min(content[text] for text in texts) > 0.5
    assert max(content[line] for line in ("Home", "News", "Log in", "© 2023 Gazette. All rights reserved.")) < 0.5


@weighted
def test_the_default_pipeline_asks_the_tagger() -> None:
    result = process(PAGE)
    assert all(text in result.records[0].body for text in PARAGRAPHS["en"])
    back = pickle.loads(pickle.dumps(result))
    assert (back.records, back.text) == (result.records, result.text)


def test_a_document_without_blocks_needs_no_weights() -> None:
    sound(predict(parse_text("")), 0)
    sound(predict(parse_html("<title>x</title>")), 0)
