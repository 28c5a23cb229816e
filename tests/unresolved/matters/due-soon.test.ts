// What falls due on pledges that matter, the same from the tables and from the record as of a moment.
import { afterAll, beforeAll, expect, test } from "vitest";
import { findPast } from "@/lib/db/past/snapshot";
import { findCalendar } from "@/lib/db/queries/unresolved/calendar";
import { calendarIn } from "@/lib/domain/history/calendar/snapshot-calendar";
import { dueQuery, dueSoonOf, type DueSoon } from "@/lib/domain/unresolved/what-matters";
import { changeParticipant } from "@/lib/people/participants/commands";
import { recordApproval } from "@/lib/pledges/approvals/commands";
import { approvalInput } from "@/lib/pledges/approvals/schema";
import { logPledge } from "@/lib/pledges/pledges/commands";
import {
  aSentPledge,
  LATER,
  staffedRegister,
  value,
  type StaffedRegister,
} from "@/tests/support/registers/staffed-register";

let register: StaffedRegister;
beforeAll(async () => void (register = await staffedRegister()));
afterAll(() => register.close());

const inShort = ({ what, on, reference, about }: DueSoon): string =>
  `${on} ${what} ${reference} ${about ?? ""}`;

async function due(to: string, critical: string[] = []): Promise<string[]> {
  const asked = { ...dueQuery("2026-01-01", critical), to, limit: 50 };
  const now = dueSoonOf(await findCalendar(asked));
  const { snapshot } = await findPast({ asOf: new Date().toISOString() });
  const then = dueSoonOf(calendarIn(snapshot, asked));
  expect(then).toEqual(now);
  return then.map(inShort);
}

test("votes, ends of mandates, due dates and next actions come earliest first, of members only if critical", async () => {
  // In this register all participants lead.
  const member = { code: "DE", ifMatch: 1, changes: { role: "MEMBER" as const } };
  value(await changeParticipant(register.admin, member));
  const dates = { dueOn: "2026-06-10", nextAction: "Ask again", nextActionDueOn: "2026-06-08" };
  const of = async (participant: string) =>
    value(await logPledge(register.manager, aSentPledge({ participant, ...dates }), LATER)).reference;
  const [france, germany] = [await of("FR"), await of("DE")];
  const approval = (change: object) =>
    approvalInput.parse({
      participant: "FR",
      kind: "PARLIAMENT_VOTE",
      body: "Sénat",
      serves: [france],
      ...change,
    });
  value(
    await recordApproval(register.manager, approval({ status: "SCHEDULED", scheduledFor: "2026-06-09" })),
  );
  value(
    await recordApproval(
      register.manager,
      approval({ body: "Assemblée", status: "APPROVED", decidedOn: "2026-05-01", validUntil: "2026-06-11" }),
    ),
  );
  const all = [
    `2026-06-08 next-action ${france} Ask again`,
    `2026-06-09 vote ${france} Sénat`,
    `2026-06-10 due ${france} `,
    `2026-06-11 mandate ${france} Assemblée`,
  ];
  expect(await due("2026-06-11")).toEqual(all);
  expect(await due("2026-06-09")).toEqual(all.slice(0, 2));
  expect(await due("2026-06-08", [germany])).toEqual(
    [all[0], `2026-06-08 next-action ${germany} Ask again`].sort(),
  );
});
