import { created, list, one } from "@/lib/api/answer";
import { operation } from "@/lib/api/operation";
import { byQuestion } from "@/lib/api/params";
import { mayKeepRecords, mayReadRegister } from "@/lib/domain/people/actor";
import {
  presentQuestion,
  presentQuestionRow,
  presentQuestionSheet,
  question,
  questionRow,
  questionSheet,
} from "@/lib/oversight/questions/answers";
import {
  answerQuestion,
  askQuestion,
  reopenQuestion,
  withdrawQuestion,
} from "@/lib/oversight/questions/commands";
import { questionQuery } from "@/lib/oversight/questions/filter";
import { loadQuestion, loadQuestions } from "@/lib/oversight/questions/queries";
import {
  answerInput,
  questionInput,
  reopeningInput,
  withdrawalInput,
} from "@/lib/oversight/questions/schema";

export const questionOperations = [
  operation({
    method: "GET",
    path: "/questions",
    summary: "List questions to focal points, newest first; by default the open ones",
    may: mayReadRegister,
    query: questionQuery.parameters,
    filter: questionQuery.parse,
    answer: list(questionRow, presentQuestionRow),
    run: ({ actor, at, query }) => loadQuestions(actor, query, at),
  }),
  operation({
    method: "POST",
    path: "/questions",
    summary: "Ask a focal point about a pledge or a missing position",
    may: mayKeepRecords,
    body: questionInput,
    answer: created(question, ({ reference }) => `/api/v1/questions/${reference}`, presentQuestion),
    refuses: ["another-desk", "already-there"],
    run: ({ actor, body }) => askQuestion(actor, body),
  }),
  operation({
    method: "GET",
    path: "/questions/{id}",
    summary: "Get a question by its reference or ID, with its history",
    may: mayReadRegister,
    params: byQuestion,
    answer: one(questionSheet, presentQuestionSheet),
    run: ({ actor, at, path }) => loadQuestion(actor, path, at),
  }),
  operation({
    method: "POST",
    path: "/questions/{id}/answer",
    summary: "Record the answer to a question, with any evidence or pledge that shows it",
    may: mayKeepRecords,
    params: byQuestion,
    version: "required",
    body: answerInput,
    answer: one(question, presentQuestion),
    refuses: ["another-desk", "no-such-step"],
    run: ({ actor, path, version, body }) =>
      answerQuestion(actor, { question: path, ifMatch: version, ...body }),
  }),
  operation({
    method: "POST",
    path: "/questions/{id}/withdraw",
    summary: "Withdraw a question, with a reason",
    may: mayKeepRecords,
    params: byQuestion,
    version: "required",
    body: withdrawalInput,
    answer: one(question, presentQuestion),
    refuses: ["another-desk", "no-such-step"],
    run: ({ actor, path, version, body }) =>
      withdrawQuestion(actor, { question: path, ifMatch: version, ...body }),
  }),
  operation({
    method: "POST",
    path: "/questions/{id}/reopen",
    summary: "Open a question again, with a reason and a new due date",
    may: mayKeepRecords,
    params: byQuestion,
    version: "required",
    body: reopeningInput,
    answer: one(question, presentQuestion),
    refuses: ["another-desk", "already-there"],
    run: ({ actor, path, version, body }) =>
      reopenQuestion(actor, { question: path, ifMatch: version, ...body }),
  }),
];
