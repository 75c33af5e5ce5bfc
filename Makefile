# counterpart: every target says what it is for; `make help` lists them.

SWIFT ?= swift
# Tests that are begun all at once outlive their time limits waiting for two cores.
TESTS_AT_A_TIME ?= 4
# Breaking the picture in docs/architecture.md is a compile error.
BUILD := $(SWIFT) build --explicit-target-dependency-import-check error
RELEASE := $(BUILD) -c release --product counterpart
PROGRAM = "$$($(RELEASE) --show-bin-path)/counterpart"
# With the Swift runtime inside, in a folder of its own so that the usual build stays.
PORTABLE := $(RELEASE) --static-swift-stdlib --disable-local-rpath --scratch-path .build/static
SOURCES := Package.swift Sources Tests
OUT ?= out/england-30
BENCH ?= pairing
SOAK ?=
FUZZ ?=
PICTURES ?=

.PHONY: help setup build release demo deb test-deb test check format lint bench soak fuzz clients try-api weaken clean

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-9s %s\n", $$1, $$2 }' Makefile

setup: ## check Swift, install missing system packages
	@Scripts/setup

build: setup ## build for development, tests included
	$(BUILD) --build-tests

release: setup ## build the program that users run
	$(RELEASE)

demo: release ## plan thirty hospital teams and show the result, then the daemon; OUT=FOLDER says where
	@Scripts/demo $(PROGRAM) "$(OUT)"
	@Scripts/demo-daemon $(PROGRAM) "$(OUT)-daemon"

deb: OUT = out
deb: setup ## make a Debian package that needs no Swift; OUT=FOLDER says where
	$(PORTABLE)
	@Scripts/deb "$$($(PORTABLE) --show-bin-path)/counterpart" "$(OUT)"

test-deb: OUT = out
test-deb: setup ## make the package, install, run and remove it in a Debian of its own; needs root
	$(PORTABLE)
	@Scripts/test-deb "$$($(PORTABLE) --show-bin-path)/counterpart" "$(OUT)"

test: setup ## run the tests
	SWIFT_BACKTRACE=enable=no SWT_EXPERIMENTAL_MAXIMUM_PARALLELIZATION_WIDTH=$(TESTS_AT_A_TIME) \
	  $(SWIFT) test --explicit-target-dependency-import-check error

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

fuzz: setup ## throw bytes at every parser for a minute each; FUZZ="csv 600" says at which and for how long
	@Scripts/fuzz $(FUZZ)

clients: release ## have real calendar programs subscribe to the daemon, and look at what they show; PICTURES=FOLDER keeps views
	@Scripts/clients $(PROGRAM) $(if $(PICTURES),--pictures "$(PICTURES)")

try-api: release ## ask the daemon's API everything that docs/openapi.yaml allows, and much that it does not
	@Scripts/try-api $(PROGRAM)

weaken: setup ## weaken each rule and cost in a copy, one at a time, and see that a test fails; takes half an hour
	@Scripts/weaken

clean: ## remove what was built
	rm -rf .build out
