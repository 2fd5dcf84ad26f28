#!/usr/bin/env bash
# Gather the texts of the web app into its catalogues, and compile those: run it after changing a text of a page.
set -eu
cd "$(dirname "$0")/.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
locale=src/longgame/doors/web/locale
babel=${VENV:-.venv}/bin/pybabel
"$babel" -q extract -F tools/babel.cfg -k N_ -k _ --no-location --sort-output --project=longgame --version=0 --msgid-bugs-address= -o "$work/longgame.pot" src/longgame/doors/web
for language in ${1:-de}; do
  if [ -f "$locale/$language/LC_MESSAGES/longgame.po" ]; then
    "$babel" -q update -i "$work/longgame.pot" -d "$locale" -D longgame -l "$language" --no-fuzzy-matching --ignore-obsolete
  else
    "$babel" -q init -i "$work/longgame.pot" -d "$locale" -D longgame -l "$language"
  fi
  "$babel" -q compile -d "$locale" -D longgame -l "$language" --statistics
done
"${VENV:-.venv}/bin/python" tools/sentences.py
