"""The learned block tagger: features, network, weights. See docs/tagger.md."""
