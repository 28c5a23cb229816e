import { mayWatch } from "@/lib/domain/people/watch";
import { json } from "@/lib/http/answers";
import { noticeJson } from "@/lib/http/inbox-json";
import { listJson } from "@/lib/http/record-json";
import { methods, route } from "@/lib/http/route";
import { parseNoticeFilter } from "@/lib/inbox/inbox/filter";
import { loadInbox } from "@/lib/inbox/inbox/queries";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  GET: route(
    { may: mayWatch, query: parseNoticeFilter },
    ({ actor, at, query }) => loadInbox(actor, query, at),
    json(listJson(noticeJson)),
  ),
});
