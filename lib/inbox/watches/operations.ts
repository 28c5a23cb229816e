import { one, wholeList } from "@/lib/api/answer";
import { operation } from "@/lib/api/operation";
import { mayWatch } from "@/lib/domain/people/watch";
import { presentWatch, presentWatchSet, watch, watchSet } from "@/lib/inbox/watches/answers";
import { setWatch } from "@/lib/inbox/watches/commands";
import { loadWatches } from "@/lib/inbox/watches/queries";
import { watchInput } from "@/lib/inbox/watches/schema";

export const watchOperations = [
  operation({
    method: "GET",
    path: "/watches",
    summary: "List what you watch",
    may: mayWatch,
    answer: wholeList(watch, presentWatch),
    run: ({ actor }) => loadWatches(actor),
  }),
  operation({
    method: "POST",
    path: "/watches",
    summary: "Start or stop watching something",
    may: mayWatch,
    body: watchInput,
    offRecord: true,
    answer: one(watchSet, presentWatchSet),
    run: ({ actor, body }) => setWatch(actor, body),
  }),
];
