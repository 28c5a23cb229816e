import fc from "fast-check";
import { expect, test } from "vitest";
import { kindsFound, PLACE_KINDS, placesFound, type FoundPlace } from "@/lib/domain/details/place";

const place = (title: string, detail: string | null = null): FoundPlace => ({
  kind: "PAGE",
  href: `/${title}`,
  title,
  detail,
});
const titles = (places: readonly FoundPlace[]) => places.map(({ title }) => title);

test("a place that begins with the words comes before one with them further in", () => {
  const places = [
    place("Log a pledge"),
    place("Unresolved"),
    place("Pledges"),
    place("Over time", "Pledges"),
  ];
  expect(titles(placesFound(places, "pled"))).toEqual(["Pledges", "Log a pledge", "Over time"]);
});

test("every word must be found, in any order, whatever its accents and capitals", () => {
  const places = [place("Côte d’Azur talks", "FR-3-001"), place("Azure Coast"), place("Україна", "UA")];
  expect(titles(placesFound(places, "azur COTE"))).toEqual(["Côte d’Azur talks"]);
  expect(titles(placesFound(places, "fr-3"))).toEqual(["Côte d’Azur talks"]);
  expect(titles(placesFound(places, "укра"))).toEqual(["Україна"]);
});

test("a code typed in full finds its record first, and the kind with the best match comes first", () => {
  const of = (kind: FoundPlace["kind"], title: string, detail: string | null = null): FoundPlace => ({
    kind,
    href: `/${title}`,
    title,
    detail,
  });
  const places = [
    of("ACTION", "Log from a text"),
    of("PLEDGE", "Aircraft and frigates", "BG-3-001"),
    of("PLEDGE", "Several thousand troops", "FR-3-001"),
    of("PARTICIPANT", "France", "FR"),
  ];
  expect(titles(placesFound(places, "fr"))).toEqual([
    "France",
    "Several thousand troops",
    "Log from a text",
    "Aircraft and frigates",
  ]);
  expect(kindsFound(places, "fr")).toEqual(["PARTICIPANT", "PLEDGE", "ACTION"]);
  expect(kindsFound(places, "FR-3")).toEqual(["PLEDGE", "ACTION", "PARTICIPANT"]);
  expect(kindsFound(places, "")).toEqual(["ACTION", "PLEDGE", "PARTICIPANT"]);
  expect(kindsFound([], "fr")).toEqual([]);
  expect(PLACE_KINDS).toEqual(expect.arrayContaining(kindsFound(places, "log")));
});

test("a place is also found by its other names", () => {
  const found = placesFound([place("Germany", "DE")], "Німеч", () => ["Allemagne", "Німеччина"]);
  expect(titles(found)).toEqual(["Germany"]);
});

test("without words all places stay in their order, and more words never find more", () => {
  const text = fc.string({ unit: "grapheme", maxLength: 12 });
  const some = fc.array(
    fc.tuple(text, fc.option(text)).map(([title, detail]) => place(title, detail)),
    { maxLength: 12 },
  );
  fc.assert(
    fc.property(some, text, text, (places, one, other) => {
      expect(placesFound(places, null)).toEqual(places);
      expect(placesFound(places, " - ")).toEqual(places);
      const [few, fewer] = [placesFound(places, one), placesFound(places, `${one} ${other}`)];
      expect(few).toEqual(expect.arrayContaining(fewer));
      expect(new Set(few).size).toBe(few.length);
    }),
  );
});
