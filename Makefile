# counterpart: every target says what it is for; `make help` lists them.

SWIFT ?= swift
# Breaking the picture in docs/architecture.md is a compile error.
BUILD := $(SWIFT) build --explicit-target-dependency-import-check error
RELEASE := $(BUILD) -c release --product counterpart
PROGRAM = "$$($(RELEASE) --show-bin-path)/counterpart"
SOURCES := Package.swift Sources Tests
OUT ?= out/england-30
BENCH ?= pairing
SOAK ?=

.PHONY: help setup build release demo test check format lint bench soak weaken clean

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-9s %s\n", $$1, $$2 }' Makefile

setup: ## check Swift, install missing system packages
	@Scripts/setup

build: setup ## build for development, tests included
	$(BUILD) --build-tests

release: setup ## build the program that users run
	$(RELEASE)

demo: release ## plan thirty hospital teams and show the result; OUT=FOLDER says where
	@Scripts/demo $(PROGRAM) "$(OUT)"

test: setup ## run the tests
	SWIFT_BACKTRACE=enable=no $(SWIFT) test --explicit-target-dependency-import-check error

check: setup lint build test ## everything that must hold before a commit

format: ## rewrite the sources in the house style
	$(SWIFT) format --in-place --recursive $(SOURCES)

lint: ## complain about style, and about rules that lack one of their faces
	$(SWIFT) format lint --strict --recursive $(SOURCES)
	@Scripts/census

bench: release ## time the program against other solvers; BENCH="visits --sizes 30 --write" says what
	@benchmarks/run $(firstword $(BENCH)) $(PROGRAM) $(wordlist 2,$(words $(BENCH)),$(BENCH))

soak: release ## kill, fill, starve and flood the daemon and check what it promises; SOAK="kill --short" says what
	@Scripts/soak $(PROGRAM) $(SOAK)

weaken: setup ## weaken each rule and cost in a copy, one at a time, and see that a test fails; takes half an hour
	@Scripts/weaken

clean: ## remove what was built
	rm -rf .build out
