// The borders on the map as it is shipped, and that no participant is missing from it.
import { readFileSync } from "node:fs";
import fc from "fast-check";
import { geoContains } from "d3-geo";
import { feature } from "topojson-client";
import { describe, expect, test } from "vitest";
import { FRAME, mapPlaces, onlyOn, MAP_SHAPES } from "@/components/unresolved/map/places";
import { hrefOfPlace, lookOf, markOf } from "@/components/unresolved/map/look";
import { mapHref, onPriority, readMapView } from "@/components/unresolved/map/view";
import { shadesOf } from "@/lib/domain/unresolved/charts/shades";
import { coverageOf } from "@/lib/domain/unresolved/matrix";
import type { Participant } from "@/lib/domain/people/participant";
import { PRIORITIES } from "@/lib/domain/base/priority";
import type { Stage } from "@/lib/domain/pledge/stages";
import { HEIGHT, mapText, projection, readWorld, SHAPES as FILE, WIDTH } from "@/scripts/generate/map.mjs";
import { france } from "../support/cast";

/** The codes whose drawn outline contains the place. */
function shownAt(longitude: number, latitude: number): string[] {
  const [x, y] = projection([longitude, latitude]) ?? [NaN, NaN];
  return MAP_SHAPES.filter(({ d }) => holds(d, x, y)).map(({ code }) => code);
}

/** By even and odd crossings, as a browser fills a path of rings that don't overlap. */
function holds(d: string, x: number, y: number): boolean {
  return ringsOf(d).reduce((inside, ring) => inside !== crosses(ring, x, y), false);
}

function crosses(ring: [number, number][], x: number, y: number): boolean {
  return ring.reduce((inside, [ax, ay], i) => {
    const [bx, by] = ring[(i + 1) % ring.length] ?? [ax, ay];
    const between = ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax;
    return between ? !inside : inside;
  }, false);
}

function ringsOf(d: string): [number, number][][] {
  return d.split("z").flatMap((piece) => {
    const numbers = [...piece.matchAll(/-?\d+/g)].map(([digits]) => Number(digits));
    if (numbers.length === 0) return [];
    let [x, y] = [0, 0];
    const points: [number, number][] = [];
    for (let i = 0; i < numbers.length; i += 2)
      points.push([(x += numbers[i] ?? 0), (y += numbers[i + 1] ?? 0)]);
    return [points];
  });
}

describe("the borders", () => {
  test.each([
    ["Simferopol, in Crimea", 34.1, 45.0, "UA"],
    ["Sevastopol", 33.6, 44.65, "UA"],
    ["Kerch", 36.3, 45.3, "UA"],
    ["Donetsk", 37.8, 48.0, "UA"],
    ["Luhansk", 39.3, 48.6, "UA"],
    ["Kherson", 32.6, 46.6, "UA"],
    ["Krasnodar", 39.0, 45.05, "RU"],
    ["Kaliningrad", 21.0, 54.6, "RU"],
    ["the north of Cyprus", 33.4, 35.25, "CY"],
    ["the south of Cyprus", 33.0, 34.9, "CY"],
    ["Mariehamn, on Åland", 19.97, 60.25, "FI"],
    ["Paris", 2.35, 48.85, "FR"],
    ["Luxembourg", 6.13, 49.7, "LU"],
  ])("%s lies in one country, and in the right one", (_, longitude, latitude, code) => {
    expect(shownAt(longitude, latitude)).toEqual([code]);
  });

  test("the map's source has Crimea in Ukraine, too", () => {
    const world = readWorld();
    const here = feature(world, world.objects.countries).features.filter((one) =>
      geoContains(one, [34.1, 45.0]),
    );
    expect(here.map(({ properties }) => properties.a3)).toEqual(["UKR"]);
  });

  test("the shipped map is what the script draws", () => {
    expect(readFileSync(FILE, "utf8")).toBe(mapText());
    expect(FRAME).toEqual({ width: WIDTH, height: HEIGHT });
  });

  test("every label is inside the frame, and every code occurs once", () => {
    for (const { at, code } of MAP_SHAPES.filter(({ room }) => room >= 20))
      expect(at[0] > 0 && at[0] < WIDTH && at[1] > 0 && at[1] < HEIGHT, code).toBe(true);
    expect(new Set(MAP_SHAPES.map(({ code }) => code)).size).toBe(MAP_SHAPES.length);
  });
});

const { participants } = JSON.parse(readFileSync("prisma/seed/coalition.json", "utf8")) as {
  participants: Pick<Participant, "code" | "kind" | "role">[];
};
const DAY = "2026-11-27";
const everyone = participants.map((one): Participant => ({
  ...france,
  ...one,
  names: { en: `Name of ${one.code}` },
}));

test("every participant of the demonstration is on the map or on a tile", () => {
  const places = mapPlaces(coverageOf(everyone, DAY, [], []), everyone, 3);
  expect(places.map(({ code }) => code).sort()).toEqual(everyone.map(({ code }) => code).sort());
  expect(places.filter(({ shape, tile }) => shape === null && !tile)).toEqual([]);
  const overseas = ["AU", "CA", "JP", "NZ", "US", "EU", "NATO"];
  expect(
    places
      .filter(({ shape }) => shape === null)
      .map(({ code }) => code)
      .sort(),
  ).toEqual(overseas.sort());
  // Drawn, with a tile as well: too small for a digit.
  expect(places.filter(({ shape, tile }) => shape && tile).map(({ code }) => code)).toEqual(["LU"]);
});

test("any codes of participants give as many places, each with a shape or a tile", () => {
  const code = fc.stringMatching(/^[A-Z]{2,4}$/);
  fc.assert(
    fc.property(
      fc.uniqueArray(code, { maxLength: 60 }),
      fc.constantFrom(...PRIORITIES),
      (codes, priority) => {
        const some = codes.map((one): Participant => ({ ...france, code: one, names: {} }));
        const places = mapPlaces(coverageOf(some, DAY, [], []), some, priority);
        expect(places.length).toBe(codes.length);
        for (const { shape, tile } of places) expect(shape !== null || tile).toBe(true);
      },
    ),
  );
});

test("no pledge, declined, nothing open and not expected each have their own background and mark", () => {
  const us: Participant = { ...france, code: "US", role: "PARTNER" };
  const at = (participant: string, priority: number, stage: Stage) => ({
    participant,
    priority,
    stage,
    part: "OWN" as const,
    count: 1,
  });
  const coverage = coverageOf(
    [france, us],
    DAY,
    [at("FR", 1, "DECLINED"), at("FR", 2, "PLEDGED"), at("FR", 3, "PLEDGED")],
    [
      { participant: "FR", priority: 3, counted: 7, dormant: 1 },
      { participant: "FR", priority: 4, counted: 1, dormant: 0 },
    ],
  );
  const SHADES = shadesOf([3, 7]);
  const look = (code: string, priority: 1 | 2 | 3 | 4) => {
    const place = mapPlaces(coverage, [france, us], priority).find((one) => one.code === code);
    if (!place) throw new Error(code);
    return [lookOf(place.cell, SHADES), markOf(place.cell), hrefOfPlace(place)];
  };
  expect(look("FR", 1)).toEqual(["declined-cell", "–", "/coverage/map?cell=FR-1"]);
  expect(look("FR", 2)).toEqual(["ramp-0", "0", "/coverage/map?cell=FR-2"]);
  expect(look("FR", 3)).toEqual(["ramp-2", "7", "/coverage/map?cell=FR-3"]);
  expect(look("FR", 4)).toEqual(["no-pledge", "", "/coverage/map?cell=FR-4"]);
  expect(look("US", 1)).toEqual(["not-asked", "·", "/participants/US"]);
  expect(onlyOn(coverage, 4).cells.map(({ priority }) => priority)).toEqual([4, 4]);
});

test("an address gives the priority and the opened cell, and one with wrong values the default view", () => {
  for (const [priority, cell, href] of [
    [null, null, "/coverage/map?priority=3"],
    ["5", null, "/coverage/map?priority=5"],
    ["9", null, "/coverage/map?priority=3"],
    ["1", "FR-4", "/coverage/map?cell=FR-4"],
    ["1", "FR-9", "/coverage/map?priority=1"],
    ["1", "<script>", "/coverage/map?priority=1"],
  ] as const)
    expect(mapHref(readMapView(priority, cell))).toBe(href);
  expect(mapHref(onPriority(readMapView(null, "FR-4"), 2))).toBe("/coverage/map?cell=FR-2");
});
