#!/bin/bash
# Runs each fuzzer for so many seconds: `run.sh SECONDS FOLDER`, where FOLDER is what SwiftPM built into. What a fuzzer found
# interesting is kept there for the next run; an input that breaks a promise is left as finding-* and ends the run with 1.
set -u
seconds=$1
folder=$2
here=$(dirname "$0")
export SWIFT_BACKTRACE=enable=no
seeds=$folder/seeds
"$folder/release/fuzz-seeds" "$seeds/frames" || exit 1
mkdir -p "$seeds/headers" "$seeds/preview" "$seeds/cards" "$seeds/pages"
cp "$here"/../Fixtures/*.{jpg,png,gif,tiff,webp,bmp,pdf} "$seeds/headers" || exit 1

# Every page that the tests of the card's reader know.
awk -v folder="$seeds/pages" '
    inside && /^ *"""/ { close(file); inside = 0; next }
    /"""$/ { inside = 1; file = folder "/page-" ++pages; next }
    inside { sub(/^            /, ""); print > file }' "$here"/../ScorecardTests/*.swift || exit 1

fuzz() { # name, longest input
    local corpus=$folder/corpus/$1 log=$folder/$1.log
    mkdir -p "$corpus"
    "$folder/release/fuzz-$1" -max_total_time="$seconds" -max_len="$2" -timeout=10 -print_final_stats=1 \
        -artifact_prefix="$folder/finding-$1-" "$corpus" "$seeds/$1" >"$log" 2>&1
    local status=$?
    local runs=$(sed -n 's/^stat::number_of_executed_units: //p' "$log")
    local rate=$(sed -n 's/^stat::average_exec_per_sec: *//p' "$log")
    local coverage=$(sed -n 's/.* cov: \([0-9]*\) .*/\1/p' "$log" | tail -1)
    echo "fuzz-$1: $runs executions, $rate a second, $coverage edges covered"
    [ $status = 0 ] && return 0
    tail -40 "$log"
    return 1
}

failures=0
fuzz frames 8192 || failures=1
fuzz headers 65536 || failures=1
fuzz preview 4096 || failures=1
fuzz cards 4096 || failures=1
fuzz pages 4096 || failures=1
exit $failures
