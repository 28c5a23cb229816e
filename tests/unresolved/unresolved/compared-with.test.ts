// The number of resolved items leads to them where the page Changes can show the same ones.
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { ComparedWith } from "@/components/unresolved/unresolved/against";
import { WHOLE_UNRESOLVED, type UnresolvedView } from "@/components/unresolved/unresolved/view";

const against = {
  at: "2026-01-06T12:00:00.000Z",
  baseline: null,
  counts: { new: 2, resolved: 3, open: 4 },
  resolved: [],
};
const linksOf = (view: Partial<UnresolvedView>): string[] => {
  const markup = renderToStaticMarkup(ComparedWith({ against, view: { ...WHOLE_UNRESOLVED, ...view } }));
  return [...markup.matchAll(/href="([^"]*)"/g)].map(([, href = ""]) => href.replaceAll("&amp;", "&"));
};

test.each<[Partial<UnresolvedView>, string]>([
  [{}, "/changes?show=resolved"],
  [{ participant: ["FR"], class: ["GAP"] }, "/changes?participant=FR&class=GAP&show=resolved"],
])("%j leads to %s", (view, href) => {
  expect(linksOf(view)).toEqual([href]);
});

test.each<Partial<UnresolvedView>>([
  { code: ["STALE"] },
  { owner: ["officer@register.example"] },
  { not: { participant: ["FR"] } },
  { not: { owner: ["none"] } },
])("%j leads nowhere", (view) => {
  expect(linksOf(view)).toEqual([]);
});
