import { mayReadRegister } from "@/lib/domain/people/actor";
import { loadFile } from "@/lib/pledges/files/queries";
import { download } from "@/lib/http/answers";
import { byIdPath } from "@/lib/http/paths";
import { methods, route } from "@/lib/http/route";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  GET: route(
    { may: mayReadRegister, path: byIdPath, download: true },
    ({ actor, at, path }) => loadFile(actor, path, at),
    download,
  ),
});
