# The two commands a newcomer needs: `make bench` and `make test`. `make help` lists all targets.
SHELL := /bin/bash
BUILD := swift build -c release
BIN := .build/release
CORPUS ?= corpus
ARGS ?=
SECONDS ?= 60

# What a machine with nothing but Swift lacks. Fonts are for drawing the corpus anew.
PACKAGES := pkg-config python3 python3-venv openssl libcurl4-openssl-dev libssl-dev libhiredis-dev redis-server \
	libtesseract-dev libleptonica-dev libpoppler-cpp-dev poppler-data tesseract-ocr-eng tesseract-ocr-script-latn \
	tesseract-ocr-osd libpango1.0-dev libcairo2-dev libjemalloc-dev libsqlite3-dev zlib1g-dev libpq-dev postgresql \
	fonts-dejavu-core fonts-dejavu-extra fonts-liberation fonts-noto-core fonts-lato fonts-roboto-unhinted fonts-open-sans \
	fonts-crosextra-carlito fonts-inconsolata fonts-ebgaramond valgrind binutils
SUDO := $(shell [ "$$(id -u)" = 0 ] || echo sudo -n)

.PHONY: help deps environments build bench quick test interop fleet lint gate gate-aa fuzz soak race-record race-fresh race-replays study-kills chaos chaos-quick idle idle-quick queue-cost injection plan-check calibrate test-report rapidocr demo settings clean

help: ## list the targets
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/  make \1\t\2/p' $(MAKEFILE_LIST) | expand -t 20

deps: ## install what is missing (apt-get, through sudo when not root)
	@missing=$$(for package in $(PACKAGES); do \
		dpkg-query -W -f='$${Status}' $$package 2>/dev/null | grep -q 'ok installed' || echo $$package; done); \
	if [ -n "$$missing" ]; then \
		echo "installing" $$missing; $(SUDO) apt-get update -qq || exit 1; \
		$(SUDO) env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $$missing \
			>/tmp/cricksy-apt.log 2>&1 || { cat /tmp/cricksy-apt.log; exit 1; }; fi

environments: ## install the Python packages of the tests and the demo under .build (once per checkout)
	@Tests/Interop/run 5.4 --version >/dev/null && deploy/demo/python -c ''

build: deps ## build the three programs and the tests, release
	$(BUILD) --build-tests

bench: build ## tune on the corpus: report, tuned.json, the winner beside the incumbent (a quarter of an hour)
	$(BIN)/cricksy-bench sweep --corpus $(CORPUS) $(ARGS)

quick: build ## the same in small: 8 pages, under a minute once built
	$(BIN)/cricksy-bench sweep --corpus $(CORPUS) --pages 8 --budget 40 $(ARGS)

# The pool's tests count the children and descriptors of their process, and those of the clients measure time, so they run
# in processes of their own.
APART := ObjectStorageTests RedisTests CeleryQueueTests TrialQueueTests OCRPoolTests IntegrationTests
WITHIN := Tests/Support/within
test: build ## run the tests
	$(WITHIN) 1200 swift test -c release --skip-build $(addprefix --skip ,$(APART))
	set -e; for room in $(APART); do $(WITHIN) 1200 swift test -c release --skip-build --filter $$room; done
	$(MAKE) --no-print-directory interop

interop: build ## drive the worker with real Celery clients, Flower and Python workers beside it (about six minutes)
	@log=$$(mktemp); ($(WITHIN) 1800 Tests/Interop/run 5.7 -m essential $(ARGS) >$$log 2>&1; echo $$? >$$log.code) & \
	$(WITHIN) 1800 Tests/Interop/run 5.4 $(ARGS); code=$$?; wait; cat $$log; \
	other=$$(cat $$log.code); rm -f $$log $$log.code; exit $$((code | other))

fleet: build ## a sweep whose trials a fleet reads: one worker killed, one with other models, one that takes none (three minutes)
	Tests/Interop/run 5.4 -m long $(ARGS)

lint: ## formatting and style
	swift format lint --strict --recursive Package.swift Sources Tests Benchmarks

gate: build ## compare every page with the committed baseline; ARGS="--against origin/main" for speed and memory too
	$(BIN)/cricksy-bench gate --baseline reports/baseline.json --tuned reports/tuned.json $(ARGS)

COMPARISONS ?= 300
MINUTES ?= 3
# Goes on where an earlier run was stopped; without reports/gate-aa.json it begins anew.
gate-aa: build ## what the speed gate can see here: 300 times A against A, 300 against A slowed; reports/gate-aa.md (in sittings)
	@set -eo pipefail; { printf '# What the speed gate can see\n\n'; \
		printf 'Written by `make gate-aa COMPARISONS=$(COMPARISONS) MINUTES=$(MINUTES)` on %s:%s, %s CPUs; load %s at the start.\n\n' \
			"$$(date -u +%F)" "$$(sed -n 's/^model name[^:]*://p' /proc/cpuinfo | head -n 1)" "$$(nproc)" \
			"$$(cut -d' ' -f1-3 /proc/loadavg)"; \
		$(BIN)/cricksy-bench gate --self-test --comparisons $(COMPARISONS) --minutes $(MINUTES) --documents 4 \
			--keep reports/gate-aa.json --progress plain --format markdown $(ARGS); } | tee .build/gate-aa.md
	@mv .build/gate-aa.md reports/gate-aa.md

# A build of its own in .build-fuzz, for libFuzzer and the address sanitizer; what it learns is kept there too.
fuzz: ## fuzz the frame codec, header parsers, preview, cards of words and of pages, SECONDS=60 each
	SWIFT_BACKTRACE=enable=no $(BUILD) --package-path Tests/Fuzz --scratch-path .build-fuzz
	Tests/Fuzz/run.sh $(SECONDS) .build-fuzz

soak: build ## 1,000 documents through two readers: memory stays flat, nothing is left (about ten minutes)
	$(BIN)/cricksy-bench soak --corpus $(CORPUS) --tuned reports/tuned.json $(ARGS)

# What every setting of the standard space makes of the tune split, and of cards of a fresh seed that no search sees.
RACE := .build/race
GRID = $(BIN)/cricksy-bench sweep --space standard --search grid --skip-machine --skip-test --incumbent psm=6,oem=3
race-record: build ## record the readings that races are replayed on; reports/race-*.json (three hours), FRESH=34 cards
	rm -rf $(RACE) && mkdir -p $(RACE)
	$(GRID) --corpus $(CORPUS) --out $(RACE)/tune
	$(BIN)/cricksy-bench corpus synth --seed 20261126 --count $$(($(or $(FRESH),34) * 5 / 4)) --families all \
		--split-shares tune=4,validation=1 --out $(RACE)/fresh-cards >/dev/null
	$(GRID) --corpus $(RACE)/fresh-cards --out $(RACE)/fresh
	$(BIN)/cricksy-bench replay record $(RACE)/tune --origin "Searched: the tune split of corpus/." --out reports/race-matrix.json
	$(BIN)/cricksy-bench replay record $(RACE)/fresh --origin "Fresh: corpus synth --seed 20261126 --families all." \
		--out reports/race-fresh.json

race-fresh: build ## read 1,000 fresh cards with what races choose; reports/race-fresh-1000.json (an hour and a half)
	rm -rf $(RACE)/chosen $(RACE)/chosen-cards
	$(BIN)/cricksy-bench corpus synth --seed 20261127 --count 1250 --families all --split-shares tune=4,validation=1 \
		--out $(RACE)/chosen-cards >/dev/null
	$(subst --space standard,--space reports/race-chosen.json,$(GRID)) --corpus $(RACE)/chosen-cards --out $(RACE)/chosen
	$(BIN)/cricksy-bench replay record $(RACE)/chosen --origin "Fresh: corpus synth --seed 20261127 --families all." \
		--out reports/race-fresh-1000.json

race-replays: build ## 200 races, halvings and grids of each size on the recorded readings; reports/race-replays*.md (half an hour alone)
	$(BIN)/cricksy-bench replay races --out reports/race-replays $(ARGS)
	$(BIN)/cricksy-bench replay races --documents 0 --fresh reports/race-fresh-1000.json \
		--out reports/race-replays-1000 $(ARGS)

study-kills: build ## kill a study 20 times at random moments: it ends as one that was not (a minute)
	CRICKSY_STUDY_KILLS=20 swift test -c release --skip-build --filter KilledStudyTests

# All with the worker as an operator runs it, and real Redis, PostgreSQL, S3 and Celery clients on loopback.
LIVE = PYTHONPATH=Tests/Support/live:Benchmarks/SideBySide PYTHONDONTWRITEBYTECODE=1 \
	$$(Tests/Support/venv Tests/Chaos/requirements.txt)
CHAOS = $(LIVE) Tests/Chaos/chaos.py --worker $(BIN)/cricksy-worker --work .build/chaos
IDLE = $(LIVE) Tests/Chaos/idle.py --worker $(BIN)/cricksy-worker --work .build/idle
chaos: build ## 200 kills over 2,000 uploads, each server away in turn; reports/chaos.md (a quarter of an hour)
	$(CHAOS) --reports reports $(ARGS)

chaos-quick: build ## 10 kills over 60 uploads (about a minute)
	$(CHAOS) --scenario workers --kills 10 --tasks 60 $(ARGS)

idle: build ## what a worker costs that has nothing to do, how fast it starts; reports/idle.md (twelve minutes)
	$(IDLE) --reports reports $(ARGS)

idle-quick: build ## the same for one minute
	$(IDLE) --minutes 1 --starts 5 $(ARGS)

queue-cost: build ## a task's cost beside real Celery's; reports/queue-cost.md (a quarter of an hour)
	$(MAKE) -C Benchmarks queue-cost

plan-check: build ## hold `plan` against an open loop on a real worker; reports/plan.md (a quarter of an hour a repeat, machine left alone)
	PYTHONPATH=Tests/Support/live:Benchmarks/SideBySide PYTHONDONTWRITEBYTECODE=1 \
		$$(Tests/Support/venv Tests/Load/requirements.txt) Tests/Load/plan_check.py --bench $(BIN)/cricksy-bench \
		--worker $(BIN)/cricksy-worker --work .build/plan --reports reports $(ARGS)

injection: build ## one wrong digit in every figure of every card; reports/repair.md (a quarter of an hour)
	CRICKSY_REPAIR_REPORT=$(CURDIR)/reports/repair.md swift test -c release --skip-build --filter InjectionTests

calibrate: build ## fit anew how sure the reader says it is, on the tune split, and build with it (a quarter of an hour)
	$(BIN)/cricksy-bench calibrate --corpus $(CORPUS) --tuned reports/tuned.json
	$(BUILD) --product cricksy-reader

test-report: build ## every figure on the test split, with intervals and telling crops; reports/test/ (a quarter of an hour)
	$(BIN)/cricksy-bench evaluate --corpus $(CORPUS) --split test --tuned reports/tuned.json \
		--without repair,second-look --report reports/test $(ARGS)

rapidocr: build ## the same pages by RapidOCR through our reader beside ours; reports/rapidocr.md (an hour)
	$(MAKE) -C Benchmarks rapidocr

demo: build ## a card through real Redis, PostgreSQL, S3 and Celery; CARD=FILE, KEEP=1 stays until Ctrl+C (under a minute)
	@deploy/demo/python deploy/demo/demo.py --bin $(BIN) $(if $(KEEP),--keep) $(if $(CARD),--card "$(CARD)")

settings: build ## write the settings table of README.md anew
	python3 .ci/settings_table.py --write

clean: ## remove what was built
	rm -rf .build .build-fuzz
