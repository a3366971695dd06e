#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Installs a package of Thetascope on a Debian 12 made for it from nothing, and starts it there:
#     resources/packaging/try_package.sh build/thetascope_*.deb
# As root, with debootstrap and a network; a few minutes, 1.5 GB in a folder that is removed afterwards.
set -euo pipefail

fail() { printf '%s: %s\n' "${0##*/}" "$*" >&2; exit 1; }

package=${1-}
[[ -f $package ]] || fail 'usage: try_package.sh PACKAGE.deb'
((EUID == 0)) || fail 'installing into a root of its own needs root'
command -v debootstrap >/dev/null || fail 'needs debootstrap: apt-get install debootstrap'

place=$(mktemp -d)
clean_up() {
    mountpoint -q "$place/proc" && umount "$place/proc"
    rm -rf --one-file-system "$place"
}
trap clean_up EXIT

inside() { chroot "$place" env -i HOME=/root PATH=/usr/sbin:/usr/bin:/sbin:/bin DEBIAN_FRONTEND=noninteractive "$@"; }

debootstrap --variant=minbase bookworm "$place"
mount -t proc proc "$place/proc"
cp /etc/resolv.conf "$place/etc/"
for part in apt.conf.d sources.list.d; do # this machine's mirrors and proxies, if it has its own
    cp -r /etc/apt/$part/. "$place/etc/apt/$part/"
done
cp "$package" "$place/root/thetascope.deb"
inside apt-get update
inside apt-get install -y --no-install-recommends /root/thetascope.deb

inside thetascope --version
inside thetascope optimise demo:chirp-clicks --iterations 5 --out /root/result
inside test -s /root/result/spectrogram.png
# The window: still there, and silent, when the time given to it is over.
status=0
inside env QT_QPA_PLATFORM=offscreen timeout 10 thetascope || status=$?
((status == 124)) || fail "the window ended by itself ($status)"
echo "installed and started on a Debian 12 from nothing"
