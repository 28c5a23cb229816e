// Loaded before a program that reads a stranger's file: from then on nothing in that process reaches a network.
import dgram from "node:dgram";
import dns from "node:dns";
import { syncBuiltinESMExports } from "node:module";
import net from "node:net";

const refuse = () => {
  throw new Error("this process has no network");
};

net.Socket.prototype.connect = refuse;
net.Server.prototype.listen = refuse;
for (const name of /** @type {const} */ (["bind", "connect", "send"])) dgram.Socket.prototype[name] = refuse;
for (const names of [dns, dns.promises, dns.Resolver.prototype, dns.promises.Resolver.prototype])
  for (const name of Object.getOwnPropertyNames(names))
    if (/^(lookup|resolve|reverse)/.test(name)) Object.defineProperty(names, name, { value: refuse });
syncBuiltinESMExports();
