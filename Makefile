# make            het onderzoek van de zorgtoeslag, met een rapport om te openen
# make test       alle controles en toetsen
# make test-spark Spark erbij installeren en toetsen (vraagt Java)
# make nacht      lang zoeken: het plan tegen de naieve lezing, 10.000 gevallen
# make bench      metingen
# make docs       de bladzijden die uit de toetsen komen opnieuw maken
# make vergrendel requirements.lock opnieuw maken
# make schoon     alles weg wat gemaakt is
#
# Nodig: make en Python 3.11 of nieuwer. De rest komt in .venv.

SHELL := /bin/sh
.DEFAULT_GOAL := onderzoek
.DELETE_ON_ERROR:
.PHONY: onderzoek test test-spark nacht opmaak bench docs vergrendel schoon venv

VENV  := .venv
BIN   := $(VENV)/bin
KLAAR := $(VENV)/.klaar

# De eerste die werkt en nieuw genoeg is. Zelf kiezen: make PYTHON=/pad/naar/python
ZOEK_PYTHON = for p in python3.11 python3.12 python3.13 python3.14 python3 python; do \
	"$$p" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1 \
	&& { echo "$$p"; break; }; done
PYTHON ?= $(shell $(ZOEK_PYTHON))

onderzoek: $(KLAAR)
	@mkdir -p build
	$(BIN)/wetsanalyse onderzoek rules/zorgtoeslag --rapport build/zorgtoeslag.html

test: $(KLAAR)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy --strict
	$(BIN)/python -m pytest -n auto

test-spark: $(KLAAR)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c requirements.lock -e '.[spark]' --no-build-isolation
	$(BIN)/python -m pytest -q tests/cli/test_vonk.py

nacht: $(KLAAR)
	WETSANALYSE_PROFIEL=nacht $(BIN)/python -m pytest -n auto tests/naief tests/run/kernel \
		tests/bevolking/test_draaien.py

opmaak: $(KLAAR)
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

bench: $(KLAAR)
	$(BIN)/python -m pytest benchmarks --benchmark-only

docs: $(KLAAR)
	WETSANALYSE_SCHRIJF_DOCS=1 $(BIN)/python -m pytest -q tests/docs/test_patronen.py \
		tests/docs/test_conformiteit.py tests/syntax/test_vergissingen.py

venv: $(KLAAR)

$(KLAAR): requirements.lock pyproject.toml
	@test -n "$(PYTHON)" || { echo "Python 3.11 of nieuwer is niet gevonden. Installeer die eerst."; exit 1; }
	@test -x $(BIN)/python || "$(PYTHON)" -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-build-isolation --no-deps -e .
	@touch $@

# Alleen nodig als een afhankelijkheid verandert. Het bestand noemt geen server.
vergrendel:
	@test -x $(BIN)/python || "$(PYTHON)" -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check 'pip-tools>=7.4'
	CUSTOM_COMPILE_COMMAND="make vergrendel" $(BIN)/python -m piptools compile pyproject.toml \
		--extra test --extra dev --extra bewijs --extra bevolking --extra duckdb --strip-extras --upgrade --resolver backtracking \
		--no-emit-index-url --no-emit-find-links --no-emit-trusted-host --no-emit-options \
		--output-file requirements.lock --quiet

schoon:
	rm -rf $(VENV) build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis .benchmarks
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
