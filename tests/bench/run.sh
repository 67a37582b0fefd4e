#!/bin/sh
# SPDX-License-Identifier: MIT
#
#   sh tests/bench/run.sh [INVOLVEMENTS] [--with-5M]
#
# How fast casekeeper is beside what can be had from the sqlite3 shell by hand, on a trust of invented records
# (default 1,000,000 involvements, 500,000 people, 5,000,000 entries). Every pair is measured in turn in the same run,
# three rounds each, on copies that were read once just before; the table has medians. What is compared:
#
#   import       casekeeper import bundle            sqlite3 .import of the same rows, as CSV, into the same tables
#   evaluation   casekeeper nightly --only retention  baseline.sql: the schedule as set-based SQL; the answers of the
#                                                    first round must be the same for every involvement. casekeeper
#                                                    reads and stores side by side, sqlite3 has one thread
#   and the second night of a day, the night after a thousandth has changed, peak memory, and the floor: the time
#   the sqlite3 shell takes to read the joined rows at all.
#
# --with-5M also loads and decides a trust five times as large, for its memory. The trusts are kept in BENCH_FOLDER
# (default: casekeeper-bench in the temporary folder; a million needs 15 GB) and used again. BENCH_BUILD names another
# build folder than build. Needs sqlite3 and time (Debian packages), and a release build on a quiet machine.
set -eu

involvements=1000000 five_times=
while [ $# -gt 0 ]; do
    case $1 in
    --with-5M) five_times=yes ;;
    *[!0-9]* | '') echo "usage: sh tests/bench/run.sh [INVOLVEMENTS] [--with-5M]" >&2 && exit 64 ;;
    *) involvements=$1 ;;
    esac
    shift
done

here=$(cd "$(dirname "$0")" && pwd)
checkout=$(cd "$here/../.." && pwd)
build=${BENCH_BUILD:-$checkout/build}
casekeeper=$build/casekeeper
generate=$build/tests/generate_trust
folder=${BENCH_FOLDER:-${TMPDIR:-/tmp}/casekeeper-bench}
day=2026-11-01
rounds="1 2 3"
tables="professional person relationship involvement entry hold person_reference same_person recorded_event stale_person"

for program in "$casekeeper" "$generate" /usr/bin/time sqlite3; do
    if ! command -v "$program" >/dev/null; then
        echo "run.sh: $program is missing" >&2
        echo "hint: apt-get install sqlite3 time; cmake -S . -B build -G Ninja && cmake --build build" >&2
        exit 69
    fi
done
mkdir -p "$folder"
work=$folder/work
rm -rf "$work"
mkdir "$work"
trap 'rm -rf "$work"' EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

# shellcheck source=tests/bench/measuring.sh
. "$here/measuring.sh"

# Makes the bundles of a trust where there are none: INVOLVEMENTS
trust() {
    at=$folder/trust-$1
    if [ ! -f "$at/done" ]; then
        say "making a trust of $1 involvements"
        rm -rf "$at"
        "$generate" "$1" "$at/bundle"
        "$generate" "$1" "$at/changes" --change 1
        touch "$at/done"
    fi
}

# ── Import ──

export_tables() {
    mkdir "$work/csv"
    for table in $tables; do
        sqlite3 -batch -csv -noheader "$1" "select * from $table" >"$work/csv/$table.csv"
    done
}

# sqlite3 writes '' where casekeeper writes null: its CSV knows no null.
write_import_script() {
    {
        echo "pragma journal_mode = wal;"
        echo "pragma synchronous = full;"
        echo "pragma cache_size = -1000000;"
        for table in $tables; do
            echo ".import --csv $work/csv/$table.csv $table"
        done
    } >"$work/import.sql"
}

measure_imports() {
    for round in $rounds; do
        rm -f "$work"/imported.db*
        keep "$work/imported.db" init 2>/dev/null
        say "import, round $round, casekeeper:"
        measure_keep import "$work/imported.db" import bundle "$at/bundle"
        if [ "$round" = 1 ]; then
            sqlite3 "$work/imported.db" 'pragma wal_checkpoint(truncate)' >/dev/null
            cp "$work/imported.db" "$work/loaded.db"
            export_tables "$work/loaded.db"
            write_import_script
        fi
        rm -f "$work"/imported.db*
        keep "$work/imported.db" init 2>/dev/null
        say "import, round $round, sqlite3:"
        measure import_by_hand sqlite3 -batch -bail "$work/imported.db" ".read $work/import.sql"
        rm -f "$work"/imported.db*
    done
    rm -rf "$work/csv"
}

# ── Evaluation ──

measure_evaluations() {
    for round in $rounds; do
        copy "$work/loaded.db" "$work/decided.db"
        say "evaluation, round $round, casekeeper:"
        measure_keep evaluation "$work/decided.db" nightly --only retention
        copy "$work/loaded.db" "$work/by_hand.db"
        say "evaluation, round $round, baseline.sql:"
        measure evaluation_by_hand sqlite3 -batch -bail -cmd 'pragma temp_store = memory' "$work/by_hand.db" \
            ".param set :day \"'$day'\"" ".read $here/baseline.sql"
        if [ "$round" = 1 ]; then
            sh "$here/check_same_days.sh" "$work/decided.db" "$work/by_hand.db" >"$work/same" || {
                cat "$work/same" >&2
                say "run.sh: the answers differ, so their times say nothing"
                exit 1
            }
            cat "$work/same" >&2
        fi
        copy "$work/loaded.db" "$work/by_hand.db"
        say "reading the rows, round $round:"
        measure floor sqlite3 -batch "$work/by_hand.db" "select i.id, i.service, i.opened, i.closed, i.last_entry_on,
            p.date_of_birth, p.date_of_death from involvement i join person p on p.id = i.person"
        rm -f "$work"/by_hand.db*
    done
}

# ── The nights after ──

measure_quiet_nights() {
    keep "$work/decided.db" nightly >/dev/null 2>&1
    for round in $rounds; do
        say "a night in which nothing changed, round $round:"
        measure_keep quiet "$work/decided.db" nightly
    done
    sqlite3 "$work/decided.db" 'pragma wal_checkpoint(truncate)' >/dev/null
    for round in $rounds; do
        copy "$work/decided.db" "$work/changed.db"
        keep "$work/changed.db" import bundle "$at/changes" >"$work/said" 2>&1
        say "the night after a thousandth changed, round $round:"
        measure_keep changed "$work/changed.db" nightly
    done
    rm -f "$work"/changed.db*
}

measure_five_times() {
    trust $((involvements * 5))
    keep "$work/large.db" init 2>/dev/null
    say "five times the trust, import:"
    measure_keep large_import "$work/large.db" import bundle "$at/bundle"
    say "five times the trust, evaluation:"
    measure_keep large_evaluation "$work/large.db" nightly --only retention
    rm -f "$work"/large.db*
}

trust "$involvements"
measure_imports
measure_evaluations
measure_quiet_nights
changes=$(cat "$at"/changes/*.jsonl | wc -l)
[ -z "$five_times" ] || measure_five_times

import=$(median import) import_by_hand=$(median import_by_hand)
evaluation=$(median evaluation) evaluation_by_hand=$(median evaluation_by_hand)
quiet=$(median quiet) changed=$(median changed) floor=$(median floor)
cat <<TABLE
$involvements involvements, medians of three rounds, $(nproc) cores, sqlite3 $(sqlite3 --version | cut -d ' ' -f 1).
$(sed -n 2p "$work/same") of $(sed -n 1p "$work/same").

| what | casekeeper | sqlite3 | ratio |
|---|---|---|---|
| import: \`import bundle\` to \`.import\` of the same rows | $(seconds "$import") | $(seconds "$import_by_hand") | $(ratio "$import" "$import_by_hand") |
| full evaluation: \`nightly --only retention\` to baseline.sql | $(seconds "$evaluation") | $(seconds "$evaluation_by_hand") | $(ratio "$evaluation" "$evaluation_by_hand") |
| full evaluation to reading the joined rows | $(seconds "$evaluation") | $(seconds "$floor") | $(ratio "$evaluation" "$floor") |
| a night in which nothing changed | $(seconds "$quiet") | | $(percent "$quiet" "$evaluation") of the full evaluation |
| the night after $changes changed records | $(seconds "$changed") | | $(percent "$changed" "$evaluation") of the full evaluation |
| peak memory of the import | $(memory_of import) | $(memory_of import_by_hand) | |
| peak memory of the evaluation | $(memory_of evaluation) | $(memory_of evaluation_by_hand) | |
TABLE
[ -z "$five_times" ] || cat <<TABLE
| the same, five times the trust: import | $(memory_of large_import), $(seconds "$(median large_import)") | | |
| the same, five times the trust: evaluation | $(memory_of large_evaluation), $(seconds "$(median large_evaluation)") | | |
TABLE
