# Two commands are all that anybody needs: `make learn` and `make test`.

# One build, in release, serves the tests, `glassbox check` and learning.
BUILD := swift build -c release
PROGRAM := .build/release/glassbox
# Where `make bench` looks for PyTorch, tokenizers and tiktoken; it leaves out what it does not find.
PYTHON ?= $(if $(wildcard .venv/bin/python),.venv/bin/python,python3)
SWIFT_SOURCES := Package.swift Sources Tests

.PHONY: help learn test test-web test-scalar test-elementary test-recording test-fuzz bench build format lint setup clean
.DEFAULT_GOAL := help

help: ## Show this list.
	@grep -E '^[a-z-]+:.*## ' Makefile | sed -E 's/^([a-z-]+):.*## (.*)/  make \1\t\2/' | expand -t 24

learn: build ## Install what is missing, build, and open the first lesson.
	@$(PROGRAM) lesson

test: setup ## Run every test, and check every lesson's transcript.
	$(BUILD) --build-tests
	swift test -c release --skip-build
	$(PROGRAM) check

test-web: build ## Export lessons as pages and look at them with Chromium, on a phone and a wide screen.
	@Tools/web/test.sh $(PROGRAM)

test-scalar: setup ## Run every test on a second build, without SIMD: it must give the same bits.
	GLASSBOX_KERNELS=scalar $(BUILD) --scratch-path .build-scalar --build-tests
	GLASSBOX_KERNELS=scalar swift test -c release --scratch-path .build-scalar --skip-build

test-elementary: setup ## Try exp, log, tanh, erf, sin and cos on every float: a quarter of an hour.
	$(BUILD) --build-tests
	GLASSBOX_EXHAUSTIVE=1 swift test -c release --skip-build --filter ElementaryTests

test-recording: setup ## Kill a recording 200 times, and change every byte of a run: twenty minutes.
	$(BUILD) --build-tests
	GLASSBOX_EXHAUSTIVE=1 swift test -c release --skip-build --filter 'KilledRunTests|DamageTests|RecoveryTests'

test-fuzz: setup ## Try a million random cells: none may crash or hang the notebook.
	$(BUILD) --build-tests
	GLASSBOX_FUZZ=1000000 swift test -c release --skip-build --filter FuzzTests

bench: build ## Time everything beside its peers, in about ten minutes; `make bench QUICK=1` in one.
	ranks=$$("$(PYTHON)" Tools/bench/gpt2_ranks.py .build/gpt2-ranks.json); \
	$(PROGRAM) bench --peer "$(PYTHON)" $(if $(QUICK),--quick) $${ranks:+--ranks "$$ranks"}

build: setup ## Build the program in release.
	$(BUILD) --product glassbox

format: ## Format the Swift sources in place.
	swift format format --in-place --recursive --parallel $(SWIFT_SOURCES)

lint: ## Check the format of the Swift sources.
	swift format lint --strict --recursive --parallel $(SWIFT_SOURCES)

setup: ## Install the C libraries that are missing.
	@Tools/setup.sh

clean: ## Remove everything that was built.
	rm -rf .build .build-scalar
