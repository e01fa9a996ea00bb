# Each target makes its own virtual environment when there is none, or when what it is made from has changed.
#
#   make demo         evaluate and draw the sample case
#   make test         lint, then every test; installs a browser for them
#   make coverage     the same, with the branches that no test takes (two to three times as slow)
#   make lint         ruff, mypy and the layers
#   make format       put the code in shape
#   make docs         write anew what the documentation has from the program: tables, outputs, pictures, the schema
#   make bench        compare with other tools, as ratios
#   make conformance SOURCES=folder   check original Carneades 4 graphs against their own expectations
#   make clean        delete everything that can be made again

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --quiet --disable-pip-version-check install --constraint constraints.txt
CASE := graphs/doe-v-salesforce/san-francisco-2019.yaml
PICTURE := build/doe-v-salesforce
MARKDOWN = $(wildcard README.md docs/*.md docs/*/*.md)

.DEFAULT_GOAL := help
.PHONY: help demo test coverage lint tools format docs bench conformance clean
.DELETE_ON_ERROR:

help:
	@sed -n 's/^#   //p' Makefile

# The package with what it needs to run: enough for the demo.
$(VENV)/run: pyproject.toml constraints.txt
	@echo "making $(VENV) (about half a minute the first time) ..."
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@$(PIP) hatchling
	@$(PIP) --no-build-isolation --editable '.[dossier]'
	@touch $@

# The same with the tools of a developer.
$(VENV)/dev: $(VENV)/run
	@echo "adding the developer's tools ..."
	@$(PIP) --no-build-isolation --editable '.[dev]'
	@touch $@

demo: $(VENV)/run
	@mkdir -p build
	@$(BIN)/mapper evaluate $(CASE) --scenario demurrer-2019
	@$(BIN)/mapper diagram $(CASE) --scenario demurrer-2019 --view overview -o $(PICTURE).svg
	@$(BIN)/mapper diagram $(CASE) --scenario demurrer-2019 -o $(PICTURE).html
	@$(BIN)/mapper diagram $(CASE) --scenario demurrer-2019 --view dossier -o $(PICTURE).pdf
	@$(BIN)/mapper chart $(CASE) --scenario demurrer-2019 -o $(PICTURE).docx
	@echo
	@echo "the case at a glance:                   $(PICTURE).svg"
	@echo "the map, to look around in a browser:   $(PICTURE).html"
	@echo "everything on pages:                    $(PICTURE).pdf"
	@echo "what each element rests on, as a table: $(PICTURE).docx"

lint: $(VENV)/dev
	@$(BIN)/ruff check --quiet .
	@$(BIN)/ruff format --quiet --check . || { $(BIN)/ruff format --diff . ; echo "make format mends this"; exit 1; }
	@$(BIN)/mypy --no-error-summary
	@mkdir -p build
	@$(BIN)/lint-imports --no-logo --no-cache > build/layers.txt 2>&1 || { cat build/layers.txt; exit 1; }
	@echo "lint: ruff, mypy and the layers are content"

tools:
	@sh tests/tools.sh

# A file of tests stays on one process, so that what it shares (the installed wheel) is made once.
test: lint tools
	@$(BIN)/pytest --numprocesses=auto --dist=loadfile --quiet

# Watching every line makes the tests two to three times as slow.
coverage: lint tools
	@$(BIN)/pytest --numprocesses=auto --dist=loadfile --cov --cov-report=term --quiet

format: $(VENV)/dev
	@$(BIN)/ruff check --quiet --fix-only .
	@$(BIN)/ruff format .

docs: $(VENV)/dev
	@$(BIN)/python -m mapper.case.schema
	@$(BIN)/python -m cogapp -r $(MARKDOWN)
	@$(BIN)/python -m tests.pages
	@$(BIN)/python -m tests.pages

bench: $(VENV)/dev
	@$(BIN)/python -m benchmarks

conformance: $(VENV)/dev
	@test -n "$(SOURCES)" || { echo "say where the originals are: make conformance SOURCES=folder" >&2; exit 2; }
	@$(BIN)/python -m tests.conformance "$(SOURCES)"

clean:
	rm -rf $(VENV) build dist .coverage .hypothesis .mypy_cache .pytest_cache .ruff_cache
	find mapper tests benchmarks -name __pycache__ -prune -exec rm -rf {} +
