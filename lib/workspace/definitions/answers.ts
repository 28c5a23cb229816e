// The reference data: the meaning of every term, and the allowed steps.
import { z } from "zod";
import { answers, priority } from "@/lib/api/parts";
import { PRIORITIES, type Priority } from "@/lib/domain/base/priority";
import { APPROVAL_KINDS, APPROVAL_STATUSES } from "@/lib/domain/pledge/approval";
import { CAVEAT_CATEGORIES, CONTRIBUTION_KINDS, DOMAINS, LOCATIONS } from "@/lib/domain/pledge/contribution";
import { DELIVERED_AS } from "@/lib/domain/pledge/delivery";
import {
  CREDIBILITIES,
  EVIDENCE_KINDS,
  RELIABILITIES,
  VERIFICATIONS,
  verificationOf,
} from "@/lib/domain/pledge/evidence";
import { EVIDENCE_REQUIREMENTS } from "@/lib/domain/pledge/evidence-requirements";
import { ENDS, QUANTITY_KINDS, UNITS } from "@/lib/domain/pledge/quantity";
import { LOGGED_AT, STEPS } from "@/lib/domain/pledge/stage";
import { STAGES, isOpen } from "@/lib/domain/pledge/stages";
import { CLASS_OF, UNRESOLVED_CODES } from "@/lib/domain/unresolved/unresolved";
import { isCounted, UNRESOLVED_CLASSES } from "@/lib/domain/unresolved/reasons";
import type { Messages } from "@/lib/i18n/message-files";
import { translator, type MessageGroup } from "@/lib/i18n/translator";

export const definitions = z
  .looseObject({
    priorities: z.array(z.unknown()),
    stages: z.array(z.unknown()),
    transitions: z.array(z.unknown()),
    codes: z.array(z.unknown()),
  })
  .register(answers, { id: "Definitions" });

export const priorityAnswer = z
  .object({ number: priority, label: z.string(), meaning: z.string() })
  .register(answers, { id: "Priority" });

const say = translator("domain");

export const presentPriority = (number: Priority) => ({
  number,
  label: say(`priority.${number}`),
  meaning: say(`priorityMeaning.${number}`),
});

export function allDefinitions() {
  return {
    priorities: PRIORITIES.map(presentPriority),
    stages: STAGES.map((code) => ({
      code,
      ...meaning("stage", code),
      open: isOpen(code),
      loggedAt: (LOGGED_AT as readonly string[]).includes(code),
      bar: EVIDENCE_REQUIREMENTS[code] ?? null,
      asks: say(`stageAsks.${code}`),
    })),
    transitions: STEPS.map(({ name, from, to, setBy, proposedBy, needsReason }) => ({
      name,
      from,
      to,
      setBy,
      proposedBy,
      needsReason,
    })),
    classes: UNRESOLVED_CLASSES.map((code) => ({
      code,
      ...meaning("class", code),
      counted: isCounted(code),
    })),
    codes: UNRESOLVED_CODES.map((code) => ({
      code,
      class: CLASS_OF[code],
      ...meaning("code", code),
      since: say(`since.${code}`),
    })),
    evidenceKinds: EVIDENCE_KINDS.map((code) => ({
      code,
      ...meaning("evidenceKind", code),
      verification: verificationOf(code),
    })),
    verifications: VERIFICATIONS.map((code) => ({ code, ...meaning("verification", code) })),
    reliabilities: RELIABILITIES.map((code) => ({ code, label: say(`reliability.${code}`) })),
    credibilities: CREDIBILITIES.map((code) => ({ code, label: say(`credibility.${code}`) })),
    quantityKinds: QUANTITY_KINDS.map((code) => ({
      code,
      ...meaning("quantityKind", code),
      ends: ENDS[code],
    })),
    units: UNITS.map((code) => ({ code, label: say(`unit.${code}`, { n: 2 }) })),
    contributionKinds: labels("contributionKind", CONTRIBUTION_KINDS),
    domains: labels("domain", DOMAINS),
    locations: labels("location", LOCATIONS),
    deliveredAs: DELIVERED_AS.map((code) => ({ code, ...meaning("deliveredAs", code) })),
    caveats: labels("caveat", CAVEAT_CATEGORIES),
    approvalKinds: labels("approvalKind", APPROVAL_KINDS),
    approvalStatuses: labels("approvalStatus", APPROVAL_STATUSES),
  };
}

const meaning = (list: Explained, code: string) => ({
  label: say.ofCode(list, code),
  meaning: say.ofCode(`${list}Meaning`, code),
});

type List = keyof Messages["domain"];
type Explained = { [L in List]: `${L}Meaning` extends List ? L : never }[List];

const labels = <T extends string>(list: MessageGroup<"domain">, codes: readonly T[]) =>
  codes.map((code) => ({ code, label: say.ofCode(list, code) }));
