# SPDX-License-Identifier: MIT
# shellcheck shell=sh disable=SC2034 # the lists are for those who source this
#
# Sourced by jobs/try.sh, tests/run.sh and .ci/run: the Debian 12 packages casekeeper needs, the one way they are
# installed, and the one way the program is built.

# To build and run the program.
build_packages="g++ cmake ninja-build ccache pkg-config libpoco-dev libsoci-dev libboost-dev libboost-date-time-dev
    libsqlite3-dev libpq-dev libtomlplusplus-dev libsimdjson-dev libsodium-dev libutf8proc-dev libcsv-dev libctemplate-dev
    libical-dev libpango1.0-dev libcairo2-dev libjpeg-dev libqpdf-dev libpoppler-cpp-dev poppler-data libzip-dev
    libgmime-3.0-dev libxml2-dev zlib1g-dev fonts-noto-core fonts-noto-cjk fonts-dejavu-core wbritish tzdata"
# To test it as well.
test_packages="libgtest-dev libgmock-dev postgresql-15 sqlite3 python3 python3-cryptography qpdf poppler-utils
    p7zip-full libarchive-tools"
# To check how it is written as well.
check_packages="clang-format-14 clang-tidy-14 shellcheck"

# Those of the packages named that are not installed.
missing_packages() {
    # dpkg-query answers 1 where a package is unknown to it.
    installed=$(dpkg-query --show --showformat='${Package} ${db:Status-Status}\n' "$@" 2>/dev/null) || true
    for package in "$@"; do
        echo "$installed" | grep -qxF "$package installed" || printf '%s ' "$package"
    done
}

# Runs a command as root.
as_root() {
    if [ "$(id -u)" -eq 0 ]; then "$@"; else sudo "$@"; fi
}

# Runs apt-get quietly; what it said is shown where it fails.
quiet_apt() {
    apt_said=$(mktemp)
    if ! as_root env DEBIAN_FRONTEND=noninteractive apt-get -q -y -o DPkg::Lock::Timeout=300 "$@" \
        </dev/null >"$apt_said" 2>&1; then
        cat "$apt_said" >&2
        rm -f "$apt_said"
        echo "apt-get $1 failed" >&2
        return 1
    fi
    rm -f "$apt_said"
}

# Installs those of the packages named that are missing; where there are none, asks nothing of apt.
install_packages() {
    if ! command -v dpkg-query >/dev/null; then
        echo "this is not Debian: going on with what is installed; needed is what Debian 12 has as: $*" >&2
        return 0
    fi
    missing=$(missing_packages "$@")
    [ -n "$missing" ] || return 0
    if [ "$(id -u)" -ne 0 ] && ! command -v sudo >/dev/null; then
        echo "packages are missing, and only root may install them" >&2
        echo "hint: as root: apt-get install --no-install-recommends $missing" >&2
        return 77
    fi
    echo "installing: $missing"
    # PostgreSQL is wanted for its programs: Debian's package would also start a server that nobody asked for.
    case $missing in
    *postgresql*)
        if [ ! -e /etc/postgresql-common ]; then
            as_root mkdir -p /etc/postgresql-common
            echo "create_main_cluster = false" | as_root tee /etc/postgresql-common/createcluster.conf >/dev/null
        fi
        ;;
    esac
    quiet_apt update
    # shellcheck disable=SC2086 # the packages are words
    quiet_apt install --no-install-recommends $missing
}

# build_casekeeper FOLDER TARGET [-DOPTION=VALUE…]: configures FOLDER and builds TARGET in it.
build_casekeeper() {
    folder=$1
    target=$2
    shift 2
    # One cache of compiled files for every clone on this machine.
    CCACHE_BASEDIR=$PWD
    CCACHE_NOHASHDIR=true
    CCACHE_SLOPPINESS=pch_defines,time_macros
    export CCACHE_BASEDIR CCACHE_NOHASHDIR CCACHE_SLOPPINESS
    configured=$(mktemp)
    if ! cmake -S . -B "$folder" -G Ninja -DCMAKE_BUILD_TYPE=RelWithDebInfo \
        -DCMAKE_CXX_COMPILER_LAUNCHER=ccache "$@" >"$configured" 2>&1; then
        cat "$configured" >&2
        rm -f "$configured"
        return 1
    fi
    rm -f "$configured"
    cmake --build "$folder" --target "$target"
}
