#!/usr/bin/env bash
# Print the path of a Python to use. With a version such as 3.12: that one exactly; without: any from 3.11 on.
set -u

# A command may be on PATH and still not start (a shim without its version), so each candidate is run.
starts_as() {
    local wanted=$2
    "$1" - "$wanted" <<'PY' 2>/dev/null
import sys
wanted = sys.argv[1]
fits = "%d.%d" % sys.version_info[:2] == wanted if wanted else sys.version_info >= (3, 11)
print(sys.executable) if fits else sys.exit(1)
PY
}

of_pyenv() {
    command -v pyenv >/dev/null 2>&1 || return 0
    ls -d "$(pyenv root)"/versions/"$1".*/bin/python 2>/dev/null | sort -V | tail -n 1
}

if [ $# -gt 0 ]; then
    for candidate in "python$1" "$(of_pyenv "$1")" python3; do
        [ -n "$candidate" ] && starts_as "$candidate" "$1" && exit 0
    done
    exit 1
fi

for candidate in ${PYTHON:-} python3.13 python3.12 python3.11 python3 python; do
    starts_as "$candidate" "" && exit 0
done
echo "longgame needs Python 3.11 or newer, and none was found on PATH." >&2
echo "Install one, or name it: make PYTHON=/path/to/python3.13 test" >&2
exit 1
