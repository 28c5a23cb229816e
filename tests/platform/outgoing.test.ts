// No address that a person gives leads inside, whatever its name resolves to, and whenever.
import dns from "node:dns";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { postOutside, whyNotAddress } from "@/lib/platform/outgoing";
import { isPublicAddress } from "@/lib/platform/public-address";

describe("an address", () => {
  test.each(["8.8.8.8", "1.1.1.1", "193.0.14.129", "2606:4700:4700::1111", "2a00:1450:4001::8a"])(
    "is outside: %s",
    (one) => {
      expect(isPublicAddress(one)).toBe(true);
    },
  );

  test.each([
    ...["0.0.0.0", "10.1.2.3", "100.64.0.1", "127.0.0.1", "127.255.255.255", "169.254.169.254", "172.16.0.1"],
    ...[
      "172.31.255.255",
      "192.0.0.8",
      "192.0.2.1",
      "192.168.1.1",
      "198.18.0.1",
      "198.51.100.7",
      "203.0.113.9",
    ],
    ...[
      "224.0.0.1",
      "239.255.255.255",
      "255.255.255.255",
      "::",
      "::1",
      "::ffff:8.8.8.8",
      "::ffff:7f00:1",
      "::8.8.8.8",
    ],
    ...[
      "fe80::1",
      "fc00::1",
      "fd12:3456::1",
      "ff02::1",
      "64:ff9b::a00:1",
      "2001::1",
      "2001:db8::1",
      "2002:a00:1::1",
    ],
    ...["100::1", "", "localhost", "010.0.0.1", "0x7f.1", "2130706433", "8.8.8.8 "],
  ])("is not outside: %s", (one) => {
    expect(isPublicAddress(one)).toBe(false);
  });
});

describe("an address as it was typed", () => {
  test.each([
    ["https://hooks.example.org/x", null],
    ["https://8.8.8.8/x", null],
    ["http://hooks.example.org/x", "not-https"],
    ["https://127.0.0.1/x", "private-address"],
    ["https://2130706433/x", "private-address"],
    ["https://0x7f.1/x", "private-address"],
    ["https://0177.0.0.1/x", "private-address"],
    ["https://[::1]/x", "private-address"],
    ["https://[::ffff:127.0.0.1]/x", "private-address"],
    ["https://[fd00::1]:8443/x", "private-address"],
    ["http://desk.internal/x", null],
    ["https://other.internal/x", null],
  ])("%s: %s", (url, why) => {
    expect(whyNotAddress(url, ["desk.internal"])).toBe(why);
  });

  test("is refused if it is an IPv4 address inside, however it is written", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 0xff_ff_ff }), (rest) => {
        const inside = 0x0a_00_00_00 + rest;
        for (const written of [String(inside), `0x${inside.toString(16)}`, `0${inside.toString(8)}`])
          expect(whyNotAddress(`https://${written}/`, [])).toBe("private-address");
      }),
    );
  });
});

describe("what is posted", () => {
  let server: Server;
  let port: number;
  const heard: { url: string | undefined; body: string }[] = [];
  beforeAll(async () => {
    server = createServer((request, response) => {
      const parts: Buffer[] = [];
      request.on("data", (part: Buffer) => parts.push(part));
      request.on("end", () => {
        heard.push({ url: request.url, body: Buffer.concat(parts).toString() });
        if (request.url === "/slow") return;
        if (request.url === "/moved")
          response.setHeader("Location", `http://127.0.0.1:${String(port)}/inside`);
        response.statusCode = request.url === "/moved" ? 307 : 204;
        response.end();
      });
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    ({ port } = server.address() as AddressInfo);
  });
  afterAll(() => void (server.closeAllConnections(), server.close()));
  const post = (host: string, path: string, inside: string[], patience?: number) =>
    postOutside({ url: `http://${host}:${String(port)}${path}`, headers: {}, body: "{}", inside }, patience);

  test("goes to a host inside that is allowed by name, and to no other", async () => {
    expect(await post("localhost", "/a", ["localhost"])).toEqual({ status: 204, fault: null });
    heard.length = 0;
    expect(await post("127.0.0.1", "/a", ["localhost"])).toEqual({ status: null, fault: "private-address" });
    expect(heard).toEqual([]);
  });

  test("follows no redirect, and doesn't wait for long", async () => {
    heard.length = 0;
    expect(await post("localhost", "/moved", ["localhost"])).toEqual({ status: 307, fault: null });
    expect(heard.map(({ url }) => url)).toEqual(["/moved"]);
    expect(await post("localhost", "/slow", ["localhost"], 200)).toEqual({ status: null, fault: "too-slow" });
    expect(await post("localhost:1/x?", "", ["localhost"])).toEqual({ status: null, fault: "unreachable" });
  });

  test("doesn't reach inside by a name that resolves there, alone or among other addresses", async () => {
    const inside = { address: "127.0.0.1", family: 4 };
    const outside = { address: "93.184.215.14", family: 4 };
    heard.length = 0;
    for (const answer of [[inside], [outside, inside], [{ address: "::1", family: 6 }]]) {
      const spied = vi
        .spyOn(dns, "lookup")
        .mockImplementation(((_name: string, _options: object, done: (e: null, all: object[]) => void) =>
          done(null, answer)) as never);
      const url = `https://rebound.example:${String(port)}/x`;
      expect(await postOutside({ url, headers: {}, body: "{}", inside: [] })).toEqual({
        status: null,
        fault: "private-address",
      });
      expect(spied).toHaveBeenCalled();
      spied.mockRestore();
    }
    expect(heard).toEqual([]);
  });
});
