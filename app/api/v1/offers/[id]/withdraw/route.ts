import { mayDecide } from "@/lib/domain/people/actor";
import { record } from "@/lib/http/answers";
import { byIdPath } from "@/lib/http/paths";
import { offerJson } from "@/lib/http/requirement-json";
import { methods, route } from "@/lib/http/route";
import { withdrawOffer } from "@/lib/requirements/offers";
import { offerWithdrawal } from "@/lib/requirements/schema";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  POST: route(
    { may: mayDecide, path: byIdPath, body: offerWithdrawal },
    ({ actor, at, path, body }) => withdrawOffer(actor, { id: path, reason: body.reason }, at),
    record(offerJson),
  ),
});
