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

# Unpacks the jar and records which classes a start loads, so that the next start finds them loaded
# and linked: it takes a third of the processor time of a start from the jar.
prepare_start() {
  local app=server/target/app data options
  is_fresh "$app/dangol.aot" server/target/dangol-app.jar && return
  say "Preparing quick starts ..."
  rm -rf "$app"
  "$JAVA_HOME/bin/java" -Djarmode=tools -jar server/target/dangol-app.jar extract --destination "$app" >&2
  data=$(mktemp -d)
  mapfile -t options < <(server_java_options)
  PORT=0 DANGOL_DATA_DIR=$data "$JAVA_HOME/bin/java" "${options[@]}" -XX:AOTCacheOutput="$app/dangol.aot" \
    -Dspring.context.exit=onRefresh -jar "$app/dangol-app.jar" >"$app/training.log" 2>&1 ||
    say "Starts will be slower: see $app/training.log"
  rm -rf "$data"
}

# What every start of the server is given; JAVA_OPTS adds to it. Dangol needs little memory: the
# serial collector, short object headers and a heap that starts small keep one process small; what
# the compilers leave free outside the heap goes back to the system.
server_java_options() {
  printf '%s\n' -XX:+UseSerialGC -XX:+UseCompactObjectHeaders -Xms128m -Xmx384m -Xss512k \
    -XX:TrimNativeHeapInterval=30000 -XX:+ExitOnOutOfMemoryError --enable-native-access=ALL-UNNAMED
}

# Becomes the server: serve [ARGUMENT ...]
serve() {
  local options cache=server/target/app/dangol.aot
  mapfile -t options < <(server_java_options)
  if [ -e "$cache" ]; then options+=(-XX:AOTCache="$cache"); fi
  # shellcheck disable=SC2086 # JAVA_OPTS is meant to be split
  exec "$JAVA_HOME/bin/java" "${options[@]}" ${JAVA_OPTS:-} -jar server/target/app/dangol-app.jar "$@"
}
