# Each target sets up what it needs by itself: a .venv in this folder, see tools/setup.

BIN := .venv/bin

.PHONY: help setup run test nightly check bench pictures translations

help:  ## show this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "make %-14s%s\n", $$1, $$2}' $(MAKEFILE_LIST)

setup:
	@tools/setup

run: setup  ## open the window; ARGS=xor opens a preset or a file
	@if [ "$$(uname)" != Linux ] || [ -n "$$DISPLAY$$WAYLAND_DISPLAY$$QT_QPA_PLATFORM" ]; then \
		$(BIN)/playground $(ARGS); \
	else \
		echo "There is no display here, so the same experiment runs in the terminal."; \
		$(BIN)/playground train $(or $(ARGS),reference); \
	fi

test: setup  ## run the tests, without a display; ARGS="-k lanes" picks some
	QT_QPA_PLATFORM=offscreen $(BIN)/pytest -n auto --maxprocesses 8 --dist worksteal $(ARGS)

nightly: setup  ## the tests that try many cases, with many times more of them; FAULT_CASES=50 says how many
	QT_QPA_PLATFORM=offscreen FAULT_CASES=$(or $(FAULT_CASES),20) $(BIN)/pytest -m nightly --timeout 7200 $(ARGS)

check: setup  ## lint, formatting, types, import rules, translations
	$(BIN)/ruff check
	$(BIN)/python tools/qt_keywords.py
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python assets/translations/update.py --check

bench: setup  ## measure the speed; BENCH=... passes arguments
	$(BIN)/python -m benchmarks $(BENCH)

pictures: setup  ## take the README's pictures anew
	$(BIN)/python docs/make_curves.py
	$(BIN)/python docs/make_pictures.py

translations: setup  ## collect the strings to translate and compile the translations
	$(BIN)/python assets/translations/update.py
