# `make demo` and `make test` work as the first command on a fresh clone: they need Python 3.11+ and make.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
CLEANER_DATA ?= ../shared/data
CLEANER_SEEDS ?= ../shared/seeds
export CLEANER_DATA CLEANER_SEEDS

.PHONY: demo test lint bench bench-records clean

$(VENV)/installed: pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --disable-pip-version-check -e '.[dev,bench]'
	touch $@

demo: $(VENV)/installed
	$(BIN)/cleaner clean --format markdown fixtures/en-republished-run/input.txt
	@echo '=== what was removed from it, and why ==='
	$(BIN)/cleaner explain fixtures/en-republished-run/input.txt

test: $(VENV)/installed lint
	$(BIN)/python -m pytest

lint: $(VENV)/installed
	$(BIN)/ruff check .
	$(BIN)/mypy

bench: $(VENV)/installed
	$(BIN)/python -m bench speed

bench-records: $(VENV)/installed
	$(BIN)/python -m bench records --data $(CLEANER_DATA)/postindex-dev

clean:
	rm -rf $(VENV) .pytest_cache .mypy_cache .ruff_cache .hypothesis
