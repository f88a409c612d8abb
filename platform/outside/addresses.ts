import { BlockList, isIP } from 'node:net';

// RFC 6890 and its successors: addresses that belong to this machine, to a private network, or to nobody. Version 4 rules hold for
// version 6 addresses that carry a version 4 one as well.
const RANGES: [string, number][] = [
  ['0.0.0.0', 8], ['10.0.0.0', 8], ['100.64.0.0', 10], ['127.0.0.0', 8], ['169.254.0.0', 16], ['172.16.0.0', 12], ['192.0.0.0', 24], ['192.0.2.0', 24],
  ['192.88.99.0', 24], ['192.168.0.0', 16], ['198.18.0.0', 15], ['198.51.100.0', 24], ['203.0.113.0', 24], ['224.0.0.0', 4], ['240.0.0.0', 4],
  ['::', 127], ['64:ff9b::', 96], ['64:ff9b:1::', 48], ['100::', 64], ['2001::', 23], ['2001:db8::', 32], ['2002::', 16], ['3fff::', 20], ['fc00::', 7], ['fe80::', 10], ['fec0::', 10], ['ff00::', 8],
];

const inner = new BlockList();
for (const [network, prefix] of RANGES) inner.addSubnet(network, prefix, network.includes(':') ? 'ipv6' : 'ipv4');

/** True for an address on the public internet; false for private, loopback, link-local, reserved ones and for what is no address. */
export function isPublicAddress(address: string): boolean {
  const version = isIP(address);
  if (version === 0) return false;
  return !inner.check(address, version === 4 ? 'ipv4' : 'ipv6');
}
