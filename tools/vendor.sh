#!/usr/bin/env bash
# Remake the vendored scripts of the web app: fixed versions from npm, minified, with licences and a manifest of hashes.
# Needs npm; what it writes is committed, so that neither running nor building the product needs a network.
set -eu
cd "$(dirname "$0")/.."
out=$PWD/src/longgame/doors/web/static/vendor
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

cp tools/editor_bundle.js "$work/"
(cd "$work" && npm install --ignore-scripts --no-audit --no-fund --no-package-lock \
  esbuild@0.28.2 uplot@1.6.32 @codemirror/state@6.7.6 @codemirror/view@6.43.15 @codemirror/commands@6.11.1 \
  @codemirror/autocomplete@6.20.4 @codemirror/language@6.13.1 @codemirror/lint@6.9.8 @lezer/highlight@1 >/dev/null)
cd "$work"
node_modules/.bin/esbuild editor_bundle.js --bundle --minify --format=esm --legal-comments=none --outfile="$out/codemirror.js" --log-level=error
node_modules/.bin/esbuild node_modules/uplot/dist/uPlot.esm.js --minify --format=esm --legal-comments=none --outfile="$out/uplot.js" --log-level=error
cp node_modules/uplot/dist/uPlot.min.css "$out/uplot.css"
cp node_modules/uplot/LICENSE "$out/uplot-LICENSE.txt"
cp node_modules/@codemirror/state/LICENSE "$out/codemirror-LICENSE.txt"
for package in node_modules/@codemirror/* node_modules/@lezer/* node_modules/@marijn/* node_modules/{style-mod,w3c-keyname,crelt}; do
  [ -d "$package" ] && echo "$(node -p "const p=require('./$package/package.json'); p.name+' '+p.version+' '+p.license")"
done >"$out/codemirror-parts.txt"
cd "$out" && sha256sum -- *.js *.css | sort -k2 >sha256.txt
wc -c -- *.js *.css
