import { mayWatch } from "@/lib/domain/people/watch";
import { json } from "@/lib/http/answers";
import { noticeJson } from "@/lib/http/inbox-json";
import { bySeq } from "@/lib/http/paths";
import { methods, route } from "@/lib/http/route";
import { loadNotice } from "@/lib/inbox/inbox/queries";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  GET: route(
    { may: mayWatch, path: bySeq },
    ({ actor, at, path }) => loadNotice(actor, Number(path), at),
    json(noticeJson),
  ),
});
