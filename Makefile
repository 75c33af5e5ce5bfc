# counterpart: every target says what it is for; `make help` lists them.

SWIFT ?= swift
# Breaking the picture in docs/architecture.md is a compile error.
BUILD := $(SWIFT) build --explicit-target-dependency-import-check error
RELEASE := $(BUILD) -c release --product counterpart
SOURCES := Package.swift Sources Tests
OUT ?= out/england-30

.PHONY: help setup build release demo test check format lint bench clean

help: ## list the targets
	@sed -n 's/^\([a-z]*\):.*## /\1\t/p' Makefile

setup: ## install missing system packages and check Swift
	@Scripts/setup --test

build: setup ## build for development
	$(BUILD) --build-tests

release: setup ## build the program that users run
	$(RELEASE)

demo: release ## plan thirty real hospital teams and show the result
	@Scripts/demo "$$($(RELEASE) --show-bin-path 2>/dev/null)/counterpart" "$(OUT)"

test: setup ## run the tests
	SWIFT_BACKTRACE=enable=no $(SWIFT) test --explicit-target-dependency-import-check error

format: ## rewrite the sources in the house style
	$(SWIFT) format --in-place --recursive $(SOURCES)

lint: ## complain about style
	$(SWIFT) format lint --strict --recursive $(SOURCES)
	@Scripts/census

check: setup lint build test ## everything that must hold before a commit

bench: release ## measure; see docs/benchmarks.md
	@Scripts/bench "$$($(RELEASE) --show-bin-path 2>/dev/null)/counterpart"

clean: ## remove what was built
	rm -rf .build out
