# Everything a developer needs: make setup, demo, test, quick, golden, bench, mutants, newest, samples, pictures, wheel, zipapp, lock.
# Needs python3 (3.11 or newer), make, and the package registry that pip is set up for.

SHELL := /bin/bash
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed
BENCH_STAMP := $(VENV)/.installed-bench
RELEASE_STAMP := $(VENV)/.installed-release
# The tests start many processes; without compiled files each of them compiles everything anew.
unexport PYTHONDONTWRITEBYTECODE
# pip trusts whom the machine trusts; uv asks for that, as behind the network of a school or municipality.
export UV_SYSTEM_CERTS := 1
SAMPLE ?= voorbeeldregio-2027-2028
# Where the demo puts its copy; a fresh folder unless you name one.
DEMO_FOLDER ?=

.PHONY: setup demo test types suite quick golden bench mutants newest samples pictures wheel zipapp lock

setup: $(STAMP)

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
		echo "sto-tui heeft Python 3.11 of nieuwer nodig; $(PYTHON) is te oud of ontbreekt. Probeer: make PYTHON=python3.12" >&2; \
		echo "sto-tui needs Python 3.11 or newer; $(PYTHON) is older or missing. Try: make PYTHON=python3.12" >&2; \
		exit 1; }
	$(PYTHON) -m venv $(VENV)

$(STAMP): requirements/dev.txt pyproject.toml | $(BIN)/python
	@echo "Installing the packages of sto-tui in $(VENV); this takes about half a minute the first time."
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/dev.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

$(BENCH_STAMP): requirements/bench.txt $(STAMP)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/bench.txt
	@touch $@

$(RELEASE_STAMP): requirements/release.txt $(STAMP)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/release.txt
	@touch $@

demo: $(STAMP)
	@folder="$(DEMO_FOLDER)"; [ -n "$$folder" ] || folder="$$(mktemp -d)"; \
	dossier="$$($(BIN)/sto voorbeeld $(SAMPLE) "$$folder")" || exit; \
	if [ -t 0 ] && [ -t 2 ]; then echo "$$dossier"; $(BIN)/sto open "$$dossier" && echo "Een eigen dossier begin je met: $(abspath $(BIN))/sto"; \
	else $(BIN)/sto concept "$$dossier"; fi

test: $(STAMP)
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/lint-imports
	@$(MAKE) --no-print-directory --jobs 2 types suite

# Beside each other: the first leaves a core free, the second waits for terminals.
types: $(STAMP)
	$(BIN)/mypy

suite: $(STAMP)
	$(BIN)/pytest

# The floors without a terminal, processes and the command line: to run at every change.
quick: $(STAMP)
	$(BIN)/pytest --dist loadfile -m "not terminal and not command and not slow"

# Writes what people read anew as text; read the difference before you commit it.
golden: $(STAMP)
	$(BIN)/pytest tests/texts --golden
	@git --no-pager diff --stat -- tests/golden || true

bench: $(BENCH_STAMP)
	$(BIN)/python -m benchmarks

# Small wrong edits, one at a time: which of them does no test notice? Takes a quarter of an hour.
# `make mutants MUTANTS="--floor documents --per-floor 40 --seed 7"`; which tests run which line is
# measured once; lines that moved since are found again, but after large changes add --measure-again.
MUTANTS ?= --measure-again
mutants: $(BENCH_STAMP)
	$(BIN)/python -m benchmarks.mutants $(MUTANTS)

# The suite against the newest releases, past the lock and the pins: what will change under us?
NEWEST := .venv-newest
newest: pyproject.toml requirements/dev.txt
	$(PYTHON) -m venv --clear $(NEWEST)
	sed -nE 's/^([A-Za-z0-9._-]+)==.*/\1/p' requirements/dev.txt > $(NEWEST)/names.txt
	$(NEWEST)/bin/python -m pip install --quiet --disable-pip-version-check --upgrade -r $(NEWEST)/names.txt
	$(NEWEST)/bin/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	$(NEWEST)/bin/python -m pip list --outdated
	$(NEWEST)/bin/pytest

samples: $(STAMP)
	for script in samples/make_*.py; do $(BIN)/python "$$script" || exit; done

# The pictures of README and manual. The page of the plan needs LibreOffice and pdftoppm; the rest needs nothing more.
pictures: $(STAMP)
	$(BIN)/python -m release.pictures

# What people install: dist/sto_tui-….whl, with samples, manual, manual page and completion.
wheel: $(STAMP)
	$(BIN)/python -m release.shared_files
	rm -f dist/*.whl
	$(BIN)/hatchling build -t wheel -d dist

# One file with all that it needs but Python, for a host without internet: dist/sto.pyz. Packages with compiled parts
# are of one system; modules of several versions of Python stand beside each other. For another system:
# `make zipapp SYSTEM=x86_64-pc-windows-msvc` (or aarch64-apple-darwin, aarch64-manylinux_2_28, ...).
SYSTEM := x86_64-manylinux_2_28
PYTHONS := 3.11 3.12 3.13 3.14
SITE := dist/site
zipapp: wheel $(RELEASE_STAMP)
	rm -rf $(SITE) && mkdir -p $(SITE)/all
	for version in $(PYTHONS); do \
		$(BIN)/uv pip install --quiet --target $(SITE)/one --python-version $$version --python-platform $(SYSTEM) \
			--only-binary :all: --require-hashes -r requirements/runtime.txt \
		&& cp -R $(SITE)/one/. $(SITE)/all && rm -rf $(SITE)/one || exit; \
	done
	$(BIN)/python -m zipfile -e dist/*.whl $(SITE)/all
	rm -rf $(SITE)/all/bin $(SITE)/all/*.data
	$(BIN)/python -m release.third_party $(SITE)/all
	SOURCE_DATE_EPOCH=$$(git log -1 --format=%ct) $(BIN)/shiv --site-packages $(SITE)/all --entry-point sto_tui.cli:run \
		--output-file dist/sto.pyz --python "/usr/bin/env python3" --root "~/.cache/sto-tui" --preamble release/too_old.py \
		--compressed --reproducible
	rm -rf $(SITE)
	@ls -l dist/sto.pyz

# The locks name versions and hashes only; where packages come from is the business of the machine's own pip settings.
# `make lock UPGRADE=--upgrade` takes newer versions.
COMPILE := $(BIN)/uv pip compile --quiet --universal --generate-hashes --python-version 3.11 --no-header --no-emit-index-url $(UPGRADE)
lock:
	@[ -x $(BIN)/uv ] || $(BIN)/python -m pip install --quiet --disable-pip-version-check uv
	$(COMPILE) pyproject.toml --group dev --output-file requirements/dev.txt
	$(COMPILE) pyproject.toml --group bench --constraints requirements/dev.txt --output-file requirements/bench.txt
	$(COMPILE) pyproject.toml --extra telefoons --constraints requirements/dev.txt --output-file requirements/runtime.txt
	$(COMPILE) --group release --constraints requirements/dev.txt --output-file requirements/release.txt
