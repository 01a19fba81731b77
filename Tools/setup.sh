#!/bin/sh
# Makes sure that what Glassbox is built with is there: Swift, and the C libraries.
# Installs the libraries that are missing; where it may not, it says what to install, and fails.
set -eu

fail() {
  echo "error: $*" >&2
  exit 2
}

command -v swift >/dev/null 2>&1 ||
  fail "there is no swift here; install Swift 6.2 or later from https://www.swift.org/install"

# Headers are looked for rather than packages: a library built by hand counts too.
has_header() {
  for folder in /usr/include /usr/local/include /opt/homebrew/include $(echo "${CPATH:-}" | tr ':' ' '); do
    [ -f "$folder/$1" ] && return 0
  done
  return 1
}

missing=""
has_header readline/readline.h || missing="$missing libreadline-dev"
has_header cmark-gfm.h || missing="$missing libcmark-gfm-dev"
has_header librsvg-2.0/librsvg/rsvg.h || missing="$missing librsvg2-dev"
[ -z "$missing" ] && exit 0

# shellcheck disable=SC2086  # one word for each package
exec "$(dirname "$0")/install.sh" $missing
