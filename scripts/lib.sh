# SPDX-License-Identifier: Apache-2.0
# Sourced by the other scripts. Goes to the root of the repository.
cd "$(dirname "${BASH_SOURCE[0]}")/.."

as_root() {
  if [ "$(id -u)" -eq 0 ]; then "$@"; else sudo "$@"; fi
}

# need_packages PACKAGE... installs what is missing; without anything missing it needs no network.
need_packages() {
  local missing=() package
  for package in "$@"; do
    dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null | grep -qx installed || missing+=("$package")
  done
  if [ ${#missing[@]} -gt 0 ]; then
    as_root apt-get update -qq
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}"
  fi
}

need_build_packages() {
  need_packages g++ cmake ninja-build ccache libfmt-dev nlohmann-json3-dev libssl-dev libcli11-dev libpcre2-dev
}

# Puts Node.js 20 or later on the PATH. Debian 12 has 18, with which npm installs a newer one.
need_node() {
  local tools=build/tools major platform
  if ! { command -v node && command -v npm; } >/dev/null; then need_packages ca-certificates nodejs npm; fi
  major=$(node -p 'process.versions.node.split(".")[0]')
  if [ "$major" -lt 20 ]; then
    platform=$(node -p '`${process.platform}-${process.arch}`')
    if [ ! -x "$tools/node_modules/node-$platform/bin/node" ]; then
      npm install --prefix "$tools" --no-save --ignore-scripts --no-audit --no-fund "node-$platform@20.20.2"
    fi
    PATH="$PWD/$tools/node_modules/node-$platform/bin:$PATH"
  fi
}

# need_npm_packages DIRECTORY installs what its package-lock.json says, once for each version of that file.
need_npm_packages() {
  local stamp="$1/node_modules/.stamp"
  if ! cmp -s "$1/package-lock.json" "$stamp"; then
    npm ci --prefix "$1" --no-audit --no-fund --loglevel=error
    cp "$1/package-lock.json" "$stamp"
  fi
}
