import { created, json } from "@/lib/http/answers";
import { wholeJson } from "@/lib/http/record-json";
import { methods, route } from "@/lib/http/route";
import { viewAddress } from "@/lib/http/view-address";
import { viewJson, viewSheet } from "@/lib/http/view-json";
import { ok } from "@/lib/domain/base/result";
import { saveView } from "@/lib/workspace/views/commands";
import { loadViews } from "@/lib/workspace/views/queries";
import { viewInput } from "@/lib/workspace/views/schema";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  GET: route(
    {},
    async ({ actor, at }) => {
      const views = await loadViews(actor, { page: null }, at);
      return views.ok ? ok(views.value.map((view) => viewSheet(actor, view))) : views;
    },
    json(wholeJson(viewJson)),
  ),
  POST: route(
    { body: viewInput },
    async ({ actor, at, body }) => {
      const address = viewAddress(body.address);
      const view = address.ok ? await saveView(actor, { ...body, address: address.value }, at) : address;
      return view.ok ? ok(viewSheet(actor, view.value)) : view;
    },
    created(viewJson, ({ id }) => `/api/v1/views/${id}`),
  ),
});
