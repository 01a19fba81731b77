#!/bin/sh
# Makes sure that what Glassbox is built with is there: Swift, and the two C libraries.
# Installs the libraries with apt where it may; otherwise says what to install, and fails.
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
[ -z "$missing" ] && exit 0

command -v apt-get >/dev/null 2>&1 ||
  fail "these are missing, by their Debian names:$missing; install them with your system's package manager"

as_root=""
if [ "$(id -u)" -ne 0 ]; then
  as_root="sudo"
  # Never wait for a password that nobody is there to type.
  if ! command -v sudo >/dev/null 2>&1 || { [ ! -t 0 ] && ! sudo -n true 2>/dev/null; }; then
    fail "these packages are missing, and installing them needs root: run  apt-get install$missing  as root, then try again"
  fi
fi

echo "Installing$missing …"
# shellcheck disable=SC2086  # one word for each package
{
  $as_root apt-get -q update &&
    $as_root env DEBIAN_FRONTEND=noninteractive apt-get -q install -y --no-install-recommends $missing
} || fail "apt-get could not install them; run  apt-get install$missing  as root, then try again"
