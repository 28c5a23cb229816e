import { list, one } from "@/lib/api/answer";
import { operation } from "@/lib/api/operation";
import { bySeq } from "@/lib/api/params";
import { mayWatch } from "@/lib/domain/people/watch";
import { choices, marked, notice, presentNotice } from "@/lib/inbox/inbox/answers";
import { changeChoices, markNotices } from "@/lib/inbox/inbox/commands";
import { noticeQuery } from "@/lib/inbox/inbox/filter";
import { loadInbox, loadInboxChoices, loadNotice } from "@/lib/inbox/inbox/queries";
import { choiceChanges, markInput } from "@/lib/inbox/inbox/schema";

export const inboxOperations = [
  operation({
    method: "GET",
    path: "/inbox",
    summary: "List your notifications, newest first",
    may: mayWatch,
    query: noticeQuery.parameters,
    filter: noticeQuery.parse,
    answer: list(notice, presentNotice),
    run: ({ actor, query }) => loadInbox(actor, query),
  }),
  operation({
    method: "POST",
    path: "/inbox/read",
    summary: "Mark notifications, or all up to one, as read or unread",
    may: mayWatch,
    body: markInput,
    offRecord: true,
    answer: one(marked),
    run: ({ actor, body }) => markNotices(actor, body),
  }),
  operation({
    method: "GET",
    path: "/inbox/{seq}",
    summary: "Get a notification",
    may: mayWatch,
    params: bySeq,
    answer: one(notice, presentNotice),
    run: ({ actor, path }) => loadNotice(actor, Number(path)),
  }),
  operation({
    method: "GET",
    path: "/inbox/choices",
    summary: "Get your notification settings and the hour of the daily email",
    may: mayWatch,
    answer: one(choices),
    run: ({ actor }) => loadInboxChoices(actor),
  }),
  operation({
    method: "POST",
    path: "/inbox/choices",
    summary: "Change your notification settings",
    may: mayWatch,
    body: choiceChanges,
    offRecord: true,
    answer: one(choices),
    run: ({ actor, body }) => changeChoices(actor, body),
  }),
];
