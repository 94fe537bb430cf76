#!/usr/bin/env bash
# Serves the packaged product on empty data for the journeys, and removes the data afterwards.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
. scripts/prerequisites.sh
. scripts/build.sh
require_jdk
prepare_start
DANGOL_DATA_DIR=$(mktemp -d)
export DANGOL_DATA_DIR
mkdir -p artifacts
# Journeys sign up more people from one address than people do.
(serve --dangol.limits.sign-ins-per-minute=10000 >artifacts/e2e-server.log 2>&1) &
server=$!
trap 'kill -TERM $server 2>/dev/null; wait $server; rm -rf "$DANGOL_DATA_DIR"; exit 0' TERM INT
wait $server
