#!/usr/bin/env bash
# Remake the web app's two fonts: npm's packages, narrowed to the weights and letters that the pages use.
# Needs npm, and fonttools with brotli on PATH (`fonttools`); the results and their licences are committed.
set -eu
cd "$(dirname "$0")/.."
out=$PWD/src/longgame/doors/web/static/fonts
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
letters='U+0020-007E,U+00A0-00FF,U+0131,U+0152-0153,U+2013-2014,U+2018-201E,U+2026,U+2190-2193,U+2212,U+215B-215E,U+00D7'

(cd "$work" && npm install --ignore-scripts --no-audit --no-fund --no-package-lock \
  @fontsource-variable/literata@5.3.0 @fontsource-variable/atkinson-hyperlegible-next@5.3.0 >/dev/null)

narrow() { # narrow PACKAGE FILE WEIGHTS NAME
  local from=$work/node_modules/@fontsource-variable/$1
  fonttools varLib.instancer --quiet -o "$work/$4.ttf" "$from/files/$2" "wght=$3"
  fonttools subset "$work/$4.ttf" --unicodes="$letters" --layout-features='kern,liga,tnum,locl,ccmp,mark' \
    --flavor=woff2 --output-file="$out/$4.woff2"
  cp "$from/LICENSE" "$out/$4-LICENSE.txt"
  echo "$4: $(wc -c <"$out/$4.woff2") bytes"
}

narrow literata literata-latin-wght-normal.woff2 400:640 literata
narrow atkinson-hyperlegible-next atkinson-hyperlegible-next-latin-wght-normal.woff2 400:700 atkinson
