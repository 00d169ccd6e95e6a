#!/usr/bin/env bash
# Writes what the public API of each package has gained or lost since the last release to its PublicAPI.Unshipped.txt.
#   eng/public-api.sh [PROJECT...]      such as Hevlayer.Workers; all of them by default
set -euo pipefail
cd "$(dirname "$0")/.."
export LC_ALL=C DOTNET_CLI_UI_LANGUAGE=en

log=$(mktemp)
trap 'rm -f "$log"' EXIT
[ $# -gt 0 ] || set -- Hevlayer Hevlayer.Workers Hevlayer.LocalGateway Hevlayer.VectorData Hevlayer.Workers.Simulation
for project in "$@"; do
  folder=src/$project
  file=$folder/PublicAPI.Unshipped.txt
  [ -f "$folder/PublicAPI.Shipped.txt" ] || echo '#nullable enable' >"$folder/PublicAPI.Shipped.txt"
  echo '#nullable enable' >"$file"
  dotnet build "$folder" --no-incremental --disable-build-servers -p:TreatWarningsAsErrors=false -p:BuildProjectReferences="${BUILD_REFERENCES:-true}" >"$log" 2>&1 || { grep -m 20 'error' "$log"; exit 1; }
  {
    grep "/$folder/" "$log" | sed -n "s/.*RS0016: Symbol '\(.*\)' is not part of the declared public API.*/\1/p"
    sed -n "s/.*RS0017: Symbol '\(.*\)' is part of the declared API, but.*/*REMOVED*\1/p" "$log"
  } | sort -u >>"$file"
  echo "$(($(wc -l <"$file") - 1)) lines in $file"
done
