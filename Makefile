# The project's front door. `make run` and `make test` need Python 3.11+, git and make, and a package registry to install from.
SHELL := /bin/bash
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
DATA ?= data
STAFF_PORT ?= 8000
PUBLIC_PORT ?= 8001

.PHONY: help run test check bench bench-linkage test-spark prove prove-short lock setup clean

help:  ## what can be done here
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

# The environment is made anew whenever the lock changes.
$(VENV)/.ready: requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Pentameter needs Python 3.11 or newer; set PYTHON=python3.11"; exit 2; }
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip --version >/dev/null 2>&1 || { echo "Python's venv module is incomplete: install python3-venv"; exit 2; }
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --no-deps -r requirements.uv.lock
	@VIRTUAL_ENV=$(VENV) $(BIN)/uv pip sync --quiet --require-hashes requirements.lock \
	  || $(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	@VIRTUAL_ENV=$(VENV) $(BIN)/uv pip install --quiet --no-deps --no-build-isolation --editable . \
	  || $(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

setup: $(VENV)/.ready  ## the virtual environment, from the lock

run: setup  ## the demo operation on both doors (DATA=folder STAFF_PORT=8000 PUBLIC_PORT=8001)
	@$(BIN)/pentameter run --demo --data $(DATA) --staff-port $(STAFF_PORT) --public-port $(PUBLIC_PORT)

test: setup  ## all tests, on SQLite and on a throw-away PostgreSQL, in a real browser
	@tools/chromium
	@$(BIN)/python -m pytest -n 2 --dist loadgroup
	@$(BIN)/python tests/on_postgres.py -n 2 --dist loadgroup

check: setup  ## style, types, architecture, migrations, docs
	@$(BIN)/ruff check --no-cache . && $(BIN)/ruff format --no-cache --check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports
	@$(BIN)/python -m django makemigrations --check --dry-run --settings pentameter.config.settings.testing
	@$(BIN)/pentameter docs --check

bench: setup  ## the figures that the documents quote
	@$(BIN)/python -m benchmarks

bench-linkage: setup  ## linkage against Splink's own baseline, on the labelled set
	@$(BIN)/python -m benchmarks linkage

test-spark: setup  ## linkage on Spark: installs pyspark beside the lock; needs Java 17
	@java -version 2>&1 | head -1
	@VIRTUAL_ENV=$(VENV) $(BIN)/uv pip install --quiet "pyspark>=4,<5"
	@$(BIN)/python -m pytest -n 0 tests/entities/linkage/test_spark.py

prove-short: setup  ## the short form of every proof, on SQLite: minutes; part of `make test`
	@$(BIN)/python -m pytest -m proof -n 2 --dist loadgroup

prove: setup  ## the full form of every proof, hours on two cores; what came of it is written to docs/assurance.md
	@$(BIN)/python -m proofs.assurance

lock:  ## make the lock anew from pyproject.toml
	@$(BIN)/uv pip compile --quiet --upgrade --generate-hashes --no-header --no-annotate --extra dev --python-version 3.11 pyproject.toml -o requirements.lock
	@grep -A40 '^uv==' requirements.lock | awk 'NR==1 || /^ /{print; next} {exit}' > requirements.uv.lock

clean:  ## remove what was made here, but not the data
	@rm -rf $(VENV) build dist .mypy_cache .ruff_cache .import_linter_cache .hypothesis
