#!/bin/sh
# Installs what tests use besides Python packages: a browser, and mermaid's own program. What is there is left alone.
# What cannot be had is said, and the run goes on: the tests that need it are skipped, and name it.
set -u
MERMAID=12.3.0
FOLDER=build/tools

browser() {
  for name in chromium chromium-browser google-chrome google-chrome-stable; do
    command -v "$name" > /dev/null && return
  done
  command -v apt-get > /dev/null || { missing "a browser" "install Chromium or Chrome"; return; }
  if [ "$(id -u)" = 0 ]; then as_root=; else as_root="sudo -n"; fi
  $as_root true 2> /dev/null || { missing "a browser" "run: sudo apt-get install chromium"; return; }
  echo "installing Debian's chromium (about a minute) ..."
  { $as_root apt-get update && $as_root env DEBIAN_FRONTEND=noninteractive apt-get install --yes --no-install-recommends chromium; } \
    > "$FOLDER/chromium.log" 2>&1 < /dev/null || missing "a browser" "apt-get could not install chromium: see $FOLDER/chromium.log"
}

mermaid() {
  [ -e "$FOLDER/mermaid-$MERMAID" ] && return
  command -v npm > /dev/null || { missing "mermaid" "install npm"; return; }
  echo "fetching mermaid $MERMAID ..."
  {
    rm -f "$FOLDER"/mermaid* &&
      npm pack "mermaid@$MERMAID" --pack-destination "$FOLDER" &&
      tar -xzf "$FOLDER/mermaid-$MERMAID.tgz" -C "$FOLDER" --strip-components=2 package/dist/mermaid.min.js &&
      rm "$FOLDER/mermaid-$MERMAID.tgz" &&
      touch "$FOLDER/mermaid-$MERMAID"
  } > "$FOLDER/npm.log" 2>&1 < /dev/null || missing "mermaid" "npm could not fetch it: see $FOLDER/npm.log"
}

missing() {
  echo "without $1 ($2): the tests that need it are skipped" >&2
}

mkdir -p "$FOLDER"
browser
mermaid
