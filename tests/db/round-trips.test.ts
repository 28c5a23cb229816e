// How often a change waits for the database: each wait costs a round trip, for it and for those behind it.
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openTestApi, type TestApi } from "../support/api";
import { pledgeBody } from "../support/bodies";
import { roundTripsOf } from "../support/round-trips";

let api: TestApi;
let pledge: string;
beforeAll(async () => {
  api = await openTestApi();
  const body = { ...pledgeBody, stage: "SIGNALLED" };
  const logged = await api.call("officer", "POST", "/pledges", { body });
  pledge = `/pledges/${String(logged.body["reference"])}`;
});
afterAll(() => api.close());

describe("a change waits for the database at most five times", () => {
  test.each([
    ["a confirmation", "POST", "/confirm", {}],
    ["a comment", "POST", "/comments", { text: "Called them." }],
    ["a next step", "PATCH", "", { nextAction: "Call them again" }],
    ["a stage", "POST", "/stage", { to: "PLEDGED" }],
  ] as const)("%s", async (_, method, path, body) => {
    const { body: now } = await api.call("officer", "GET", pledge);
    const needsVersion = path === "" || path === "/stage";
    const trips = await roundTripsOf(async () => {
      const answer = await api.call("officer", method, `${pledge}${path}`, {
        body,
        key: randomUUID(),
        ...(needsVersion ? { version: now["version"] as number } : {}),
      });
      expect(answer.status, JSON.stringify(answer.body)).toBeLessThan(300);
    });
    const told = trips.map((trip, place) => `${String(place + 1)}. ${trip.join("\n   ")}`).join("\n");
    expect(trips.length, told).toBeLessThanOrEqual(5);
  });
});
