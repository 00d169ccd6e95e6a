#!/usr/bin/env bash
# Packs the current commit twice, in two directories, and compares the packages byte for byte. They are in artifacts/packages,
# with SHA256SUMS: the packages, and each assembly in them as it lies below a folder that the package was unpacked into.
set -euo pipefail
cd "$(dirname "$0")/.."

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

commit=$(git rev-parse HEAD)

pack() { # pack DIRECTORY
  git clone --quiet --no-hardlinks . "$work/$1"
  git -C "$work/$1" checkout --quiet --detach "$commit"

  # Any address of a known host will do: it shows that SourceLink finds it, and it makes the two alike.
  git -C "$work/$1" remote set-url origin https://github.com/example/hevlayer-dotnet.git
  dotnet pack "$work/$1/eng/Packages.slnf" -o "$work/$1/out" -p:RestoreLockedMode=true >"$work/log" 2>&1 || { cat "$work/log"; return 1; }
}

pack one
pack another/deeper
[ "$(ls "$work/one/out" | wc -l)" -eq 15 ] || { echo 'Seven packages with their symbols, and the templates, were expected.'; exit 1; }
for package in "$work"/one/out/*; do
  cmp "$package" "$work/another/deeper/out/$(basename "$package")"
  echo "$(basename "$package"): $(stat -c %s "$package") bytes, the same twice"
done

# Microsoft's tool judges our SPDX documents: each file of a package is in its own, with its hash, apart from those of the
# container.
dotnet tool restore >"$work/log" 2>&1 || { cat "$work/log"; exit 1; }
for package in "$work"/one/out/*.nupkg; do
  name=$(basename "$package" .nupkg)
  folder=$work/unpacked/$name
  mkdir -p "$folder"
  unzip -q "$package" -d "$folder"
  rm -rf "$folder"/{_rels,package,'[Content_Types].xml',"${name%%.[0-9]*}.nuspec"}
  dotnet sbom-tool validate -b "$folder" -o "$work/$name.json" -mi SPDX:2.2 -V Error >"$work/log" 2>&1 || { cat "$work/log"; exit 1; }
  grep -q '"Result": *"Success"' "$work/$name.json" || { cat "$work/log"; echo "$name: the SBOM is wrong"; exit 1; }
  echo "$name: SBOM of $(sed -n 's/^Total files in manifest[. ]*//p' "$work/log") files and $(grep -c '"versionInfo"' "$folder/_manifest/spdx_2.2/manifest.spdx.json") packages"
done

for symbols in "$work"/one/out/*.snupkg; do
  unzip -p "$symbols" '*.pdb' >"$work/symbols"
  grep -aq 'https://raw.githubusercontent.com/example/hevlayer-dotnet/' "$work/symbols" || { echo "$symbols: SourceLink is missing"; exit 1; }
done

rm -rf artifacts/packages
mkdir -p artifacts
cp -r "$work/one/out" artifacts/packages

# A registry signs what it takes and so changes the package, but not the assemblies in it.
{
  (cd artifacts/packages && sha256sum ./*.nupkg ./*.snupkg)
  (cd "$work/unpacked" && find . -name '*.dll' | LC_ALL=C sort | xargs sha256sum)
} | sed 's|  \./|  |' >"$work/SHA256SUMS"
mv "$work/SHA256SUMS" artifacts/packages/SHA256SUMS
(cd artifacts/packages && sha256sum --check --quiet --ignore-missing SHA256SUMS)
echo "$(wc -l <artifacts/packages/SHA256SUMS) hashes in artifacts/packages/SHA256SUMS"
