# shellcheck shell=bash
# Sourced by the commands at the root: finds what they need, installs system packages where that is
# allowed (and says which), and otherwise says in one line what is missing.

say() { printf '%s\n' "$*" >&2; }
die() { say "$*"; exit 1; }

# Sets JAVA_HOME to the newest JDK from 25 on.
require_jdk() {
  local candidate
  for candidate in "${JAVA_HOME:-}" "$(dirname "$(dirname "$(readlink -f "$(command -v javac || true)")" 2>/dev/null)" 2>/dev/null)" \
    /usr/lib/jvm/* /opt/java/* /opt/jdk* "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* /Library/Java/JavaVirtualMachines/*/Contents/Home; do
    if [ -x "$candidate/bin/javac" ] && [ "$(jdk_major "$candidate")" -ge 25 ]; then
      export JAVA_HOME=$candidate
      return
    fi
  done
  die "Dangol needs a JDK 25 or newer, and none was found: install one (for example Temurin 25) or set JAVA_HOME."
}

jdk_major() {
  local version
  version=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release" 2>/dev/null)
  printf '%s' "${version:-0}"
}

require_node() {
  local major
  major=$(node --version 2>/dev/null | sed 's/^v\([0-9]*\).*/\1/')
  [ "${major:-0}" -ge 20 ] && command -v npm >/dev/null || die "Dangol needs Node 20 or newer with npm, and none was found."
}

require_maven() {
  command -v mvn >/dev/null || install_packages maven
}

# Installs Debian or Ubuntu packages, printing them first; says what to install where it may not.
install_packages() {
  if [ "$(id -u)" != 0 ] || ! command -v apt-get >/dev/null; then
    die "Missing: $*. Please install it with your system's package manager and try again."
  fi
  say "Installing with apt-get: $*"
  { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@"; } >/dev/null ||
    die "apt-get could not install: $*"
}

# Installs the packages of those commands that are missing: require_commands COMMAND:PACKAGE ...
require_commands() {
  local each missing=()
  for each in "$@"; do
    command -v "${each%%:*}" >/dev/null || missing+=("${each#*:}")
  done
  [ ${#missing[@]} = 0 ] || install_packages "${missing[@]}"
}

# What deploy/cluster runs besides Java.
require_cluster() {
  require_commands nginx:nginx-light redis-server:redis-server redis-cli:redis-tools \
    /usr/lib/rabbitmq/bin/rabbitmq-server:rabbitmq-server curl:curl pgrep:procps unzip:unzip xz:xz-utils
}

# Sets PYTHON to a Python from 3.10 on that can make virtual environments.
require_python() {
  find_python && return
  install_packages python3 python3-venv
  find_python || die "Python 3.10 to 3.13 with its venv module is needed, and none was found."
}

find_python() {
  local candidate
  for candidate in python3 python3.13 python3.12 python3.11 python3.10; do
    if command -v "$candidate" >/dev/null &&
      "$candidate" -c 'import sys, venv, ensurepip; sys.exit(not (3, 10) <= sys.version_info[:2] <= (3, 13))' 2>/dev/null; then
      PYTHON=$(command -v "$candidate")
      return
    fi
  done
  return 1
}

# Sets CHROMIUM to a Chromium that the browser tests may drive.
require_browser() {
  local candidate
  for candidate in "${CHROMIUM:-}" chromium chromium-browser google-chrome; do
    if [ -n "$candidate" ] && command -v "$candidate" >/dev/null; then
      CHROMIUM=$(command -v "$candidate")
      export CHROMIUM
      return
    fi
  done
  install_packages chromium fonts-noto-cjk
  CHROMIUM=$(command -v chromium) || die "Chromium was installed but is not on the PATH."
  export CHROMIUM
}

# Redis and RabbitMQ for the tests that start their own.
require_services() {
  require_commands redis-server:redis-server redis-cli:redis-tools rabbitmq-server:rabbitmq-server
}
