import { mayKeepRecords } from "@/lib/domain/people/actor";
import { record } from "@/lib/http/answers";
import { versionRequired } from "@/lib/http/conditions";
import { byQuestion } from "@/lib/http/paths";
import { questionRecordJson } from "@/lib/http/question-json";
import { methods, route } from "@/lib/http/route";
import { answerQuestion } from "@/lib/oversight/questions/commands";
import { answerInput } from "@/lib/oversight/questions/schema";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  POST: route(
    { may: mayKeepRecords, path: byQuestion, version: versionRequired, body: answerInput },
    ({ actor, at, path, version, body }) =>
      answerQuestion(actor, { question: path, ifMatch: version, ...body }, at),
    record(questionRecordJson),
  ),
});
