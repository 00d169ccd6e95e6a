#!/usr/bin/env bash
# Runs samples/Indexer/run-local.sh on free ports; looks at the snapshot it prints, and that nothing goes on afterwards.
# Usage: eng/indexer.sh [--fresh]   (--fresh runs it in a fresh clone of the current commit)
set -euo pipefail
cd "$(dirname "$0")/.."

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
start=$SECONDS

free_port() {
  node -e 'const server = require("net").createServer().listen(0, "127.0.0.1", () => { console.log(server.address().port); server.close(); })'
}

GATEWAY_PORT=$(free_port)
SQS_PORT=$(free_port)
APP_PORT=$(free_port)
export GATEWAY_PORT SQS_PORT APP_PORT

repository=$PWD
if [ "${1:-}" = --fresh ]; then
  repository=$work/clone
  git clone --quiet --no-hardlinks . "$repository"
fi

TMPDIR=$work "$repository/samples/Indexer/run-local.sh" >"$work/output" 2>&1 || { cat "$work/output"; exit 1; }

answer=$(tail -n 1 "$work/output")
echo "$answer"
grep -q '"state":"done".*"snapshot":"[0-9a-f]\{64\}"' <<<"$answer" || { cat "$work/output"; echo 'There is no snapshot.'; exit 1; }
for port in "$GATEWAY_PORT" "$SQS_PORT" "$APP_PORT"; do
  ! (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null || { echo "Somebody still listens on port $port."; exit 1; }
done
echo "$((SECONDS - start)) s"
