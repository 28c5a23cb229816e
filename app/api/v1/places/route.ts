import { json } from "@/lib/http/answers";
import { methods, route } from "@/lib/http/route";
import { parseParameters } from "@/lib/schema/parameters";
import { placeParameters } from "@/lib/workspace/places/filter";
import { loadPlaces } from "./load-places";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  GET: route(
    { query: (params) => parseParameters(placeParameters, params), asOf: true },
    ({ actor, query, when }) => loadPlaces(actor, query, when),
    json((items) => ({ items })),
  ),
});
