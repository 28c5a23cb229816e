import { one } from "@/lib/api/answer";
import { operation } from "@/lib/api/operation";
import { mayReadRegister } from "@/lib/domain/people/actor";
import { feedPage } from "@/lib/history/feed/answers";
import { loadFeed } from "@/lib/history/feed/queries";
import { feedParameters } from "@/lib/history/feed/schema";

export const feedOperations = [
  operation({
    method: "GET",
    path: "/feed",
    summary:
      "Follow the log from a position, in order and without gaps; for programs that keep a copy up to date",
    may: mayReadRegister,
    query: feedParameters,
    quiet: true,
    answer: one(feedPage),
    run: ({ actor, query }) => loadFeed(actor, query),
  }),
];
