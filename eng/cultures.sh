#!/usr/bin/env bash
# Runs test programs that are built already under cultures with other decimal signs, calendars and casing.
# Usage: eng/cultures.sh PROJECT...   (names of folders below tests)
set -euo pipefail
cd "$(dirname "$0")/.."

for culture in tr-TR de-DE; do
  for project in "$@"; do
    log=$(TEST_CULTURE=$culture "tests/$project/bin/Debug/net10.0/$project" -culture "$culture" -noColor 2>&1) || { echo "$log"; exit 1; }
    echo "$culture: $(grep -E 'Total: [1-9]' <<<"$log")"
  done
done
