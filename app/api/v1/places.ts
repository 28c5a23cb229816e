import { z } from "zod";
import { loadPlaces } from "./load-places";
import { one } from "@/lib/api/answer";
import { operation } from "@/lib/api/operation";
import type { FoundPlace } from "@/lib/domain/details/place";
import { place } from "@/lib/workspace/places/answers";
import { placeParameters } from "@/lib/workspace/places/filter";

export const placeOperations = [
  operation({
    method: "GET",
    path: "/places",
    summary: "Pages, and records that have these words",
    query: placeParameters,
    asOf: true,
    answer: one(z.object({ items: z.array(place) }), (items: FoundPlace[]) => ({ items })),
    run: ({ actor, query, when }) => loadPlaces(actor, query, when),
  }),
];
