#!/usr/bin/env bash
# Run the suite on each supported Python that is found, in an environment of its own, and say which are absent.
set -u
cd "$(dirname "$0")/.."

outcome=0
summary=()
for version in 3.11 3.12 3.13; do
    if ! python=$(tools/find_python.sh "$version"); then
        summary+=("Python $version: absent, not tested")
        continue
    fi
    echo "== Python $version"
    if PYTHON=$python make --no-print-directory VENV=".env-$version" test; then
        summary+=("Python $version: passed")
    else
        summary+=("Python $version: FAILED")
        outcome=1
    fi
done
printf '%s\n' "${summary[@]}"
exit $outcome
