"""Training of the block tagger. docs/tagger.md tells how."""
