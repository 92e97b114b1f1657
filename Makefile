# Two commands do everything: `make run` and `make test`.
PYTHON ?= python3
BIN := .venv/bin
PORT ?= 8050
SCENARIOS := $(addsuffix .toml,$(sort $(basename $(wildcard data/scenarios/*.toml))))
CHECKED := model dash_app data notebooks tests

.PHONY: run test lint format types imports data basis uitvraag pytest browser libreoffice chromium bench golden notebook lock clean

run: .venv/.run  ## compute the shipped scenarios, print the key tables, start the app
	$(BIN)/dekking run $(SCENARIOS)
	$(BIN)/dekking serve --port $(PORT)

test: lint types imports data pytest  ## all checks

lint: .venv/.test
	$(BIN)/ruff check $(CHECKED)
	$(BIN)/ruff format --check $(CHECKED)

format: .venv/.test
	$(BIN)/ruff check --fix $(CHECKED)
	$(BIN)/ruff format $(CHECKED)

types: .venv/.test
	$(BIN)/mypy
	$(BIN)/mypy data/opbouw tests/reference

imports: .venv/.test
	$(BIN)/lint-imports

data: .venv/.test  ## the dataset is what its assumptions make of it, and reconciles
	$(BIN)/python data/opbouw/basis.py --controleer
	$(BIN)/python data/opbouw/uitvraag.py --controleer
	$(BIN)/dekking check > /dev/null

basis: .venv/.run  ## make the amounts of data/basis anew from data/opbouw/aannames.toml
	$(BIN)/python data/opbouw/basis.py

uitvraag: .venv/.run  ## make the fictitious round of data/uitvraag anew from data/opbouw/uitvraag.toml
	$(BIN)/python data/opbouw/uitvraag.py

pytest: .venv/.test libreoffice chromium  ## the tests, two at a time where there are two cores
	$(BIN)/python -m pytest -n auto --maxprocesses 4 --dist worksteal

browser: .venv/.test chromium  ## only those that use the app in a real Chromium; screenshots in tests/browser/schermen
	$(BIN)/python -m pytest tests/browser

libreoffice: .venv/.run  ## the spreadsheet program in which the tests recalculate workbooks
	@$(BIN)/python -c 'import sys; from model.io.excel.recalculate import office; sys.exit(office() is None)' || \
		$(call debian,libreoffice-calc-nogui,$(NO_LIBREOFFICE))

NO_LIBREOFFICE := The tests recalculate workbooks in LibreOffice, which was not found. Install it; on Debian or Ubuntu

chromium:  ## the browser in which the tests use the app
	@test -x "$${CHROMIUM:-/usr/bin/chromium}" || $(call debian,chromium,$(NO_CHROMIUM))

NO_CHROMIUM := The tests use the app in Chromium, which was not found. Install it; on Debian or Ubuntu

bench: .venv/.test chromium  ## print ratios; PART=app only those of the app
	PYTHONPATH=.:tests $(BIN)/python -m bench.measure $(PART)

golden: .venv/.test  ## write the expected results beside the scenarios anew
	PYTHONPATH=.:tests $(BIN)/python -m golden.expected

notebook: .venv/.notebook  ## open the notebook in JupyterLab, on this machine only
	cd notebooks && ../$(BIN)/jupyter lab --ip=127.0.0.1 verhaal.ipynb

lock: .venv/.test  ## resolve the dependencies anew
	$(BIN)/uv pip compile pyproject.toml --extra build $(LOCK) -o requirements.lock
	$(BIN)/uv pip compile pyproject.toml --extra build --extra test $(LOCK) -o requirements-test.lock
	$(BIN)/uv pip compile pyproject.toml --extra build --extra lab $(LOCK) -o requirements-notebook.lock

LOCK := --universal --python-version 3.11 --no-emit-index-url --no-header --no-annotate --generate-hashes --upgrade

.venv/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "Dekking needs Python 3.11 or later: make $(MAKECMDGOALS) PYTHON=python3.12"; exit 1; }
	@$(PYTHON) -c 'import ensurepip' 2> /dev/null || $(call debian,python3-venv,$(NO_VENV))
	$(PYTHON) -m venv .venv

NO_VENV := This Python has no venv. Install it; on Debian or Ubuntu

# $(call debian,package,sentence) installs a package of Debian or Ubuntu (venv is one there) where that can be done without a
# question, as root or where sudo asks for no password, with the lists of packages renewed where they are missing or old;
# elsewhere it says what to do.
APT := $$(test "$$(id -u)" = 0 || echo sudo -n) env DEBIAN_FRONTEND=noninteractive apt-get --yes --quiet
debian = { $(APT) --version > /dev/null 2>&1 && { $(APT) install --no-install-recommends $(1) 2> /dev/null || \
	{ $(APT) update && $(APT) install --no-install-recommends $(1); }; } || \
	{ echo "$(2): sudo apt-get install $(1)"; exit 1; }; }

.venv/.run: requirements.lock pyproject.toml | .venv/bin/python
	$(BIN)/python -m pip install --quiet --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation -e .
	touch $@

.venv/.test: requirements-test.lock .venv/.run
	$(BIN)/python -m pip install --quiet --require-hashes -r requirements-test.lock
	touch $@

.venv/.notebook: requirements-notebook.lock .venv/.run
	$(BIN)/python -m pip install --quiet --require-hashes -r requirements-notebook.lock
	touch $@

clean:
	rm -rf .venv .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
