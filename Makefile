# The commands of every day. Each sets up what it needs, on a fresh machine too.
.PHONY: run test check strings screenshots clean

VENV := .venv
PYTHON := python3
UV := uv==0.13.9
READY := $(VENV)/.ready

# The portal on embedded defaults: public app, relay and intake. Ctrl-C stops it.
run: $(READY)
	@$(VENV)/bin/portal run

# Everything: checkers and browsers are installed first where they are missing.
test: $(READY)
	@tests/tools/install
	$(VENV)/bin/pytest $(ARGUMENTS)

# Format, lint, types, import contracts, stale catalogues.
check: $(READY)
	$(VENV)/bin/ruff format --check .
	$(VENV)/bin/ruff check .
	$(VENV)/bin/mypy
	$(VENV)/bin/lint-imports

# After changing words: bring the template and every catalogue up to date.
strings: $(READY)
	$(VENV)/bin/python translations/update

# The pictures in docs/, from a real browser.
screenshots: $(READY)
	@tests/tools/install
	$(VENV)/bin/python tests/tools/screenshots

clean:
	rm -rf $(VENV) build dist

$(READY): pyproject.toml uv.lock
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo 'Python 3.11 or newer is needed; set PYTHON=/path/to/python3'; exit 1; }
	@$(PYTHON) -m venv $(VENV) || \
		{ echo 'Python cannot make virtual environments; on Debian: apt-get install python3-venv'; exit 1; }
	@$(VENV)/bin/pip install --quiet --disable-pip-version-check '$(UV)'
	@VIRTUAL_ENV=$(VENV) $(VENV)/bin/uv sync --frozen --quiet --inexact --all-extras
	@touch $@
