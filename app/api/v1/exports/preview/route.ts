import { mayExport } from "@/lib/domain/log/export";
import { loadPreview } from "@/lib/exports/queries";
import { parsePreview } from "@/lib/exports/schema";
import { json } from "@/lib/http/answers";
import { parseView } from "@/lib/http/export-view";
import { methods, route } from "@/lib/http/route";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  GET: route(
    { may: mayExport, query: parsePreview },
    async ({ actor, at, query: { what, filter, asOf } }) => {
      const view = parseView(what, filter);
      return view.ok ? loadPreview(actor, { view: view.value, asOf }, at) : view;
    },
    json((preview) => preview),
  ),
});
