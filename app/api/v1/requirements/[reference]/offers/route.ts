import { mayDecide } from "@/lib/domain/people/actor";
import { created } from "@/lib/http/answers";
import { byRequirement } from "@/lib/http/paths";
import { offerJson } from "@/lib/http/requirement-json";
import { methods, route } from "@/lib/http/route";
import { makeOffer } from "@/lib/requirements/offers";
import { offerInput } from "@/lib/requirements/schema";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  POST: route(
    { may: mayDecide, path: byRequirement, body: offerInput },
    ({ actor, at, path, body }) => makeOffer(actor, { reference: path, ...body }, at),
    created(offerJson, ({ requirement }) => `/api/v1/requirements/${requirement}`),
  ),
});
