import { json } from "@/lib/http/answers";
import { byIdPath } from "@/lib/http/paths";
import { methods, route } from "@/lib/http/route";
import { removeView } from "@/lib/workspace/views/commands";
import { viewRemoval } from "@/lib/workspace/views/schema";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  POST: route(
    { path: byIdPath, body: viewRemoval, mayBeEmpty: true },
    ({ actor, at, path }) => removeView(actor, path, at),
    json(({ id }) => ({ id })),
  ),
});
