# setup  everything the others need; a second run costs nothing    demo   sample data and a running application
# test   whole suite                                               check  format, lint, layers, deployment, lock files
# bench  speed on 100,000 petitions (BENCH_N)                      fmt    put the code into form    lock  new versions

SHELL := /bin/bash
PYTHON ?= $(shell command -v python3.11 || command -v python3)
BIN := .venv/bin
PORT ?= 8000
LOCK := $(BIN)/uv pip compile --quiet --upgrade --universal --generate-hashes --no-emit-index-url \
	--no-emit-find-links --python-version 3.11
# As it would run in production, with the keys of .env.
PRODUCTION := DEBUG=false DEMO=false HTTPS=true ALLOWED_HOSTS=tiepdan.example.vn SITE_URL=https://tiepdan.example.vn \
	EMAIL_URL=dummymail:// DEFAULT_FROM_EMAIL=tiepdan@example.vn DATABASE_URL= REDIS_URL=

.PHONY: setup demo test check bench fmt lock

setup:
	@$(PYTHON) scripts/cai_dat.py

demo: setup
	@PORT=$(PORT) exec $(BIN)/python -m scripts.demo

test: setup
	@$(BIN)/python scripts/kiem_thu.py

check: setup
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/djlint templates --lint --quiet
	$(BIN)/lint-imports --no-cache --no-logo
	$(PRODUCTION) $(BIN)/python manage.py check --deploy --fail-level WARNING
	$(BIN)/python manage.py makemigrations --check --dry-run
	$(BIN)/python scripts/no_addresses.py

bench: setup
	@$(BIN)/python scripts/bench.py

fmt: setup
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

lock:
	$(LOCK) requirements.in --output-file requirements.txt
	$(LOCK) requirements-dev.in --output-file requirements-dev.txt
	npm install --package-lock-only
	$(BIN)/python scripts/no_addresses.py
