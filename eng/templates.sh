#!/usr/bin/env bash
# Packs the templates, makes a program of each outside the repository against packages of this commit, builds it without a
# warning and runs its test.
# Usage: eng/templates.sh [PACKAGES]   (a folder with the packages of this commit; without it they are packed)
set -euo pipefail
cd "$(dirname "$0")/.."
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
start=$SECONDS
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

quietly() { "$@" >"$work/log" 2>&1 || { cat "$work/log"; return 1; }; }

packages=${1:-}
if [ -z "$packages" ]; then
  packages=$work/packed
  quietly dotnet pack eng/Packages.slnf -o "$packages"
fi
packages=$(cd "$packages" && pwd)

# Versions that are not released have one number for many contents: they must not come from, or go to, the folder of all.
others=${NUGET_PACKAGES:-$HOME/.nuget/packages}
export NUGET_PACKAGES=$work/restored
mkdir -p "$work/made"
cat >"$work/made/nuget.config" <<XML
<configuration>
  <config>
    <add key="globalPackagesFolder" value="$NUGET_PACKAGES" />
  </config>
  <packageSources>
    <add key="this-commit" value="$packages" />
  </packageSources>
  <fallbackPackageFolders>
    $(compgen -G "$others/hevlayer*" >/dev/null || echo "<add key=\"others\" value=\"$others\" />")
  </fallbackPackageFolders>
</configuration>
XML

cd "$work/made"
hive=(--debug:custom-hive "$work/hive")
quietly dotnet new install "$packages"/Hevlayer.Templates.*.nupkg "${hive[@]}"

make() { # make TEMPLATE NAME OPTION VALUE
  quietly dotnet new "$1" -o "$2" -n "$2" "$3" "$4" "${hive[@]}"
  if grep -rnE 'PIPELINE|FUNCTION|NAMESPACE|COLLECTION|My(EmbeddingWorker|SourceWorker|Function|Search)\b' "$2" --include='*' | grep -v 'HEVLAYER_'; then
    echo "$1: something was left unnamed."
    return 1
  fi
  quietly dotnet build "$2" -warnaserror
  (cd "$2" && quietly dotnet test --no-build)
  echo "$1: $(sed -n 's/^ *succeeded: *//p' "$work/log") test passed"
}

make hevlayer-worker Acme.Embed --pipeline articles
make hevlayer-source-worker Acme.Stage --pipeline articles
make hevlayer-function Acme.Summaries --function digests
make hevlayer-search Acme.Search --collection articles
echo "$((SECONDS - start)) s"
