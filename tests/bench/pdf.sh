#!/bin/sh
# SPDX-License-Identifier: MIT
#
#   sh tests/bench/pdf.sh [ENTRIES [ROUNDS]]
#
# How fast a record becomes a tagged PDF document (default 5,000 entries, 3 rounds): pages a second and peak memory,
# and of a tenth as many entries, to see whether time grows with them; then WeasyPrint and Chromium printing the same
# words, each in turn with this program, where they are installed (apt-get install weasyprint chromium). Neither of
# them writes contents or bookmarks meanwhile, and WeasyPrint's document is not tagged.
set -eu

entries=${1:-5000}
rounds=${2:-3}
cd "$(dirname "$0")/../.."
. jobs/prepare_build.sh
build=${BENCH_BUILD:-build}
build_casekeeper "$build" pdf_record -DCASEKEEPER_BENCH=ON -DBUILD_TESTING=ON >&2
record=$PWD/$build/tests/pdf_record
work=$(mktemp -d "${TMPDIR:-/tmp}/casekeeper-pdf-XXXXXX")
trap 'rm -rf "$work"' EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

# measure NAME COMMAND…: appends seconds, of the clock and of the processors, and KB to the file of that name.
measure() {
    name=$1
    shift
    /usr/bin/time -q -o "$work/time" -f '%e %U %S %M' "$@" >"$work/said" 2>"$work/complained" || {
        echo "pdf.sh: $* failed" >&2
        tail -n 5 "$work/complained" >&2
        exit 70
    }
    cat "$work/time" >>"$work/$name.measured"
}
median() {
    sort -n "$work/$1.measured" | awk '{ v[NR] = $1 } END { print v[int((NR + 1) / 2)] }'
}
most() {
    awk '$4 > most { most = $4 } END { printf "%.0f", most / 1024 }' "$work/$1.measured"
}
row() {
    awk -v what="$1" -v s="$(median "$2")" -v pages="$3" -v memory="$4" -v ours="$(median ours)" \
        'BEGIN { printf "| %s | %d | %.2f s | %.0f | %s | %.1f |\n", what, pages, s, pages / s, memory, s / ours }'
}
pages_of() {
    pdfinfo "$1" | sed -n 's/^Pages: *//p'
}

"$record" html "$entries" "$work/record.html"
round=0
while [ "$round" -lt "$rounds" ]; do
    round=$((round + 1))
    measure ours "$record" pdf "$entries" "$work/ours.pdf"
    measure tenth "$record" pdf "$((entries / 10))" "$work/tenth.pdf"
    if command -v weasyprint >/dev/null; then
        measure weasyprint weasyprint "$work/record.html" "$work/weasyprint.pdf"
    fi
    if command -v chromium >/dev/null; then
        measure chromium chromium --headless --no-sandbox --disable-gpu --no-pdf-header-footer \
            --print-to-pdf="$work/chromium.pdf" "file://$work/record.html"
    fi
done

echo "| $entries entries | pages | time | pages a second | memory (MB) | times as long |"
echo "|---|---|---|---|---|---|"
row "this program" ours "$(pages_of "$work/ours.pdf")" "$(most ours)"
row "a tenth of the entries" tenth "$(pages_of "$work/tenth.pdf")" "$(most tenth)"
if [ -e "$work/weasyprint.pdf" ]; then
    row WeasyPrint weasyprint "$(pages_of "$work/weasyprint.pdf")" "$(most weasyprint)"
fi
if [ -e "$work/chromium.pdf" ]; then
    row Chromium chromium "$(pages_of "$work/chromium.pdf")" "(many processes)"
fi
