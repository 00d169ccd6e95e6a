#!/usr/bin/env bash
# Packs the current commit twice, in two directories, and compares the packages byte for byte. They are in artifacts/packages.
set -euo pipefail
cd "$(dirname "$0")/.."

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

pack() { # pack DIRECTORY
  git clone --quiet --no-hardlinks . "$work/$1"

  # Any address of a known host will do: it shows that SourceLink finds it, and it makes the two alike.
  git -C "$work/$1" remote set-url origin https://github.com/example/hevlayer-dotnet.git
  dotnet pack "$work/$1/eng/Packages.slnf" -o "$work/$1/out" >"$work/log" 2>&1 || { cat "$work/log"; return 1; }
}

pack one
pack another/deeper
[ "$(ls "$work/one/out" | wc -l)" -eq 15 ] || { echo 'Seven packages with their symbols, and the templates, were expected.'; exit 1; }
for package in "$work"/one/out/*; do
  cmp "$package" "$work/another/deeper/out/$(basename "$package")"
  echo "$(basename "$package"): $(stat -c %s "$package") bytes, the same twice"
done

for symbols in "$work"/one/out/*.snupkg; do
  unzip -p "$symbols" '*.pdb' >"$work/symbols"
  grep -aq 'https://raw.githubusercontent.com/example/hevlayer-dotnet/' "$work/symbols" || { echo "$symbols: SourceLink is missing"; exit 1; }
done

rm -rf artifacts/packages
mkdir -p artifacts
cp -r "$work/one/out" artifacts/packages
