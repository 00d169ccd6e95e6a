#!/usr/bin/env bash
# Writes what the client's public API has gained or lost since the last release to PublicAPI.Unshipped.txt.
set -euo pipefail
cd "$(dirname "$0")/.."
export LC_ALL=C DOTNET_CLI_UI_LANGUAGE=en

file=src/Hevlayer/PublicAPI.Unshipped.txt
log=$(mktemp)
trap 'rm -f "$log"' EXIT
echo '#nullable enable' >"$file"
dotnet build src/Hevlayer --no-incremental -p:TreatWarningsAsErrors=false >"$log" 2>&1 || { grep -m 20 'error' "$log"; exit 1; }
{
  sed -n "s/.*RS0016: Symbol '\(.*\)' is not part of the declared public API.*/\1/p" "$log"
  sed -n "s/.*RS0017: Symbol '\(.*\)' is part of the declared API, but.*/*REMOVED*\1/p" "$log"
} | sort -u >>"$file"
echo "$(($(wc -l <"$file") - 1)) lines in $file"
