import { z } from "zod";
import { ROLES } from "@/lib/domain/people/actor";
import { ACTIONS } from "@/lib/domain/base/audit";
import { STAGES } from "@/lib/domain/pledge/stages";
import { answers, code, instant, priority, reference, version } from "./parts";
import { unresolvedRow } from "./records";

const count = z.int().min(0);
const stage = z.enum(STAGES);

export const baseline = z
  .strictObject({ id: z.uuid(), version, name: z.string(), asOf: instant, createdAt: instant })
  .register(answers, { id: "Baseline" });

export const point = z.strictObject({
  at: instant,
  baseline: z.strictObject({ id: z.uuid(), name: z.string() }).nullable(),
});

export const resolvedRow = z
  .strictObject({
    ...unresolvedRow.shape,
    by: z
      .strictObject({
        seq: z.int(),
        at: instant,
        actor: z.strictObject({ name: z.string(), role: z.enum(ROLES) }),
        action: z.enum(ACTIONS),
        about: z.string().nullable(),
        reason: z.string().nullable(),
        stage: z.strictObject({ from: stage.nullable(), to: stage }).nullable(),
      })
      .nullable()
      .meta({ description: "The change that resolved it; null where no single one did." }),
  })
  .register(answers, { id: "ResolvedRow" });

const pledgeChange = z
  .strictObject({
    reference,
    participant: code,
    priority,
    title: z.string(),
    from: stage.nullable().meta({ description: "Null: it wasn't on record." }),
    to: stage,
    changes: z.array(z.strictObject({ field: z.string(), from: z.unknown(), to: z.unknown() })),
  })
  .register(answers, { id: "PledgeChange" });

const counts = {
  new: count,
  resolved: count,
  open: count,
  logged: count,
  moved: count,
  quantities: count,
  declined: count,
  voided: count,
};

export const changes = z
  .strictObject({
    since: point,
    until: point,
    counts: z.strictObject(counts),
    groups: z.array(z.strictObject({ key: z.string(), ...counts })),
    new: z.array(unresolvedRow),
    resolved: z.array(resolvedRow),
    open: z.array(unresolvedRow),
    logged: z.array(pledgeChange),
    moved: z.array(pledgeChange),
    quantities: z.array(pledgeChange),
    declined: z.array(pledgeChange),
    voided: z.array(pledgeChange),
    next: z.string().nullable(),
  })
  .register(answers, { id: "Changes" });
