#!/bin/sh
# Installs Debian packages with apt where it may; otherwise says what to install, and fails.
#   install.sh PACKAGE …
set -eu

fail() {
  echo "error: $*" >&2
  exit 2
}

command -v apt-get >/dev/null 2>&1 ||
  fail "these are missing, by their Debian names: $*; install them with your system's package manager"

as_root=""
if [ "$(id -u)" -ne 0 ]; then
  as_root="sudo"
  # Never wait for a password that nobody is there to type.
  if ! command -v sudo >/dev/null 2>&1 || { [ ! -t 0 ] && ! sudo -n true 2>/dev/null; }; then
    fail "these packages are missing, and installing them needs root: run  apt-get install $*  as root, then try again"
  fi
fi

echo "Installing $* …"
{
  $as_root apt-get -q update &&
    $as_root env DEBIAN_FRONTEND=noninteractive apt-get -q install -y --no-install-recommends "$@"
} || fail "apt-get could not install them; run  apt-get install $*  as root, then try again"
