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

test("what begins with the words comes before what has them further in", () => {
  const places = [
    place("Log a pledge"),
    place("Unresolved"),
    place("Pledges"),
    place("Over time", "Pledges"),
  ];
  expect(titles(placesFound(places, "pled"))).toEqual(["Pledges", "Log a pledge", "Over time"]);
});

test("every word is asked for, in any order, without accents or capitals", () => {
  const places = [place("Côte d’Azur talks", "FR-3-001"), place("Azure Coast"), place("Україна", "UA")];
  expect(titles(placesFound(places, "azur COTE"))).toEqual(["Côte d’Azur talks"]);
  expect(titles(placesFound(places, "fr-3"))).toEqual(["Côte d’Azur talks"]);
  expect(titles(placesFound(places, "укра"))).toEqual(["Україна"]);
});

test("a code that is typed whole means its record, and the kind with the best of them comes first", () => {
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

test("other names count for as much as what is shown", () => {
  const found = placesFound([place("Germany", "DE")], "Німеч", () => ["Allemagne", "Німеччина"]);
  expect(titles(found)).toEqual(["Germany"]);
});

test("no words leave all of them as they come; more words never find more", () => {
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
