set -euo pipefail

refuse() {
  echo "$*" >&2
  exit 1
}

usage() {
  refuse "usage: $0 up | down | list | exec WORKLOAD COMMAND..."
}

check() {
  [ "$(id -u)" = 0 ] || refuse "This lab needs root, because it creates network namespaces."
  command -v ip > /dev/null || refuse "This lab needs the command ip of iproute2."
  command -v nft > /dev/null || refuse "This lab needs the command nft of nftables."
}

# Settings of a new namespace; what a kernel does not know is left out.
settings() {
  ip netns exec "$1" bash -c '
    put() { [ ! -w "/proc/sys/net/$1" ] || echo "$2" > "/proc/sys/net/$1" 2> /dev/null || :; }
    for which in all default; do
      put "ipv4/conf/$which/rp_filter" 0
      put "ipv4/conf/$which/send_redirects" 0
      put "ipv4/conf/$which/accept_redirects" 0
      put "ipv4/conf/$which/accept_local" 1
      put "ipv6/conf/$which/accept_ra" 0
      put "ipv6/conf/$which/accept_dad" 0
      put "ipv6/conf/$which/accept_redirects" 0
      put "ipv6/conf/$which/forwarding" "$0"
    done
    put ipv4/ip_forward "$0"
    put ipv4/icmp_ratelimit 0
    put ipv4/icmp_ratemask 0
    put ipv4/icmp_errors_use_inbound_ifaddr 1
    for family in ipv4 ipv6; do
      put "$family/fib_multipath_hash_policy" 1
      put "$family/fib_multipath_hash_policy" 3
      put "$family/fib_multipath_hash_fields" "$1"
    done
    put ipv4/fib_multipath_hash_seed "$2"
    put ipv6/icmp/ratelimit 0
  ' "$2" "$3" "$4"
}

# A namespace: its name, whether it forwards, the fields that choose among equal paths, a seed.
create() {
  ip netns add "$1"
  settings "$@"
}

down() {
  local namespace
  for namespace in "${namespaces[@]}"; do
    [ ! -e "/run/netns/$namespace" ] || ip netns del "$namespace"
  done
}

run() {
  local name=$1
  shift
  [ -n "${workloads[$name]-}" ] || refuse "No workload is called $name; see: $0 list"
  exec ip netns exec "${workloads[$name]}" "$@"
}

list() {
  local name
  for name in "${!workloads[@]}"; do
    printf '%s\t%s\n' "$name" "${workloads[$name]}"
  done | sort
}
