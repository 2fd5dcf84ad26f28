#!/usr/bin/env bash
# Remake the pictures of the documentation from the demo: needs Chromium on PATH (or named by CHROMIUM).
set -eu
cd "$(dirname "$0")/.."
chromium=${CHROMIUM:-chromium}
profile=$(mktemp -d)
trap 'rm -rf "$profile"' EXIT

shot() { # shot PAGE PICTURE WIDTHxHEIGHT SCHEME
  "$chromium" --headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking \
    --disable-component-update --disable-sync --hide-scrollbars --user-data-dir="$profile" \
    --blink-settings=preferredColorScheme="$4" --window-size="${3/x/,}" --screenshot="docs/images/$2" \
    "file://$PWD/.demo/$1" 2>/dev/null
  echo "docs/images/$2"
}

shot beyond.html review-desktop-light.png 860x900 1
shot strength.html review-phone-dark.png 412x900 0
