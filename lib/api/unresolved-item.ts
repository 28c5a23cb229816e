// Unresolved items as JSON, with their texts.
import { z } from "zod";
import { answers, code, day, instant, priority, reference, writer, stage } from "@/lib/api/parts";
import { ACTIONS } from "@/lib/domain/base/audit";
import { UNRESOLVED_CODES } from "@/lib/domain/unresolved/unresolved";
import { UNRESOLVED_CLASSES } from "@/lib/domain/unresolved/reasons";
import { itemWords } from "@/lib/i18n/words/words";

const unresolvedFields = {
  code: z.enum(UNRESOLVED_CODES),
  class: z.enum(UNRESOLVED_CLASSES),
  since: day,
  what: z.string().min(1),
  resolvedBy: z.string().min(1),
};

export const unresolvedItem = z.object(unresolvedFields).register(answers, { id: "UnresolvedItem" });

export const unresolvedRow = z
  .object({
    ...unresolvedFields,
    participant: code,
    priority,
    reference: reference.nullable(),
    title: z.string().nullable(),
    owner: z.string().nullable(),
  })
  .register(answers, { id: "UnresolvedRow" });

export const point = z.object({
  at: instant,
  baseline: z.object({ id: z.uuid(), name: z.string() }).nullable(),
});

export const resolvedRow = z
  .object({
    ...unresolvedRow.shape,
    by: z
      .object({
        seq: z.int(),
        at: instant,
        actor: writer,
        action: z.enum(ACTIONS),
        about: z.string().nullable(),
        reason: z.string().nullable(),
        stage: z.object({ from: stage.nullable(), to: stage }).nullable(),
      })
      .nullable()
      .meta({ description: "The change that resolved the item; null if no single change did." }),
  })
  .register(answers, { id: "ResolvedRow" });

export const presentItem = <T extends Parameters<typeof itemWords>[0]>(item: T) => ({
  ...item,
  ...itemWords(item),
});
