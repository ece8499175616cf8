#!/bin/sh
# Runs a command in a network of its own whose only way out is a wire that counts every frame. Needs user namespaces.
# usage: unshare --user --map-root-user --net --mount sh silent-net.sh COMMAND…
set -eu
# Frames the kernel sends of itself would be counted too.
echo 1 > /proc/sys/net/ipv6/conf/all/disable_ipv6
echo 1 > /proc/sys/net/ipv6/conf/default/disable_ipv6
ip link add wire0 type veth peer name wire1
ip link set lo up
ip link set wire1 up
ip addr add 10.9.0.1/24 dev wire0
ip link set wire0 up
# The other end answers nobody, but its address is known: packets leave without asking who has it.
ip neigh add 10.9.0.2 lladdr 02:00:00:00:00:02 dev wire0
ip route add default via 10.9.0.2
names=$(mktemp)
echo 'nameserver 10.9.0.2' > "$names"
mount --bind "$names" /etc/resolv.conf
exec "$@"
