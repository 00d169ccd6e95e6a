#!/usr/bin/env bash
# Writes the API reference to docs/api: a page for each public type of each package, by docfx from the XML documentation.
# A broken reference is an error. The pages are not committed: they say what the code says.
# Usage: eng/api-docs.sh [--built]   (--built takes the assemblies of the last build)
set -euo pipefail
cd "$(dirname "$0")/.."
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
log=$(mktemp)
trap 'rm -f "$log"' EXIT
quietly() { "$@" >"$log" 2>&1 || { cat "$log"; exit 1; }; }

# This one project has all packages beside each other, with what they need.
[ "${1:-}" = --built ] || quietly dotnet build tests/Hevlayer.Conventions.Tests -v quiet -nologo
quietly dotnet tool restore
find docs/api -name '*.md' ! -name README.md -delete
quietly dotnet docfx metadata eng/docfx.json --warningsAsErrors
rm -f docs/api/.manifest docs/api/toc.yml

for package in Hevlayer Hevlayer.Workers Hevlayer.VectorData Hevlayer.LocalGateway Hevlayer.Workers.Simulation; do
  pages=$(grep -l "^Assembly: $package.dll" docs/api/*.md | wc -l) || { echo "$package has no page."; exit 1; }
  echo "$package: $pages pages"
done
echo "$(find docs/api -name '*.md' | wc -l) pages in docs/api"
