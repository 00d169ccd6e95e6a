#!/usr/bin/env bash
# Explores the lease protocol twice, by spec/Hevlayer.Protocol and by SPIN from spec/lease.pml, and compares: both must count
# the same states and steps, keep every promise, and reject every mutant.
# Usage: eng/spec.sh [--counts] [BOUND...]   (small, deep and main by default; --counts leaves the mutants out; see spec/README.md)
set -euo pipefail
cd "$(dirname "$0")/.."
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1

tools() {
  if command -v spin >/dev/null && command -v gcc >/dev/null; then return; fi
  echo 'installing spin and gcc'
  local root=()
  [ "$(id -u)" -eq 0 ] || root=(sudo)
  "${root[@]}" apt-get update -qq
  "${root[@]}" apt-get install -y -qq --no-install-recommends spin gcc libc6-dev
}

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
model=$PWD/spec/lease.pml
failed=0
hash=22 optimise=-O2 # the size of SPIN's table, as a power of two, and the compiler's effort: only speed depends on them
miss() { echo "FAILED: $*"; failed=$((failed + 1)); }

bound() { # bound NAME: its macros
  case $1 in
    small) echo '-DDOCS=1' ;;
    deep) echo '-DDOCS=1 -DFAILURES=1 -DRELEASES=1' ;;
    main) echo '-DDOCS=2' ;;
    *) echo "Nobody knows the bound $1." >&2; return 1 ;;
  esac
}

# Every state is stored as it is, and no step is left out. One process with one place makes its states those of the model.
spin_run() { # spin_run safety|liveness MACRO...
  local kind=$1 compile='-DSAFETY' run='' macros=("${@:2}")
  if [ "$kind" = liveness ]; then compile='-DNP' run='-l' macros+=(-DLIVE); fi
  (
    cd "$work"
    rm -f pan pan.* ./*.trail
    spin "${macros[@]}" -a "$model" >spin.log 2>&1 && gcc $optimise -w -DNOREDUCE $compile -o pan pan.c || { cat spin.log; exit 1; }
    ./pan $run -m200000 -w$hash -n >pan.log 2>&1 || true
    ! grep -q 'max search depth too small' pan.log || { echo 'SPIN did not reach the end.'; exit 1; }
    grep -q 'errors: ' pan.log || { cat pan.log; exit 1; }
  )
}

errors() { sed -n 's/.*errors: \([0-9]*\)$/\1/p' "$work/pan.log"; }

protocol() { dotnet spec/Hevlayer.Protocol/bin/Release/net10.0/Hevlayer.Protocol.dll "$@"; }

mutants=yes
if [ "${1:-}" = --counts ]; then mutants=no; shift; fi
tools
dotnet build spec/Hevlayer.Protocol -c Release --nologo -v q >"$work/build.log" 2>&1 || { cat "$work/build.log"; exit 1; }

for name in "${@:-small deep main}"; do for name in $name; do
  read -ra macros <<<"$(bound "$name")"
  hash=22
  if [ "$name" = main ]; then hash=26; fi
  own=$(protocol explore --bound "$name") || miss "$name: $own"
  spin_run safety "${macros[@]}"
  states=$(sed -n 's/^ *\([0-9]*\) states, stored$/\1/p' "$work/pan.log")
  steps=$(($(sed -n 's/^ *\([0-9]*\) transitions .*/\1/p' "$work/pan.log") - 1)) # SPIN counts the beginning as one
  found=$(errors)
  spin_run liveness "${macros[@]}"
  echo "$(head -n 1 <<<"$own"); SPIN: $states states, $steps steps, $found errors, $(errors) circles or open ends"
  [[ $own == "$name: $states states, $steps steps,"* ]] || miss "$name: the numbers differ"
  [ "$found" -eq 0 ] && [ "$(errors)" -eq 0 ] || miss "$name: SPIN found an error"
done; done

if [ "$mutants" = no ]; then [ "$failed" -eq 0 ]; exit; fi

protocol mutants >"$work/stories" || miss "a mutant lives: $(grep -B 1 'Nobody noticed' "$work/stories")"
rejected=0
hash=22 optimise=-O0 # most of the time goes into compiling
read -ra macros <<<"$(bound deep)"
for mutant in $(protocol mutants --list); do
  spin_run safety "${macros[@]}" "-D$mutant"
  if [ "$(errors)" -eq 0 ]; then spin_run liveness "${macros[@]}" "-D$mutant"; fi
  if [ "$(errors)" -eq 0 ]; then miss "$mutant: SPIN rejects it not"; else rejected=$((rejected + 1)); fi
done
echo "$rejected mutants rejected by both"
[ "$failed" -eq 0 ]
