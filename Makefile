# Everything a newcomer needs: `make demo`, `make test`. Python 3.11 or newer and make are enough.
# uv is used where it is on PATH, else pip; both install only what requirements/*.txt names, by hash.

SHELL := /bin/bash
.DEFAULT_GOAL := help

VENV ?= .venv
PY := $(VENV)/bin/python
# One more than cores that most machines have at least: tests that wait for a browser or a server leave a core free.
WORKERS ?= 3

.PHONY: help demo test laws check format serve evaluate-noticing bench evaluate requirements test-all-pythons clean

help:  ## list these targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-18s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

# One stamp per set of requirements; each is remade when what it was made from changes.
$(VENV)/.run: requirements/run.txt pyproject.toml tools/install.sh
	@tools/install.sh $(VENV) requirements/run.txt
	@touch $@

$(VENV)/.dev: requirements/dev.txt pyproject.toml tools/install.sh
	@tools/install.sh $(VENV) requirements/dev.txt
	@touch $@ $(VENV)/.run

$(VENV)/.bench: requirements/bench.txt pyproject.toml tools/install.sh
	@tools/install.sh $(VENV) requirements/bench.txt
	@touch $@ $(VENV)/.run $(VENV)/.dev

demo: $(VENV)/.run  ## review a small real journal, from import to verdict
	@$(PY) examples/demo.py

test: $(VENV)/.dev  ## run the whole suite and say what was skipped and why
	@TMPDIR=$$(tools/quick_folder.sh) $(PY) -m pytest -n $(WORKERS) --dist worksteal -rs

# The ten laws and the contract of every criterion, with shrinking and fresh draws: EXAMPLES for each test.
EXAMPLES ?= 1000
LAWS ?= tests/laws tests/review/test_criteria_contract.py
laws: $(VENV)/.dev  ## hold reviews to the ten laws, EXAMPLES=1000 drawn for each test (LAWS=FILE for one law)
	@HYPOTHESIS_PROFILE=nightly HYPOTHESIS_EXAMPLES=$(EXAMPLES) nice $(PY) -m pytest $(LAWS) -v --durations=0 --durations-min=1

check: $(VENV)/.dev  ## lint, format, types and the rules between rooms
	$(VENV)/bin/ruff check .
	$(VENV)/bin/ruff format --check .
	$(VENV)/bin/mypy
	$(VENV)/bin/lint-imports --no-logo

format: $(VENV)/.dev  ## lay the code out as `make check` wants it
	$(VENV)/bin/ruff check --fix .
	$(VENV)/bin/ruff format .

serve: $(VENV)/.run  ## open the web app with the demo journal, as it was on a day in July 2021
	@test -d .demo/journal || $(PY) examples/demo.py >/dev/null
	@$(PY) -m longgame --journal .demo/journal serve --on 2021-07-22

evaluate-noticing: $(VENV)/.dev  ## how well thoughts and cues of harm are recognised, per class
	@$(PY) tools/noticing_weights.py --check
	@$(PY) -m benchmarks noticing

bench: $(VENV)/.bench  ## measure every figure that README and docs claim
	@$(PY) -m benchmarks

LOGS ?= examples/recordings
evaluate: $(VENV)/.bench  ## how well progress is told, on the logs in LOGS=FOLDER and on simulated athletes
	@$(PY) -m benchmarks.evaluate $(LOGS)

test-all-pythons:  ## run the suite on each Python from 3.11 on that is found here
	@tools/test_all_pythons.sh

requirements:  ## compile requirements/*.txt anew from pyproject.toml (needs uv)
	@tools/compile_requirements.sh

clean:  ## remove the environments and caches
	rm -rf $(VENV) .env-3.* .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache
