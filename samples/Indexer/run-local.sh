#!/usr/bin/env bash
# Runs the whole indexer on this machine: a local gateway, a local SQS server, two extract and three embed workers and the
# app. Sends a batch, prints the snapshot that holds it, and stops everything.
#   samples/Indexer/run-local.sh [DOCUMENTS.json]
# Needs the .NET SDK, Node.js and curl. Ports: GATEWAY_PORT (8180), SQS_PORT (4566), APP_PORT (8190).
# GATEWAY_URL names a local gateway that runs already, so that it can be watched; no other one is started then.
# MODEL_FOLDER names a sentence transformer for the embed workers; without it the built-in embedder serves.
set -euo pipefail
cd "$(dirname "$0")/../.."

documents=${1:-samples/Indexer/local/documents.json}
gateway_port=${GATEWAY_PORT:-8180}
gateway=${GATEWAY_URL:-http://127.0.0.1:$gateway_port}
sqs_port=${SQS_PORT:-4566}
app_port=${APP_PORT:-8190}
fauxqs_version=1.9.2
logs=$(mktemp -d)
running=()

stop() {
  # SIGTERM, as a deployment sends it: the workers hand back what they hold before they end.
  for process in "${running[@]}"; do kill "$process" 2>/dev/null || true; done
  wait
}
trap stop EXIT

start() { # start NAME COMMAND...
  local name=$1
  shift
  "$@" >"$logs/$name.log" 2>&1 &
  running+=($!)
}

await() { # await NAME URL
  for _ in $(seq 120); do
    curl -fsS -o /dev/null "$2" 2>/dev/null && return
    sleep 0.5
  done
  echo "$1 did not start; its log:" >&2
  [ ! -f "$logs/$1.log" ] || cat "$logs/$1.log" >&2
  exit 1
}

for project in src/Hevlayer.LocalGateway.Tool samples/Indexer/{ExtractChunk,Embed,App}; do
  dotnet build "$project" -v quiet -nologo
done

export FAUXQS_PORT=$sqs_port FAUXQS_INIT=samples/Indexer/local/queues.json FAUXQS_LOGGER=false

# npx is asked where the program is, and does not run it: a signal to npx would not reach it.
fauxqs=$(npx --yes --package="fauxqs@$fauxqs_version" -c 'command -v fauxqs')
start sqs node "$fauxqs"
if [ -z "${GATEWAY_URL:-}" ]; then
  start gateway src/Hevlayer.LocalGateway.Tool/bin/Debug/net10.0/hevlayer-local --port "$gateway_port"
fi
await gateway "${gateway%/}/health"
await sqs "http://127.0.0.1:$sqs_port/health"

# What the operator sets for workers. The server knows its queues by addresses under a host name of its own; calls go to
# this machine all the same.
queue=http://sqs.us-east-1.localhost:$sqs_port/000000000000/product-updates
export AWS_ENDPOINT_URL_SQS=http://127.0.0.1:$sqs_port
export HEVLAYER_BASE_URL=$gateway HEVLAYER_PIPELINE_ID=products
export HEVLAYER_SOURCE_REF="{\"queueUrl\":\"$queue\",\"deadLetterQueueUrl\":\"$queue-dead\"}" QUEUE_URL=$queue
export IndexRuns__QueueSettleTime=00:00:00 # This server counts exactly, which SQS does not.
export AWS_ACCESS_KEY_ID=local AWS_SECRET_ACCESS_KEY=local AWS_REGION=us-east-1

start app samples/Indexer/App/bin/Debug/net10.0/Hevlayer.Indexer.App --urls "http://127.0.0.1:$app_port"
for number in 1 2; do
  HEVLAYER_WORKER_ID=extract-$number start "extract-$number" samples/Indexer/ExtractChunk/bin/Debug/net10.0/Hevlayer.Indexer.ExtractChunk --urls http://127.0.0.1:0
done
for number in 1 2 3; do
  HEVLAYER_WORKER_ID=embed-$number start "embed-$number" samples/Indexer/Embed/bin/Debug/net10.0/Hevlayer.Indexer.Embed --urls http://127.0.0.1:0
done
await app "http://127.0.0.1:$app_port/live"

echo "Logs are in $logs. Indexing $documents ..."
curl -sS --fail-with-body -X POST "http://127.0.0.1:$app_port/index-runs" -H 'content-type: application/json' --data-binary "@$documents"
echo
