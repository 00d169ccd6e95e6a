#!/usr/bin/env bash
# Holds the manifests for KEDA against the schemas that are made from KEDA's own API types, fields that these do not have
# included, and proves that it would find such a field.
# Usage: eng/keda.sh [FILE]...   (without files: all manifests of KEDA under templates and samples)
set -euo pipefail
files=()
for file in "$@"; do files+=("$(realpath "$file")"); done
cd "$(dirname "$0")/.."

KEDA_MODELS_VERSION=2.0.0
YAML_VERSION=2.8.1

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
npm install --prefix "$work" --no-save --no-audit --no-fund --ignore-scripts --loglevel=error \
  "@kubernetes-models/keda@$KEDA_MODELS_VERSION" "yaml@$YAML_VERSION" >"$work/log" 2>&1 || { cat "$work/log"; exit 1; }

if [ ${#files[@]} -eq 0 ]; then
  mapfile -t files < <(grep -rlE --include='*.yaml' --exclude-dir=bin --exclude-dir=obj '^apiVersion: keda\.sh/' templates samples)
fi
node eng/keda.mjs "$work/node_modules" "${files[@]}"
