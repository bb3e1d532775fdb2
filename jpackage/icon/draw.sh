#!/bin/sh
# Draws the icons of all systems from porthole.svg; they are committed, because only Debian has all the tools.
set -eu
cd "$(dirname "$0")"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
for size in 16 24 32 48 64 128 256 512; do
    rsvg-convert -w $size -h $size porthole.svg -o "$work/$size.png"
done
cp "$work/512.png" porthole.png
convert "$work/16.png" "$work/24.png" "$work/32.png" "$work/48.png" "$work/64.png" "$work/256.png" porthole.ico
png2icns porthole.icns "$work/16.png" "$work/32.png" "$work/48.png" "$work/128.png" "$work/256.png" "$work/512.png" > /dev/null
