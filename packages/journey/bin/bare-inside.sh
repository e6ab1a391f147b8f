#!/bin/sh
# Runs at the root of a fresh copy of the checkout, on a machine that has Node, npm and nothing else.
set -eu
log=$(mktemp)
export TURBO_TELEMETRY_DISABLED=1

echo "── npm start"
npm start >"$log" 2>&1 &
started=$!
until grep -q 'Pledge is ready' "$log"; do
  kill -0 "$started" 2>/dev/null || { tail -n 50 "$log"; exit 1; }
  sleep 1
done
grep 'Pledge is ready' "$log"

echo "── the main job"
npm run --silent walk -w @pledge/journey

echo "── Ctrl-C"
kill -INT "$(cut -d ' ' -f 1 .pledge/run/launcher)"
wait "$started"
grep 'stopped;' "$log"

echo "── npm test"
npm test --silent -- "$@"
