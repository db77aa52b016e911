# run: the journal, demo: a sample, test: the checks, test-all: the long ones too, bench: ratios. Needs Python 3.11 or later and make.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
WORKERS ?= 4
PYENV_ROOT ?= $(HOME)/.pyenv

# Compiled once, also where the environment says otherwise: the tests start many programs, and pytest compiles them all.
export PYTHONDONTWRITEBYTECODE =

.PHONY: run demo test test-all test-here lint bench bench-large soak screenshots lock dist portable clean

run: $(VENV)/ready
	@$(BIN)/journal

demo: $(VENV)/ready
	@$(BIN)/journal demo

# Minutes: what is marked long is left out, and a sample of it is taken (tests/support/extent.py).
test: lint
	$(BIN)/pytest -n $(WORKERS) --dist worksteal -m "not long"

# Everything: every golden screen at every size, fifteen times the examples of Hypothesis, every crash state, a soak, and
# the suite on Python 3.12 and 3.13, where they are on PATH or kept by pyenv. Hours.
test-all: lint
	JOURNAL_TESTS=all $(BIN)/pytest -n $(WORKERS) --dist worksteal
	$(BIN)/python -m tests.soak --states 10000
	@for version in 3.12 3.13; do \
		found=; \
		for python in python$$version $(PYENV_ROOT)/versions/$$version.*/bin/python; do \
			if [ -z "$$found" ] && $$python -c "" 2>/dev/null; then found=$$python; fi; \
		done; \
		if [ -n "$$found" ]; then $(MAKE) PYTHON=$$found VENV=$(VENV)/$$version test-here || exit 1; \
		else echo "Python $$version is not here: not tested."; fi; \
	done

test-here: $(VENV)/ready
	$(BIN)/pytest -n $(WORKERS) --dist worksteal -m "not long"

lint: $(VENV)/ready
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

# Compared with SQLite, SQLCipher and TinyDB, on the disk of this directory: 10 to 15 minutes, at the end a table of gates.
bench: $(VENV)/bench
	$(BIN)/python -m tests.benchmarks

# With 365,000 entries, a hundred years, as well: about an hour, 3 GB of disk and memory.
bench-large: $(VENV)/bench
	$(BIN)/python -m tests.benchmarks 1000 36500 365000

# A million crash states, over all cores; an hour or more (docs/crash-states.md). To go on where it was ended: make soak SOAK="--first 42"
soak: $(VENV)/ready
	$(BIN)/python -m tests.soak $(SOAK)

screenshots: $(VENV)/ready
	UPDATE_GOLDEN=1 $(BIN)/pytest -q tests/demos -k plays

# The wheel and the sdist. Every build bears the same date, so that two builds have the same bytes.
dist: $(VENV)/ready
	rm -rf dist
	env -u SOURCE_DATE_EPOCH $(BIN)/python -m hatchling build --directory dist

# A folder for a USB drive, dist/portable/journal, for the system that it is built on.
portable: $(VENV)/portable
	$(BIN)/pyinstaller --noconfirm --log-level WARN --distpath dist/portable --workpath build/portable releasing/journal.spec

lock: $(VENV)/ready
	$(PYTHON) -m venv $(VENV)/lock && $(VENV)/lock/bin/pip install --quiet uv
	$(VENV)/lock/bin/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
		--no-header --extra share --group dev --output-file requirements.lock pyproject.toml
	$(VENV)/lock/bin/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
		--no-header --group bench --output-file requirements-bench.lock
	$(VENV)/lock/bin/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
		--no-header --group portable --constraint requirements.lock --output-file requirements-portable.lock
	@echo "Now: docs/dependencies.md, then $(BIN)/python -m releasing.sbom (tests/releasing says what is missing)."

$(VENV)/ready: requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "The journal needs Python 3.11 or later: make PYTHON=python3.12 …")'
	@echo "Setting up .venv (once) …"
	@$(PYTHON) -m venv $(VENV)
	@$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	@$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/bench: $(VENV)/ready requirements-bench.lock
	@$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements-bench.lock
	@touch $@

$(VENV)/portable: $(VENV)/ready requirements-portable.lock
	@$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements-portable.lock
	@touch $@

clean:
	rm -rf $(VENV) build dist .mypy_cache .ruff_cache .import_linter_cache .hypothesis
