#!/usr/bin/env bash
# Fails when a package of this repository, or one that such a package brings, is known to be vulnerable or is deprecated.
#
# It knows only what the package source says, and a source may say nothing. So two packages of which it is known are asked
# for first; a source that does not report them has no say. Then nothing was audited, which is said and is no success:
# the exit code is 77 (skipped).
# Usage: eng/audit.sh
set -uo pipefail
cd "$(dirname "$0")/.."
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1

# The first has a vulnerability of 2022, the second has been replaced by others.
VULNERABLE=Newtonsoft.Json VULNERABLE_VERSION=12.0.1
DEPRECATED=WindowsAzure.Storage DEPRECATED_VERSION=9.3.3

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
failed=0 skipped=0

known() { # known KIND PACKAGE VERSION: whether the source reports it
  mkdir -p "$work/$1"
  cat >"$work/$1/known.csproj" <<XML
<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup>
    <TargetFramework>net10.0</TargetFramework>
    <NuGetAudit>false</NuGetAudit>
  </PropertyGroup>
  <ItemGroup>
    <PackageReference Include="$2" Version="[$3]" />
  </ItemGroup>
</Project>
XML
  if ! dotnet restore "$work/$1/known.csproj" >"$work/$1/log" 2>&1; then
    echo "$2 $3 cannot be restored:"
    cat "$work/$1/log"
    return 1
  fi
  listed "$work/$1/known.csproj" "$1" | grep -q "\"id\": \"$2\""
}

# Packages are named only where something is reported.
listed() { dotnet package list --project "$1" "--$2" --include-transitive --no-restore --format json 2>"$work/errors"; }

audit() { # audit KIND PACKAGE VERSION
  if ! known "$1" "$2" "$3"; then
    echo "NOT AUDITED for $1 packages: the package source does not report $2 $3, which is known to be $1."
    skipped=1
    return
  fi
  local found
  if ! found=$(listed Hevlayer.sln "$1"); then
    echo "The $1 packages could not be listed:"
    cat "$work/errors"
    failed=1
  elif grep -q '"id":' <<<"$found"; then
    echo "There are $1 packages:"
    grep -E '"(path|id|resolvedVersion|severity|advisoryurl|reasons)":' <<<"$found"
    failed=1
  else
    echo "No package is $1."
  fi
}

audit vulnerable $VULNERABLE $VULNERABLE_VERSION
audit deprecated $DEPRECATED $DEPRECATED_VERSION
[ "$failed" -eq 0 ] || exit 1
[ "$skipped" -eq 0 ] || exit 77
