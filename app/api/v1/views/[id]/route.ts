import { ok } from "@/lib/domain/base/result";
import { record } from "@/lib/http/answers";
import { versionRequired } from "@/lib/http/conditions";
import { byIdPath } from "@/lib/http/paths";
import { methods, route } from "@/lib/http/route";
import { viewAddress } from "@/lib/http/view-address";
import { viewJson, viewSheet } from "@/lib/http/view-json";
import { changeView } from "@/lib/workspace/views/commands";
import { loadSavedView } from "@/lib/workspace/views/queries";
import { viewChanges } from "@/lib/workspace/views/schema";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  GET: route(
    { path: byIdPath },
    async ({ actor, at, path }) => {
      const view = await loadSavedView(actor, path, at);
      return view.ok ? ok(viewSheet(actor, view.value)) : view;
    },
    record(viewJson),
  ),
  PATCH: route(
    { path: byIdPath, version: versionRequired, body: viewChanges },
    async ({ actor, at, path, version, body }) => {
      const address = body.address === undefined ? ok(undefined) : viewAddress(body.address);
      if (!address.ok) return address;
      const changes = { ...body, address: address.value };
      const view = await changeView(actor, { id: path, ifMatch: version, changes }, at);
      return view.ok ? ok(viewSheet(actor, view.value)) : view;
    },
    record(viewJson),
  ),
});
