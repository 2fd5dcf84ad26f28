#!/usr/bin/env bash
# Compile requirements/*.txt from pyproject.toml: exact versions with hashes for every platform, and no address in them.
# Pass --upgrade to move to newer versions; without it, pins stay where they are.
set -euo pipefail
cd "$(dirname "$0")/.."
python=$(tools/find_python.sh)

# uv does not read dependency groups of a project it does not manage, so they are read here.
groups() {
    "$python" - "$@" <<'PY'
import sys
import tomllib

with open("pyproject.toml", "rb") as project:
    groups = tomllib.load(project)["dependency-groups"]
print("\n".join(requirement for name in sys.argv[1:] for requirement in groups[name]))
PY
}

compile() {
    local output=$1
    shift
    uv pip compile --quiet --no-config --universal --python-version 3.11 --generate-hashes --no-header --no-annotate \
        --no-emit-index-url --output-file "requirements/$output" "$@" pyproject.toml - >/dev/null
}

groups build | compile run.txt "$@"
groups build dev | compile dev.txt --all-extras --constraints requirements/run.txt "$@"
groups build dev bench | compile bench.txt --all-extras --constraints requirements/dev.txt "$@"

if grep -n "://" requirements/*.txt; then
    echo "an address got into the requirements" >&2
    exit 1
fi
