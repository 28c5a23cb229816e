import { mayExport } from "@/lib/domain/log/export";
import { loadPackage } from "@/lib/exports/queries";
import { file } from "@/lib/http/answers";
import { byIdPath } from "@/lib/http/paths";
import { methods, route } from "@/lib/http/route";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  GET: route(
    { may: mayExport, path: byIdPath, download: true },
    ({ actor, at, path }) => loadPackage(actor, path, at),
    file("application/zip"),
  ),
});
