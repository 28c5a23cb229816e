import { mayReadRegister } from "@/lib/domain/people/actor";
import { record } from "@/lib/http/answers";
import { byQuestion } from "@/lib/http/paths";
import { questionSheetJson } from "@/lib/http/question-json";
import { methods, route } from "@/lib/http/route";
import { loadQuestion } from "@/lib/oversight/questions/queries";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  GET: route(
    { may: mayReadRegister, path: byQuestion },
    ({ actor, at, path }) => loadQuestion(actor, path, at),
    record(questionSheetJson),
  ),
});
