#!/usr/bin/env bash
# Mutates folders of a package with Stryker and names each change that no test notices.
#
#   eng/stryker.sh src/Hevlayer/Polling src/Hevlayer/Resilience
#   eng/stryker.sh src/Hevlayer.Workers/Leases
#
# It works on a copy of what is committed. The reports are in artifacts/stryker; what may survive, and why, is in
# eng/stryker-survivors.md.
set -euo pipefail
cd "$(dirname "$0")/.."
root=$PWD
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1

# How long Stryker waits for an answer of the SDK, in milliseconds: a busy machine takes longer than it expects.
export DOTNET_INFO_WAIT_TIME=120000

copy=${TMPDIR:-/tmp}/hevlayer-stryker-$$

[ $# -gt 0 ] || { sed -n '2,6p' "$0"; exit 2; }

project=
folders=()
for folder in "$@"; do
  [ -d "$folder" ] || { echo "There is no folder $folder." >&2; exit 2; }
  rest=${folder%/}
  rest=${rest#src/}
  if [ -n "$project" ] && [ "$project" != "${rest%%/*}" ]; then
    echo "The folders are of two projects: call the script once for each." >&2
    exit 2
  fi
  project=${rest%%/*}
  folders+=(--mutate "${rest#*/}/**/*.cs")
done

# The programs that test the project; those of real processes and sockets are left out, for they are slow.
case $project in
  Hevlayer) tests=(Hevlayer.Tests) ;;
  Hevlayer.Workers) tests=(Hevlayer.Workers.Tests) ;;
  *) echo "No tests are named here for $project." >&2; exit 2 ;;
esac

trap 'rm -rf "$copy"' EXIT
git clone --quiet --shared . "$copy"
cd "$copy"
dotnet tool restore
programs=()
for test in "${tests[@]}"; do
  programs+=(--test-project "$copy/tests/$test/$test.csproj")
done

cd "src/$project"
dotnet stryker --project "$project.csproj" "${programs[@]}" "${folders[@]}" --test-runner mtp --break-at 90 \
  --threshold-low 90 --threshold-high 95 --concurrency "${STRYKER_CONCURRENCY:-2}" \
  --reporter cleartext --reporter json --reporter markdown --output "$root/artifacts/stryker/$project"
