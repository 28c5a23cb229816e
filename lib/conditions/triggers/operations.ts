import { created, one, wholeList } from "@/lib/api/answer";
import { operation } from "@/lib/api/operation";
import { byTrigger } from "@/lib/api/params";
import { orPreparing, trigger, triggerChange } from "@/lib/conditions/triggers/answers";
import { changeTrigger, recordTrigger } from "@/lib/conditions/triggers/commands";
import { resumeChange } from "@/lib/conditions/triggers/drive";
import { cancelChange } from "@/lib/conditions/triggers/end-change";
import { loadTrigger, loadTriggerChange, loadTriggers } from "@/lib/conditions/triggers/queries";
import { cancelInput, triggerChanges, triggerInput } from "@/lib/conditions/triggers/schema";
import { mayDecide, mayReadRegister } from "@/lib/domain/people/actor";

export const triggerOperations = [
  operation({
    method: "GET",
    path: "/triggers",
    summary: "List triggers: facts about the world that pledges wait for",
    may: mayReadRegister,
    asOf: true,
    answer: wholeList(trigger),
    run: ({ actor, when }) => loadTriggers(actor, when),
  }),
  operation({
    method: "POST",
    path: "/triggers",
    summary: "Record a trigger",
    may: mayDecide,
    body: triggerInput,
    answer: created(trigger, ({ code }) => `/api/v1/triggers/${code}`),
    refuses: ["already-there", "evidence-missing"],
    run: ({ actor, body }) => recordTrigger(actor, body),
  }),
  operation({
    method: "GET",
    path: "/triggers/{code}",
    summary: "Get a trigger",
    may: mayReadRegister,
    params: byTrigger,
    asOf: true,
    answer: one(trigger),
    run: ({ actor, when, path }) => loadTrigger(actor, path, when),
  }),
  operation({
    method: "PATCH",
    path: "/triggers/{code}",
    summary: "Change a trigger and its evidence",
    may: mayDecide,
    params: byTrigger,
    version: "required",
    body: triggerChanges,
    answer: orPreparing(one(trigger)),
    refuses: ["evidence-missing", "in-progress"],
    run: ({ actor, path, version, body }) =>
      changeTrigger(actor, { code: path, ifMatch: version, changes: body }),
  }),
  operation({
    method: "GET",
    path: "/triggers/{code}/change",
    summary: "Get the progress of the last change that had to be prepared",
    may: mayReadRegister,
    params: byTrigger,
    answer: one(triggerChange),
    run: ({ actor, path }) => {
      // Continues a change whose process ended.
      resumeChange();
      return loadTriggerChange(actor, path);
    },
  }),
  operation({
    method: "POST",
    path: "/triggers/{code}/change/cancel",
    summary: "Cancel a change that is being prepared",
    may: mayDecide,
    params: byTrigger,
    body: cancelInput,
    mayBeEmpty: true,
    answer: one(triggerChange),
    refuses: ["already-there"],
    run: async ({ actor, path }) => {
      const cancelled = await cancelChange(actor, path);
      resumeChange();
      return cancelled;
    },
  }),
];
