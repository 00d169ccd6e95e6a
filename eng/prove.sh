#!/usr/bin/env bash
# Says for each promise of the documentation whether it was kept, and by what; fails when one has no check, or a check that did not
# run or failed. The promises and their checks are in eng/promises.txt.
#
#   eng/prove.sh                    runs the gate, whose last check this is
#   eng/prove.sh --long             then also a million histories, a million inputs of each kind, 1,000 kills, SPIN's large
#                                   bounds and mutants of the protocol, and all mutants of the code; hours
#   eng/prove.sh --from RECORDS     only reads what ran: reports of tests (*.xml) and ends of checks (*.status)
#   eng/prove.sh --texts            only compares eng/promises.txt with the pages; a second
#
# The sheet is written to artifacts/proof/proof.md; with HEVLAYER_PROOF=docs/proof.md it replaces the committed one.
set -euo pipefail
cd "$(dirname "$0")/.."
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
records=artifacts/proof

judge() { # judge RECORDS [SHEET]
  dotnet build eng/Hevlayer.Proof -c Release -v quiet -nologo >"$records/build.log" 2>&1 || { cat "$records/build.log"; exit 1; }
  dotnet eng/Hevlayer.Proof/bin/Release/net10.0/Hevlayer.Proof.dll . "$@"
}

long() { # long NAME COMMAND...: runs and records
  local status=0
  echo "== $1"
  "${@:2}" || status=$?
  printf '%s\t%s\n' "$status" "$1" >>"$records/long.status"
  [ "$status" -eq 0 ] || failed=1
}

mkdir -p "$records"
failed=0
case ${1:-} in
  --from)
    records=${2:?The folder of the records is missing.}
    judge "$records" "${HEVLAYER_PROOF:-artifacts/proof/proof.md}"
    ;;
  --texts) judge - ;;
  --long)
    .ci/run
    rm -f "$records/long.status"
    long 'a million histories' env HEVLAYER_SEED=1000000 HEVLAYER_HISTORIES=1000000 dotnet test --project tests/Hevlayer.Histories.Tests
    long 'a million inputs of each kind' env HEVLAYER_SEED=1000000 HEVLAYER_FUZZ=1000000 dotnet test --project tests/Hevlayer.Fuzz.Tests
    long '1,000 kills' env HEVLAYER_KILLS=1000 dotnet test --project tests/Hevlayer.LocalGateway.Tests --filter-class '*.KilledProgramTests'
    long 'protocol: all bounds and mutants' eng/spec.sh
    long 'mutants of the code' eng/mutants.sh
    cat "$records/long.status"
    exit "$failed"
    ;;
  '') exec .ci/run ;;
  *)
    sed -n '2,11p' eng/prove.sh
    exit 2
    ;;
esac
