"""Benches: how good and how fast. docs/bench.md explains the figures."""
