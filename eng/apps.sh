#!/usr/bin/env bash
# Publishes the program of tests/Hevlayer.AotTest as a native and as a trimmed app, and runs both.
# Usage: eng/apps.sh [aot|trimmed]...
set -euo pipefail
cd "$(dirname "$0")/.."

# The native link needs a C compiler and zlib's headers; a fresh machine may have neither.
native_tools() {
  if { command -v clang || command -v gcc; } >/dev/null && [ -e /usr/include/zlib.h ]; then return; fi
  echo 'installing clang and zlib1g-dev'
  local root=()
  [ "$(id -u)" -eq 0 ] || root=(sudo)
  "${root[@]}" apt-get update -qq
  "${root[@]}" apt-get install -y -qq --no-install-recommends clang zlib1g-dev
}

app() { # app KIND
  local kind=$1 folder=artifacts/apps/$1 start=$SECONDS log status=0
  [ "$kind" != aot ] || native_tools
  rm -rf "$folder"
  mkdir -p "$folder"
  log=$folder/publish.log
  dotnet publish tests/Hevlayer.AotTest -c Release -r linux-x64 -p:Publication="$kind" -o "$folder/app" >"$log" 2>&1 || status=$?
  local warnings
  warnings=$(grep -cE 'warning (IL|AOT)|error (IL|AOT)' "$log" || true)
  if [ "$status" -ne 0 ] || [ "$warnings" -ne 0 ]; then
    cat "$log"
    echo "$kind: $warnings warnings"
    return 1
  fi

  local size answer
  rm -f "$folder"/app/*.dbg "$folder"/app/*.pdb
  size=$(du -sb "$folder/app" | cut -f1)
  answer=$("$folder/app/Hevlayer.AotTest") || { echo "$answer"; return 1; }
  echo "$kind: $answer, $warnings warnings, $((size / 1024)) KiB, $((SECONDS - start)) s"
  [ "$answer" = "$(grep -c 'operationId:' openapi/hevlayer.yaml) operations" ]
}

for kind in "${@:-aot}"; do app "$kind"; done
