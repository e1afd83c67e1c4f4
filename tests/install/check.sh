#!/usr/bin/env bash
# One check of the installed package; ctest runs them in the order their fixtures ask for.
#   check.sh CHECK SOURCE BUILD WORK    (BUILD: a finished build of the static library)
set -euo pipefail
check=$1 source=$2 build=$3 work=$4
jobs=$(getconf _NPROCESSORS_ONLN)
consumer=$source/tests/install/consumer

fail() {
  printf 'install check %s: %s\n' "$check" "$*" >&2
  exit 1
}

install_static() {
  rm -rf "$work/static"
  cmake --install "$build" --prefix "$work/static"
}

# No optimisation: this asks what the linker sees, not how fast it is.
build_shared() {
  cmake -S "$source/tests/install/embedding" -B "$work/embedding" -G Ninja \
    -D CORRIDOR_SOURCE="$source" -D BUILD_SHARED_LIBS=ON -D CORRIDOR_INSTALL=ON \
    -D CMAKE_BUILD_TYPE=Debug -D CMAKE_CXX_FLAGS_DEBUG=-O0
  cmake --build "$work/embedding" --parallel "$jobs"
  "$work/embedding/consumer"
  rm -rf "$work/shared"
  cmake --install "$work/embedding" --prefix "$work/shared"
}

# find_package KIND
find_package() {
  rm -rf "$work/consumer-$1"
  cmake -S "$consumer" -B "$work/consumer-$1" -G Ninja -D CMAKE_PREFIX_PATH="$work/$1"
  cmake --build "$work/consumer-$1"
  "$work/consumer-$1/consumer"
}

library_folder() {
  dirname "$(find "$work/$1" -name 'libcorridor.*' -print -quit)"
}

# pkg_config KIND OPTION...
pkg_config() {
  local kind=$1 folder flags
  shift
  folder=$(library_folder "$kind")
  flags=$(PKG_CONFIG_PATH=$folder/pkgconfig pkg-config "$@" --cflags --libs corridor)
  # The flags are words for the compiler.
  # shellcheck disable=SC2086
  "${CXX:-c++}" -std=c++20 "$consumer/main.cc" -o "$work/consumer-pc-$kind" $flags
  LD_LIBRARY_PATH=$folder "$work/consumer-pc-$kind"
}

exported_symbols() {
  local file strangers name
  file=$(library_folder shared)/libcorridor.so
  strangers=$(nm -D --defined-only "$file" | awk '{print $3}' |
    grep -vE '^_Z(T[VTIS])?NK?8corridor' || true)
  if [ -n "$strangers" ]; then fail "names of others are visible: $strangers"; fi
  nm -D --defined-only "$file" | c++filt | grep 'corridor::max_flow(' ||
    fail "corridor::max_flow is not visible"
  name=$(readelf -d "$file" | sed -n 's/.*(SONAME).*\[\(.*\)\]/\1/p')
  [ "$name" = libcorridor.so.0.1 ] || fail "SONAME is '$name'"
}

# Man pages, completions, data and program stand where the tools look for them.
installed_files() {
  local share=$work/static/share file
  for file in man/man1/corridor.1 man/man1/corridor-route.1 man/man1/corridor-compare.1 \
    bash-completion/completions/corridor zsh/site-functions/_corridor \
    fish/vendor_completions.d/corridor.fish corridor/network/middle-corridor.yaml \
    corridor/scenarios/fivefold.yaml doc/corridor/LICENSE; do
    [ -s "$share/$file" ] || fail "share/$file is missing or empty"
  done
  bash -n "$share/bash-completion/completions/corridor"
  (cd / && "$work/static/bin/corridor" --version | grep '0\.1\.0') ||
    fail "the installed program does not tell its version"
}

case $check in
  static) install_static ;;
  shared) build_shared ;;
  find_package_static) find_package static ;;
  find_package_shared) find_package shared ;;
  pkg_config_static) pkg_config static --static ;;
  pkg_config_shared) pkg_config shared ;;
  exported_symbols) exported_symbols ;;
  installed_files) installed_files ;;
  *) fail "there is no such check" ;;
esac
