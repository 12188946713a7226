# `make demo` and `make test` work as the first command on a fresh clone: they need Python 3.11+ and make.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
ENGINES := .venv-engines
CLEANER_DATA ?= ../shared/data
CLEANER_SEEDS ?= ../shared/seeds
N ?= 50000
PEERS ?= trafilatura resiliparse newspaper4k readability justext
export CLEANER_DATA CLEANER_SEEDS

.PHONY: demo test test-pure test-engines lint bench bench-records bench-wcxb bench-news bench-batch bench-peers fuzz clean

# What setup.py compiles, where there is a C compiler.
COMPILED := $(shell sed -n 's/^    "\(src.*\.py\)",$$/\1/p' setup.py)

$(VENV)/installed: pyproject.toml setup.py $(COMPILED)
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --disable-pip-version-check -e '.[dev,bench]'
	touch $@

# Older versions of pip stumble over two packages that ask for the same extra of a third.
$(VENV)/peers: $(VENV)/installed
	$(BIN)/pip install --quiet --disable-pip-version-check --upgrade pip
	$(BIN)/pip install --quiet --disable-pip-version-check -e '.[peers]'
	touch $@

demo: $(VENV)/installed
	$(BIN)/cleaner clean --format markdown fixtures/en-republished-run/input.txt
	@echo '=== what was removed from it, and why ==='
	$(BIN)/cleaner explain fixtures/en-republished-run/input.txt

test: $(VENV)/installed lint
	$(BIN)/python -m pytest

# As on a machine without a C compiler: nothing compiled, and the docstrings of what else is.
test-pure: $(VENV)/installed
	rm -rf build/pure && mkdir -p build/pure && cp -r src build/pure && find build/pure -name '*.so' -delete
	PYTHONPATH=build/pure/src $(BIN)/python -m pytest tests/parse tests/test_fixtures.py tests/test_seeds.py tests/test_api*.py $(COMPILED:%=build/pure/%)

# PySpark, Ray, datasets, datatrove, Scrapy, LangChain: 1.5 GB, in an environment of their own.
$(ENGINES)/installed: pyproject.toml
	$(PYTHON) -m venv $(ENGINES)
	$(ENGINES)/bin/pip install --quiet --disable-pip-version-check -e '.[engines]'
	touch $@

test-engines: $(ENGINES)/installed
	@command -v java > /dev/null || echo 'There is no Java runtime (17 or later) in PATH: the tests of PySpark will not run.'
	$(ENGINES)/bin/python -m pytest tests/engines -rs

lint: $(VENV)/installed
	$(BIN)/ruff check .
	$(BIN)/mypy

bench: $(VENV)/installed
	$(BIN)/python -m bench speed

bench-records: $(VENV)/installed
	$(BIN)/python -m bench records --data $(CLEANER_DATA)/postindex-dev --as both --flatten all

bench-wcxb: $(VENV)/installed
	$(BIN)/python -m bench wcxb --data $(CLEANER_DATA)/wcxb-dev
	$(BIN)/python -m bench wcxb --data $(CLEANER_DATA)/wcxb-dev --as text

bench-news: $(VENV)/installed
	$(BIN)/python -m bench news --data $(CLEANER_DATA)/news-dev
	$(BIN)/python -m bench news --data $(CLEANER_DATA)/news-dev --as text

bench-batch: $(VENV)/installed
	$(BIN)/python -m bench batch --data $(CLEANER_DATA)/wcxb-dev --kill 10 --hostile --agreement

bench-peers: $(VENV)/peers
	for peer in $(PEERS); do \
		$(BIN)/python -m bench wcxb --data $(CLEANER_DATA)/wcxb-dev --peer $$peer --worst 0 || exit 1; \
		$(BIN)/python -m bench news --data $(CLEANER_DATA)/news-dev --peer $$peer --worst 0 || exit 1; \
	done

# Broken pages: nothing may be raised but what refuses an input, and none may take long.
fuzz: $(VENV)/installed
	$(BIN)/python -m bench.fuzz --mutations $(N) --data $(CLEANER_DATA)/wcxb-dev

clean:
	rm -rf $(VENV) $(ENGINES) .pytest_cache .mypy_cache .ruff_cache .hypothesis .fuzz
	find src -name '*.so' -delete
