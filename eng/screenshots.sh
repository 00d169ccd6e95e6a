#!/usr/bin/env bash
# Takes the pictures of the local gateway's pages in docs/pictures. Needs Chromium, as tests/Hevlayer.Browser.Tests does.
# Usage: eng/screenshots.sh [FOLDER]
set -euo pipefail
cd "$(dirname "$0")/.."
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1

HEVLAYER_PICTURES=$(realpath "${1:-docs/pictures}")
export HEVLAYER_PICTURES
dotnet build tests/Hevlayer.Browser.Tests -v quiet -nologo
dotnet tests/Hevlayer.Browser.Tests/bin/Debug/net10.0/Hevlayer.Browser.Tests.dll -explicit only -class '*PictureTests'
ls -l "$HEVLAYER_PICTURES"/*.png
