# Each target sets up what it needs by itself: a .venv in this folder, see tools/setup.
# make test PYTHON=python3.13 VENV=.venv-3.13 tries another Python.

VENV ?= .venv
BIN := $(VENV)/bin
PYTHONS := python3.11 python3.12 python3.13 python3.14
export PYTHON VENV LOWEST
export PYTHONDONTWRITEBYTECODE :=# what one process has compiled, the next need not

.PHONY: help setup offscreen run test coverage nightly lowest versions check bench coach pictures translations

help:  ## show this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "make %-14s%s\n", $$1, $$2}' $(MAKEFILE_LIST)

setup:
	@tools/setup

offscreen:
	@tools/setup offscreen

run: setup  ## open the window; ARGS=spiral opens a preset or a file
	@if [ "$$(uname)" != Linux ] || [ -n "$$DISPLAY$$WAYLAND_DISPLAY$$QT_QPA_PLATFORM" ]; then \
		$(BIN)/playground $(ARGS); \
	else \
		echo "There is no display here, so the reference experiment runs in the terminal."; \
		$(BIN)/playground train $(or $(ARGS),reference); \
	fi

test: offscreen  ## run the tests, without a display; ARGS="-k lanes" picks some
	QT_QPA_PLATFORM=offscreen $(BIN)/pytest -n auto --maxprocesses 8 --dist worksteal $(ARGS)

coverage: offscreen  ## which lines and branches the tests run: a table, and htmlcov/index.html
	$(BIN)/python -m pip install -qq --disable-pip-version-check 'pytest-cov>=6'
	QT_QPA_PLATFORM=offscreen $(BIN)/pytest -n auto --maxprocesses 8 --dist worksteal --timeout 900 \
		--cov --cov-report=term:skip-covered --cov-report=html $(ARGS)

nightly: offscreen  ## the tests mixed, then what takes long, and those that try many cases with many times more; FAULT_CASES=50 says how many
	QT_QPA_PLATFORM=offscreen $(BIN)/pytest -p randomly -n auto --maxprocesses 8 --dist worksteal $(ARGS)
	QT_QPA_PLATFORM=offscreen FAULT_CASES=$(or $(FAULT_CASES),20) $(BIN)/pytest -m "nightly or hypothesis" --timeout 7200 $(ARGS)

lowest:  ## the tests with the oldest packages that pyproject.toml allows, in .venv-lowest
	@$(MAKE) --no-print-directory test VENV=.venv-lowest LOWEST=1

versions: lowest  ## the same, and the tests with each Python that there is
	@for python in $(PYTHONS); do \
		! $$python -c '' 2>/dev/null || \
			$(MAKE) --no-print-directory test PYTHON=$$python VENV=.venv-$${python#python} || exit 1; \
	done

check: offscreen  ## lint, formatting, types, import rules, translations
	$(BIN)/ruff check
	$(BIN)/python tools/qt_keywords.py
	$(BIN)/python tools/import_circles.py
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python assets/translations/update.py --check

bench: offscreen  ## measure the speed; BENCH=... passes arguments
	$(BIN)/python -m benchmarks $(BENCH)

coach: offscreen  ## judge the diagnosis by runs whose trouble is known; COACH="--verbose" names those it gets wrong
	$(BIN)/python -m benchmarks.coach $(COACH)

pictures: offscreen  ## take the README's pictures anew
	$(BIN)/python docs/make_curves.py
	$(BIN)/python docs/make_pictures.py

translations: offscreen  ## collect the strings to translate and compile the translations
	$(BIN)/python assets/translations/update.py
