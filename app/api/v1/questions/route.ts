import { mayKeepRecords, mayReadRegister } from "@/lib/domain/people/actor";
import { created, json } from "@/lib/http/answers";
import { questionRecordJson, questionRowJson } from "@/lib/http/question-json";
import { listJson } from "@/lib/http/record-json";
import { methods, route } from "@/lib/http/route";
import { askQuestion } from "@/lib/oversight/questions/commands";
import { parseQuestionFilter } from "@/lib/oversight/questions/filter";
import { loadQuestions } from "@/lib/oversight/questions/queries";
import { questionInput } from "@/lib/oversight/questions/schema";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  GET: route(
    { may: mayReadRegister, query: parseQuestionFilter },
    ({ actor, at, query }) => loadQuestions(actor, query, at),
    json(listJson(questionRowJson)),
  ),
  POST: route(
    { may: mayKeepRecords, body: questionInput },
    ({ actor, at, body }) => askQuestion(actor, body, at),
    created(questionRecordJson, ({ reference }) => `/api/v1/questions/${reference}`),
  ),
});
