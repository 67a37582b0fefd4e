#!/bin/sh
# SPDX-License-Identifier: MIT
#
#   sh tests/run.sh [--sanitize] [--filter REGEX]
#
# All the tests, enough by itself on a bare Debian 12: installs what is missing, builds, starts a PostgreSQL of its
# own on loopback, runs every test, then compares casekeeper with the plain evaluator on made-up trusts and kills
# nights that end records.
#
#   --sanitize      builds with the address and undefined-behaviour sanitizers, in build-sanitize
#   --filter REGEX  only the tests whose names match, and no made-up trusts
set -eu

folder=build sanitize=OFF seeds="1 2" involvements=3000 filter=
while [ $# -gt 0 ]; do
    case $1 in
    # Fewer made-up people: the sanitizers make everything several times slower.
    --sanitize) folder=build-sanitize sanitize=ON seeds=1 involvements=500 ;;
    --filter) filter=${2:?--filter wants a regular expression} && shift ;;
    *) echo "usage: sh tests/run.sh [--sanitize] [--filter REGEX]" >&2 && exit 64 ;;
    esac
    shift
done

cd "$(dirname "$0")/.."
. jobs/prepare_build.sh
. tests/support/postgresql.sh

# shellcheck disable=SC2086 # the packages are words
install_packages $build_packages $test_packages
build_casekeeper "$folder" all -DBUILD_TESTING=ON -DCASEKEEPER_SANITIZE="$sanitize"

export LSAN_OPTIONS="suppressions=$PWD/tests/support/known_leaks.txt:print_suppressions=0"

work=$(mktemp -d)
# shellcheck disable=SC2317 # the trap calls it
finish() {
    stop_postgresql
    rm -rf "$work"
}
trap finish EXIT
trap 'exit 129' HUP
trap 'exit 130' INT
trap 'exit 143' TERM
start_postgresql "$work"

# ctest's exit code is kept in a file, for a pipe has only that of its last command. One test more than there are
# cores: some wait for a disk or a clock.
{
    code=0
    ctest --test-dir "$folder" --parallel $(($(nproc) + 1)) --timeout 300 --no-tests=error --output-on-failure \
        --output-junit "$work/tests.xml" --test-output-size-passed 65536 ${filter:+-R "$filter"} 2>&1 || code=$?
    echo $code >"$work/code"
} | tee "$work/said"
code=$(cat "$work/code")

python3 tests/support/count_tests.py "$work/tests.xml" || code=1

if [ -z "$filter" ] && [ -f tests/oracle/compare.sh ]; then
    echo
    echo "Made-up trusts, decided by casekeeper and by the plain evaluator:"
    if ! sh tests/oracle/compare.sh "$folder/casekeeper" "$seeds" "$involvements"; then
        code=1
        echo "casekeeper and the plain evaluator differ" >&2
    fi
fi

# The shim stands in front of every library, where the sanitizers' own wants to stand. Every third write, but another
# third each day; CASEKEEPER_EVERY_CHECK=1 asks for all of them, which takes a quarter of an hour.
if [ -z "$filter" ] && [ "$sanitize" = OFF ]; then
    echo
    echo "A night that ends records, killed at its writes and at random moments:"
    [ -n "${CASEKEEPER_EVERY_CHECK:-}" ] && step=1 || step=3
    SEED=$(date +%j | sed 's/^0*//') STEP=$step sh tests/faults/kill_everywhere.sh "$folder/casekeeper" \
        "$folder/tests/kill_at_write.so" 100 || {
        code=1
        echo "a killed night is not finished by the next" >&2
    }
fi

# What ctest closed with stands last, whatever came between.
sed -n '/tests passed, .* failed out of/,$p' "$work/said"
exit "$code"
