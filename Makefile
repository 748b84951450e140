# Two commands do everything: `make run` and `make test`. Both work from a fresh clone.
# All paths are relative, because make splits absolute ones at the spaces in them.

PYTHON ?= python3
VENV := .venv
ifeq ($(OS),Windows_NT)
PY := $(VENV)/Scripts/python.exe
else
PY := $(VENV)/bin/python
endif
LLM_VENV := .venv-llm
ifeq ($(OS),Windows_NT)
LLM_PY := $(LLM_VENV)/Scripts/python.exe
else
LLM_PY := $(LLM_VENV)/bin/python
endif
PIP := "$(PY)" -m pip --disable-pip-version-check -qq

.DEFAULT_GOAL := help
.PHONY: help run setup test test-llm lint types layers unit fuzz browsers widget pictures screenshots \
	bench bench-memory bench-left-out train constraints clean

help:
	@echo "make run          set up if needed, index the resume if needed, serve the chat"
	@echo "make test         set up if needed, then every check"
	@echo "make fuzz         the tests that draw their input, on other input at each run (minutes)"
	@echo "make test-llm     build a model's server (ten minutes) and ask a real, weak model"
	@echo "make bench        print figures: reading, retrieval, answers beside a tutorial's, speed, memory"
	@echo "make bench-memory ask 10,000 questions and print whether memory grows (minutes)"
	@echo "make bench-left-out  print what is owed to numbers chosen with the questions in sight (minutes)"
	@echo "make train        train the five small models anew (hours; minutes with a GPU)"
	@echo "make widget       put the parts of the widget together to the file that is served"
	@echo "make pictures     take the pictures on the widget's demo page anew"
	@echo "make screenshots  take the README's pictures anew"
	@echo "make setup        only the virtual environment with all pinned dependencies"
	@echo "make constraints  refresh constraints.txt to the newest versions that fit"
	@echo "make clean        remove the virtual environment and the built index"

run: $(VENV)/run.stamp
	@"$(PY)" -m ui.cli serve || [ $$? -eq 130 ] # 130: Ctrl+C, which is how it is ended

setup: $(VENV)/run.stamp $(VENV)/dev.stamp

test: lint types layers unit

lint: $(VENV)/dev.stamp
	@echo "== ruff: lint"
	@"$(PY)" -m ruff check
	@echo "== ruff: format"
	@"$(PY)" -m ruff format --check

types: $(VENV)/dev.stamp
	@echo "== mypy --strict"
	@"$(PY)" -m mypy

layers: $(VENV)/dev.stamp
	@echo "== import direction"
	@"$(PY)" -c "from importlinter.cli import lint_imports_command as check; check()"

unit: $(VENV)/dev.stamp browsers
	@echo "== pytest"
	@"$(PY)" -m pytest -n 2 --dist loadfile

fuzz: $(VENV)/dev.stamp
	@"$(PY)" -m pytest -m hypothesis --hypothesis-profile=default

browsers: $(VENV)/dev.stamp
	@"$(PY)" tools/browser_packages.py

widget: $(VENV)/dev.stamp
	@"$(PY)" tools/build_widget.py

pictures: $(VENV)/dev.stamp browsers
	@"$(PY)" tools/widget_pictures.py

screenshots: $(VENV)/dev.stamp browsers
	@"$(PY)" -m tools.screenshots

bench: $(VENV)/dev.stamp
	@"$(PY)" -m tests.benchmarks.fidelity
	@"$(PY)" -m tests.benchmarks.reading
	@"$(PY)" -m tests.benchmarks.retrieval
	@"$(PY)" -m tests.benchmarks.tutorial
	@"$(PY)" -m tests.benchmarks.speed
	@"$(PY)" -m tests.benchmarks.serving
	@"$(PY)" -m tests.benchmarks.http
	@"$(PY)" -m tests.benchmarks.model

test-llm: $(VENV)/dev.stamp $(LLM_VENV)/llm.stamp
	@"$(PY)" -m tests.llm.real_model

bench-memory: $(VENV)/dev.stamp
	@"$(PY)" -m tests.benchmarks.memory

bench-left-out: $(VENV)/dev.stamp
	@"$(PY)" -m tests.benchmarks.left_out

train: $(VENV)/dev.stamp
	@"$(PY)" -m assistant.training.lexicon
	@"$(PY)" -m assistant.training.tune
	@"$(PY)" -m assistant.training.intents
	@"$(PY)" -m assistant.training.judge
	@"$(PY)" -m assistant.training.answers
	@"$(PY)" -m assistant.training.choice

constraints:
	@"$(PYTHON)" tools/refresh_constraints.py

clean:
	@"$(PYTHON)" -c "import shutil; [shutil.rmtree(p, True) for p in ('$(VENV)', '$(LLM_VENV)', 'data/index')]"

# pip and setuptools come first, pinned too: the package is then built with them, not with
# whatever an isolated build would fetch.
$(VENV)/run.stamp: pyproject.toml constraints.txt
	@"$(PYTHON)" tools/make_venv.py "$(VENV)"
	@echo "Installing the pinned dependencies (a few minutes the first time)"
	@$(PIP) install -c constraints.txt pip setuptools
	@$(PIP) install -c constraints.txt --no-build-isolation -e .
	@"$(PY)" -c "open('$@', 'w').close()"

$(VENV)/dev.stamp: $(VENV)/run.stamp
	@echo "Installing the pinned tools for tests"
	@$(PIP) install -c constraints.txt --no-build-isolation -e ".[dev]"
	@"$(PY)" -c "open('$@', 'w').close()"

# llama-cpp-python comes as source and is compiled here, apart from the project's own environment.
$(LLM_VENV)/llm.stamp: tests/llm/requirements.txt
	@"$(PYTHON)" tools/make_venv.py "$(LLM_VENV)"
	@echo "Building the server of the model (about ten minutes the first time)"
	@"$(LLM_PY)" -m pip --disable-pip-version-check -qq install -r tests/llm/requirements.txt
	@"$(LLM_PY)" -c "open('$@', 'w').close()"
