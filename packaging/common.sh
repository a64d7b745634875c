# shellcheck shell=sh
# What packaging/practice and packaging/check share: steps that say what they do, and everything a new machine lacks.
# Sourced, never run. Sets `root` (the project's folder).

root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
step_file=$(mktemp "${TMPDIR:-/tmp}/kmixr-step.XXXXXX")
# One compiler cache serves every clone: paths are taken relative to the project.
export CCACHE_BASEDIR="$root" CCACHE_NOHASHDIR=1
trap 'rm -f "$step_file"' EXIT

say() { printf '%s\n' "$*" >&2; }
die() {
    say "$(basename "$0"): $*"
    exit 1
}

# step "words" command…: one line with the time it took; the command's own words only when it fails.
step() {
    words=$1
    shift
    began=$(date +%s)
    printf '%-58s ' "$words" >&2
    if "$@" >"$step_file" 2>&1; then
        say "done ($(($(date +%s) - began)) s)"
    else
        code=$?
        say "FAILED (exit $code)"
        tail -n 60 "$step_file" >&2
        die "this step failed: $words"
    fi
}

as_root() {
    if [ "$(id -u)" = 0 ]; then
        "$@"
    elif command -v sudo >/dev/null 2>&1; then
        sudo "$@"
    else
        say "administrator rights are needed to install packages: run as root, or install sudo"
        return 1
    fi
}

build_packages='g++ cmake ninja-build ccache mold pkg-config
 qt6-base-dev qt6-multimedia-dev qt6-tools-dev qt6-tools-dev-tools qt6-l10n-tools qt6-svg-dev libgl-dev
 libpcsclite-dev libzxing-dev libsqlcipher-dev libssl-dev libexpected-dev nlohmann-json3-dev libzstd-dev
 libboost-dev libcli11-dev libyaml-cpp-dev zlib1g-dev catch2'
run_packages='pcscd vsmartcard-vpcd libqt6svg6 qt6-qpa-plugins fonts-morisawa-bizud-gothic fonts-noto-cjk'
tour_packages='xvfb xdotool imagemagick dbus dbus-x11 at-spi2-core python3 python3-pyatspi python3-gi gir1.2-atspi-2.0'
test_packages='opensc curl openssl sqlcipher'
lint_packages='clang-format-19 clang-tidy-19'
fuzz_packages='clang-19 libclang-rt-19-dev'

missing_packages() {
    for package in "$@"; do
        dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q ' installed$' || printf '%s ' "$package"
    done
    # SQLCipher 4 and Catch2 3 may be there in the release's own, too old edition.
    if [ "${VERSION_CODENAME:-}" = bookworm ]; then
        dpkg-query -W -f '${Version}\n' libsqlcipher-dev 2>/dev/null | grep -q '^4' || printf 'libsqlcipher-dev '
        dpkg-query -W -f '${Version}\n' catch2 2>/dev/null | grep -q '^3' || printf 'catch2 '
    fi
}

# install_packages "list" …: installs what is missing, nothing otherwise; Debian 12 takes two packages from its backports.
install_packages() {
    # shellcheck source=/dev/null
    . /etc/os-release
    [ "${ID:-}" = debian ] || die "made for Debian 12 and 13; this is ${PRETTY_NAME:-another system}"
    # shellcheck disable=SC2048,SC2086
    missing=$(missing_packages $*)
    [ -n "$missing" ] || return 0
    if [ "${VERSION_CODENAME:-}" = bookworm ]; then
        step 'Package sources (SQLCipher 4 and Catch2 3 from backports)' as_root sh "$root/packaging/backports"
    else
        step 'Package lists' as_root apt-get -qq update
    fi
    # shellcheck disable=SC2086
    step "Packages ($(printf '%s' "$missing" | wc -w))" as_root env DEBIAN_FRONTEND=noninteractive \
        apt-get -y -qq install --no-install-recommends $missing
}

# build_preset NAME [TARGET]: configure and build, with ccache when it is there.
build_preset() {
    step "Configure ($1)" cmake -S "$root" --preset "$1"
    step "Build ($1)" cmake --build "$root/build/$1" --target "${2:-all}"
}
