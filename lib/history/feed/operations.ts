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
      "Changes from one position of the log on, in order and without gaps, for a program that keeps up",
    may: mayReadRegister,
    query: feedParameters,
    quiet: true,
    answer: one(feedPage),
    run: ({ actor, query }) => loadFeed(actor, query),
  }),
];
