// Which addresses are outside: for IPv4 those not reserved by a registry, for IPv6 global unicast.
import { BlockList, isIP } from "node:net";

/** IANA's special-purpose registries, November 2026. */
const RESERVED_V4 = [
  ...["0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12"],
  ...["192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15"],
  ...["198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4"],
];
/** Within 2000::/3. Tunnels contain an IPv4 address. */
const RESERVED_V6 = ["2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20"];

const reserved = new BlockList();
for (const network of RESERVED_V4) reserved.addSubnet(...partsOf(network), "ipv4");
for (const network of RESERVED_V6) reserved.addSubnet(...partsOf(network), "ipv6");
const global = new BlockList();
global.addSubnet("2000::", 3, "ipv6");

/** False for anything that isn't an address, and for IPv4 mapped into IPv6. */
export function isPublicAddress(address: string): boolean {
  const family = isIP(address);
  if (family === 4) return !reserved.check(address, "ipv4");
  return family === 6 && global.check(address, "ipv6") && !reserved.check(address, "ipv6");
}

function partsOf(network: string): [string, number] {
  const [address = "", bits] = network.split("/");
  return [address, Number(bits)];
}
