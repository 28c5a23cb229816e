import { createServer, get } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, test } from "vitest";
import { addressOf, markPeers } from "@/lib/auth/sign-in/address";

const from = (peer: string, forwarded?: string, trusted = "10.0.0.0/8, 192.0.2.1, fd00::/8"): string =>
  addressOf(
    new Headers({
      "x-peer-address": peer,
      ...(forwarded === undefined ? {} : { "x-forwarded-for": forwarded }),
    }),
    trusted,
  );

test("the socket's address counts, whatever a client says of itself", () => {
  expect(from("203.0.113.5")).toBe("203.0.113.5");
  expect(from("203.0.113.5", "198.51.100.1")).toBe("203.0.113.5");
  expect(from("10.0.0.1", "198.51.100.1", "")).toBe("10.0.0.1");
});

test("behind trusted proxies, the last address that isn't one of them counts", () => {
  expect(from("10.0.0.1", "198.51.100.1")).toBe("198.51.100.1");
  expect(from("10.0.0.1", "6.6.6.6, 198.51.100.1, 10.9.9.9, 192.0.2.1")).toBe("198.51.100.1");
  expect(from("::ffff:10.0.0.1", "198.51.100.1")).toBe("198.51.100.1");
  expect(from("fd00::1", "198.51.100.1")).toBe("198.51.100.1");
});

test("if a proxy forwards nothing, or nonsense, its own address counts", () => {
  expect(from("10.0.0.1")).toBe("10.0.0.1");
  expect(from("10.0.0.1", "")).toBe("10.0.0.1");
  expect(from("10.0.0.1", "198.51.100.1, nonsense")).toBe("10.0.0.1");
  expect(from("10.0.0.1", "198.51.100.1:4000")).toBe("10.0.0.1");
});

test("an IPv6 address counts with its whole network of 64 bits", () => {
  expect(from("2001:db8:1:2:3:4:5:6")).toBe("2001:db8:1:2::/64");
  expect(from("2001:DB8:1:2::9")).toBe("2001:db8:1:2::/64");
  expect(from("2001:0db8::1")).toBe("2001:db8:0:0::/64");
  expect(from("::1")).toBe("0:0:0:0::/64");
  expect(from("fe80::1%eth0")).toBe("fe80:0:0:0::/64");
});

test("a missing address and malformed settings cause no failure", () => {
  expect(from("")).toBe("unknown");
  expect(from("203.0.113.5", undefined, "nonsense, 1.2.3.4/99, /, ::/x")).toBe("203.0.113.5");
});

test("every request to a server of this process carries its socket's address, not the client's word", async () => {
  markPeers();
  const server = createServer((request, response) => response.end(request.headers["x-peer-address"]));
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const { port } = server.address() as AddressInfo;
  const told = await new Promise<string>((done) => {
    get({ port, host: "127.0.0.1", headers: { "x-peer-address": "6.6.6.6" } }, (response) => {
      let text = "";
      response.on("data", (chunk: Buffer) => (text += chunk.toString())).on("end", () => done(text));
    });
  });
  server.close();
  expect(told).toBe("127.0.0.1");
});
