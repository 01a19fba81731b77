#!/bin/sh
# Exports lessons as pages and looks at them with Chromium, which is installed from Debian if it is missing.
#   test.sh PROGRAM     the built glassbox
set -eu
here=$(cd "$(dirname "$0")" && pwd)
program=$1

found=""
for name in chromium chromium-browser google-chrome; do
  command -v "$name" >/dev/null 2>&1 && found=$name
done
[ -n "$found" ] || "$here/../install.sh" chromium
command -v python3 >/dev/null 2>&1 || "$here/../install.sh" python3

folder=$(mktemp -d "${TMPDIR:-/tmp}/glassbox-web.XXXXXX")
GLASSBOX_WORKSPACE=$folder/workspace
export GLASSBOX_WORKSPACE
for lesson in "$here/figures.md" 02-tokenization 06-time-travel; do
  written=$("$program" run "$lesson" --to html --output "$folder/$(basename "$lesson" .md).html")
  echo "$written"
  case $written in *"note     "*) echo "error: a cell of this lesson failed" >&2; exit 1 ;; esac
done
python3 "$here/check_page.py" "$folder" "$folder"/*.html
