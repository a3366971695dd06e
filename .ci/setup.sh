# SPDX-License-Identifier: GPL-3.0-or-later
# What ./run and ./check share: packages, configuration, build. To be sourced; needs bash and, for packages, apt.

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)

packages=(g++ cmake ninja-build pkg-config qt6-base-dev qt6-svg-dev qt6-multimedia-dev
          qt6-tools-dev qt6-tools-dev-tools qt6-l10n-tools libqcustomplot-dev libfftw3-dev libeigen3-dev
          libsndfile1-dev zlib1g-dev nlohmann-json3-dev libcli11-dev fonts-dejavu-core)

say() { printf '== %s\n' "$*"; }
fail() { printf '%s: %s\n' "${0##*/}" "$*" >&2; exit 1; }

# The packages of the list above that are not installed, one per line.
missing_packages() {
    local package
    for package in "${packages[@]}"; do
        [[ $(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null) == installed ]] || printf '%s\n' "$package"
    done
}

# Installs what is missing; touches neither apt nor the network if nothing is.
install_packages() {
    command -v dpkg-query >/dev/null || fail "needs a Debian system (no dpkg here); install by hand: ${packages[*]}"
    local missing as_root=()
    mapfile -t missing < <(missing_packages)
    ((${#missing[@]})) || return 0
    if ((EUID != 0)); then
        command -v sudo >/dev/null || fail "packages are missing and there is no sudo; run as root: apt-get install ${missing[*]}"
        as_root=(sudo)
    fi
    say "installing packages: ${missing[*]}"
    "${as_root[@]}" apt-get update </dev/null || say "package lists could not be refreshed; trying with the ones here"
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "${missing[@]}" </dev/null ||
        fail "apt-get could not install: ${missing[*]}; is there a network?"
}

# Compilers to run at once: one per processor, and no more than memory has room for (a file with Qt and Eigen takes up to 1 GB).
build_jobs() {
    local kib_each=1200000 kib limit jobs
    kib=$(awk '/^MemAvailable:/ {print $2}' /proc/meminfo)
    limit=$(cat /sys/fs/cgroup/memory.max 2>/dev/null || true)
    if [[ $limit =~ ^[0-9]+$ ]] && ((limit / 1024 < kib)); then kib=$((limit / 1024)); fi
    jobs=$((kib / kib_each))
    ((jobs <= $(nproc))) || jobs=$(nproc)
    ((jobs >= 1)) || jobs=1
    printf '%s\n' "$jobs"
}

# The sources are free of warnings under g++ 12, Debian 12's. With another compiler a new warning must not keep anyone from
# running the program; with this one ./run and ./check use the same flags, so nothing is compiled twice.
is_gcc_12() { [[ $("${CXX:-c++}" -dumpfullversion 2>/dev/null) == 12.* ]]; }

# configure PRESET [cmake options]
configure() {
    local log
    say "configuring ($1)"
    log=$(cd "$root" && cmake --preset "$@" 2>&1 </dev/null) || { printf '%s\n' "$log" >&2; fail "configuring failed"; }
}

# build PRESET [targets]
build() {
    local preset=$1 jobs
    shift
    jobs=$(build_jobs)
    say "building ($preset, $jobs at once)"
    (cd "$root" && cmake --build --preset "$preset" --parallel "$jobs" ${1:+--target "$@"}) </dev/null || fail "the build failed"
}
