import { one } from "@/lib/api/answer";
import { operation } from "@/lib/api/operation";
import { mayReadRegister } from "@/lib/domain/people/actor";
import { news, presentNews } from "@/lib/history/news/answers";
import { loadNews } from "@/lib/history/news/queries";
import { newsParameters } from "@/lib/history/news/schema";

export const newsOperations = [
  operation({
    method: "GET",
    path: "/news",
    summary: "List which of the given records others changed since an entry of the log",
    may: mayReadRegister,
    query: newsParameters,
    quiet: true,
    answer: one(news, presentNews),
    run: ({ actor, query }) => loadNews(actor, query),
  }),
];
