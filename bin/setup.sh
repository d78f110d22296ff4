# What bin/start, bin/test and bin/flask share: they make what is missing, then do their work.
# Everything said here goes to standard error; standard output is for results.

ROOT="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
VENV="$ROOT/.venv"
export PYTHONPATH="$ROOT${PYTHONPATH:+:$PYTHONPATH}"
export FLASK_APP=webapp FLASK_SKIP_DOTENV=1
export HOST="${HOST:-127.0.0.1}"

say() { printf '%s\n' "$*" >&2; }

stop() {
  say "$*"
  exit 1
}

# Install Debian packages as root; for anyone else, say which ones and stop.
install_packages() {
  if [ "$(id -u)" != 0 ] || ! command -v apt-get >/dev/null; then
    stop "Missing: $*. Run 'sudo apt-get install $*', then try again."
  fi
  say "Installing $* ..."
  export DEBIAN_FRONTEND=noninteractive
  apt-get install -y -q --no-install-recommends "$@" >&2 ||
    { apt-get update -q >&2 && apt-get install -y -q --no-install-recommends "$@" >&2; } ||
    stop "Could not install $*."
}

is_recent() { "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; }

find_python() {
  local name
  for name in ${PYTHON:-} python3 python3.14 python3.13 python3.12 python3.11; do
    if command -v "$name" >/dev/null && is_recent "$name"; then
      command -v "$name"
      return
    fi
  done
  return 1
}

make_venv() {
  local python version
  if ! find_python >/dev/null; then install_packages python3; fi
  python="$(find_python)" || stop "Python 3.11 or later is needed; set PYTHON to where it is."
  if ! "$python" -c 'import ensurepip, venv' 2>/dev/null; then
    version="$("$python" -c 'import sys; print("%d.%d" % sys.version_info[:2])')"
    install_packages "python$version-venv"
  fi
  say "Making the Python environment ..."
  "$python" -m venv --clear "$VENV" >&2
}

# What the environment must hold, told by the content of files, so that nothing is done twice.
stamp() { { "$VENV/bin/python" -V && printf '%s\n' "$VENV" && cat "$@"; } | sha256sum; }

# set_up_python NAME FILE...: the environment with the packages of these files.
set_up_python() {
  local name="$1" mark="$VENV/.set-up-$1"
  shift
  if is_recent "$VENV/bin/python" && [ "$(stamp "$@")" = "$(cat "$mark" 2>/dev/null)" ]; then
    return
  fi
  mkdir -p "$ROOT/.tools"
  (
    flock 9 # two commands at once: the second waits
    is_recent "$VENV/bin/python" && "$VENV/bin/python" -m pip -V >/dev/null 2>&1 || make_venv
    [ "$(stamp "$@")" = "$(cat "$mark" 2>/dev/null)" ] && exit 0
    say "Installing Python packages ($name) ..."
    "$VENV/bin/python" -m pip install -q --disable-pip-version-check \
      $(printf -- '-r %q ' "$@") >&2 || stop "Could not install the Python packages."
    stamp "$@" >"$mark"
  ) 9>"$ROOT/.tools/lock" || exit 1
}

has_voice() { [[ "$(ldconfig -p 2>/dev/null)" == *libespeak-ng.so* ]]; }

# The voice of the system, asked for once and only as root; elsewhere a Python package speaks.
set_up_voice() {
  local mark="$ROOT/.tools/voice"
  if [ "${VOICE:-}" = none ] || [ -e "$mark" ] || has_voice; then return; fi
  mkdir -p "$ROOT/.tools" && touch "$mark"
  if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    say "Installing espeak-ng ..."
    (install_packages espeak-ng) || say "The voice of the Python package is used."
  fi
}

has_paper() {
  local libraries
  libraries="$(ldconfig -p 2>/dev/null)"
  [[ "$libraries" == *libpangoft2-1.0.so* && "$libraries" == *libharfbuzz-subset.so* ]]
}

# What makes a PDF, asked for once and only as root; elsewhere pages say that they cannot.
set_up_paper() {
  local mark="$ROOT/.tools/paper"
  if [ -e "$mark" ] || has_paper; then return; fi
  mkdir -p "$ROOT/.tools" && touch "$mark"
  if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    say "Installing Pango ..."
    (install_packages libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0) ||
      say "Without Pango, pages are printed and make no PDF."
  fi
}

set_up_run() {
  set_up_python run "$ROOT/requirements.txt"
  compile_catalogues
}

compile_catalogues() {
  local source compiled
  for source in "$ROOT"/locales/*/LC_MESSAGES/*.po; do
    compiled="${source%.po}.mo"
    if [ -e "$source" ] && ! [ "$compiled" -nt "$source" -a -e "$ROOT/locales/complete.json" ]; then
      "$VENV/bin/python" "$ROOT/scripts/catalogues.py" compile >&2 ||
        stop "Could not compile the translations."
      return
    fi
  done
}
