import { mayKeepRecords } from "@/lib/domain/people/actor";
import { record } from "@/lib/http/answers";
import { versionRequired } from "@/lib/http/conditions";
import { byQuestion } from "@/lib/http/paths";
import { questionRecordJson } from "@/lib/http/question-json";
import { methods, route } from "@/lib/http/route";
import { reopenQuestion } from "@/lib/oversight/questions/commands";
import { reopeningInput } from "@/lib/oversight/questions/schema";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  POST: route(
    { may: mayKeepRecords, path: byQuestion, version: versionRequired, body: reopeningInput },
    ({ actor, at, path, version, body }) =>
      reopenQuestion(actor, { question: path, ifMatch: version, ...body }, at),
    record(questionRecordJson),
  ),
});
