#!/usr/bin/env bash
# install.sh VENV REQUIREMENTS: make VENV if it is not there, install exactly what REQUIREMENTS names, by hash, and
# longgame itself in place. The build tool is in the requirements too, so nothing else is fetched.
set -euo pipefail

venv=$1
requirements=$2
here=$(cd "$(dirname "$0")" && pwd)

if ! "$venv/bin/python" -c "import sys; sys.exit(sys.version_info < (3, 11))" 2>/dev/null; then
    python=$("$here/find_python.sh")
    echo "making $venv with $("$python" -V)"
    rm -rf "$venv"
    if command -v uv >/dev/null 2>&1; then
        uv venv --quiet --no-project --python "$python" "$venv"
    elif ! "$python" -m venv "$venv"; then
        rm -rf "$venv"
        echo "This Python cannot make environments: install its venv package (Debian: python3-venv), or uv." >&2
        exit 1
    fi
fi

echo "installing $requirements"
if command -v uv >/dev/null 2>&1; then
    install=(uv pip install --quiet --python "$venv/bin/python")
else
    "$venv/bin/python" -m pip --version >/dev/null 2>&1 || "$venv/bin/python" -m ensurepip >/dev/null
    install=("$venv/bin/python" -m pip install --quiet --disable-pip-version-check)
fi
"${install[@]}" --require-hashes -r "$requirements"
"${install[@]}" --no-deps --no-build-isolation -e .
