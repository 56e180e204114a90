import { BlockList, isIP } from 'node:net';

// A list of one kind takes no address of the other: an IPv4 address would count as one of IPv6 too.
const inside4 = new BlockList();
const inside6 = new BlockList();
for (const [network, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['224.0.0.0', 3],
] as const)
  inside4.addSubnet(network, bits, 'ipv4');
// Of IPv6, 2000::/3 alone is the public internet; within it, these carry an IPv4 address inside.
for (const [network, bits] of [
  ['::', 3],
  ['4000::', 2],
  ['8000::', 1],
  ['2001::', 32],
  ['2002::', 16],
] as const)
  inside6.addSubnet(network, bits, 'ipv6');

/** Whether an address is of this machine, of its network, or of no network at all. */
export function isPrivateAddress(address: string): boolean {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped) return isPrivateAddress(mapped);
  const kind = isIP(address);
  if (kind === 0) return true;
  return kind === 4 ? inside4.check(address, 'ipv4') : inside6.check(address, 'ipv6');
}
