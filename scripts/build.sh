# shellcheck shell=bash
# Sourced by the commands at the root, from the root: builds only what changed.

# Whether TARGET exists and nothing under the given paths is newer. Folders count too, so that a
# deleted file is noticed.
is_fresh() {
  local target=$1
  shift
  [ -e "$target" ] && [ -z "$(find "$@" -newer "$target" -not -path '*/node_modules/*' -print -quit 2>/dev/null)" ]
}

install_node_modules() { # FOLDER
  is_fresh "$1/node_modules/.package-lock.json" "$1/package-lock.json" && return
  say "Installing the packages of $1/ ..."
  (cd "$1" && npm ci --no-audit --no-fund --loglevel=error) >&2
  touch "$1/node_modules/.package-lock.json"
}

build_web() {
  install_node_modules web
  is_fresh web/dist/index.html web/src web/public web/index.html web/package.json web/vite.config.ts && return
  say "Building the web pages ..."
  (cd web && npm run --silent build) >&2
  touch web/dist/index.html
}

build_server() {
  is_fresh server/target/dangol-app.jar server/src/main server/pom.xml pom.xml web/dist && return
  say "Building the server ..."
  ./mvnw -q -B -Dquick -Dmaven.test.skip=true package >&2
  touch server/target/dangol-app.jar
}

# What every start of the server is given; JAVA_OPTS adds to it. Dangol needs little memory: the
# serial collector and short object headers keep one process small.
server_java_options() {
  printf '%s\n' -XX:+UseSerialGC -XX:+UseCompactObjectHeaders -Xmx384m -Xss512k \
    -XX:+ExitOnOutOfMemoryError --enable-native-access=ALL-UNNAMED -Dfile.encoding=UTF-8
}
