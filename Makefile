# The one entry: `make demo`, `make test`, `make check`. Needs Python 3.11+ with venv and pip, and make.

PYTHON ?= python3
VENV   ?= .venv
BIN    := $(VENV)/bin
# Stamps, so that a second `make` starts at once and one that was interrupted starts over.
READY   := $(VENV)/.ready
RUNTIME := $(VENV)/.installed
DEV     := $(VENV)/.installed-dev

.DEFAULT_GOAL := help
.PHONY: help demo test slow browser quality check format docs screenshots wheel clean

help: ## Say what there is to make
	@grep -E '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## (.*)/  make \1\t\2/' | expand -t 20

demo: $(RUNTIME) ## Load the sample newsroom and show it on http://127.0.0.1:8321
	@$(BIN)/onrecord demo $(ARGS)

test: $(DEV) ## Run the tests that need nothing but this checkout
	$(BIN)/python -m pytest $(ARGS)

slow: $(DEV) ## Run the tests that take long
	$(BIN)/python -m pytest -m slow $(ARGS)

browser: $(DEV) ## Drive Chromium against a running server
	$(BIN)/python -m pytest -m browser $(ARGS)

quality: $(DEV) ## Measure the statements found against the gold and hold the floors
	$(BIN)/python benchmarks/quality.py --check

check: $(DEV) ## Lint, format, types, arrows between the rooms, reference pages
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python docs/reference/write.py --check

format: $(DEV) ## Let ruff put the code in order
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

docs: $(DEV) ## Write the generated pages of docs/reference
	$(BIN)/python docs/reference/write.py

screenshots: $(DEV) ## Take the pictures of docs/screenshots (needs Chromium)
	$(BIN)/python docs/screenshots.py

wheel: $(DEV) ## Build the wheel into dist/
	$(BIN)/python -m pip wheel --quiet --no-deps --wheel-dir dist .

clean: ## Remove what this Makefile made
	rm -rf $(VENV) dist build

$(READY):
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --upgrade 'pip>=25.1' # the first that knows --group
	@touch $@

$(RUNTIME): pyproject.toml | $(READY)
	$(BIN)/python -m pip install --quiet -e .
	@touch $@

$(DEV): pyproject.toml | $(READY)
	$(BIN)/python -m pip install --quiet -e . --group dev
	@touch $@ $(RUNTIME)
