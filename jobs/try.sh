#!/bin/sh
# SPDX-License-Identifier: MIT
#
#   sh jobs/try.sh [DIR]
#
# Shows casekeeper at work: installs what it needs (Debian 12), builds it, makes a small trust of invented people in
# DIR (default: build/demo, made anew each time), runs a night on it and says where the morning report lies.
set -eu

case ${1:-} in
-*) echo "usage: sh jobs/try.sh [DIR]" >&2 && exit 64 ;;
/* | "") demo=${1:-} ;;
*) demo=$PWD/$1 ;;
esac
cd "$(dirname "$0")/.."
. jobs/prepare_build.sh

# shellcheck disable=SC2086 # the packages are words
install_packages $build_packages
build_casekeeper build casekeeper -DBUILD_TESTING=OFF
if [ -z "$demo" ]; then
    demo=build/demo
    rm -rf "$demo"
fi
exec build/casekeeper demo "$demo"
