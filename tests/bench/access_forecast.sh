#!/bin/sh
# SPDX-License-Identifier: MIT
#
#   sh tests/bench/access_forecast.sh [SEEDS [FIRST_SEED]]
#
# How good the forecast of late access requests is: builds access_forecast and runs it on made-up years (default 8),
# each with its row, then on all of them with less and with more to do. The few figures of the forecast (how many days
# its pace is measured over, what one request gets in a day) were chosen on the years 101 to 140, not on these.
set -eu

seeds=${1:-8}
first=${2:-1}
cd "$(dirname "$0")/../.."
. jobs/prepare_build.sh
build=${BENCH_BUILD:-build}
build_casekeeper "$build" access_forecast -DCASEKEEPER_BENCH=ON >&2
"$build/tests/access_forecast" config/bank_holidays.toml "$first" "$seeds"
