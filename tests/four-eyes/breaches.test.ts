// The search for breaches must find those that are planted.
import { expect, test } from "vitest";
import { breachesIn, type Logged } from "./breaches";

const pledge = { reference: "FR-3-001", stage: "PLEDGED", suspendedFrom: null, voided: null, evidence: "a" };
const content = {
  windowStart: null,
  windowEnd: null,
  contributions: [{ id: "c", kind: "TROOPS", quantity: 9 }],
};
const PLEDGED = { ...pledge, ...content };
const COMMITTED = { ...PLEDGED, stage: "COMMITTED" };
const wish = { do: "stage", to: "COMMITTED" };

/** Anna logs and proposes, Boris decides, unless a test says otherwise. */
function breachesOf(...events: [actor: string, entity: string, id: string, record: object][]): string[] {
  const log = events.map(([actor, entity, id, record], at): Logged => ({
    seq: at + 1,
    actor,
    entity,
    id,
    record: { ...record },
  }));
  return breachesIn(log).map((breach) => breach.replace(/^.*: /, ""));
}
const logged = ["anna", "pledge", "p", PLEDGED] as const;
const made = (by = "anna") =>
  [by, "proposal", "q", { subjectId: "p", status: "OPEN", proposerId: by, wish }] as const;
const stepped = (by = "boris", record: object = COMMITTED) => [by, "pledge", "p", record] as const;
const approved = (by = "boris", change: object = {}) =>
  [
    by,
    "proposal",
    "q",
    { subjectId: "p", status: "APPROVED", proposerId: "anna", deciderId: by, wish, ...change },
  ] as const;
const committed = [[...logged], [...made()], [...stepped()], [...approved()]] as [
  string,
  string,
  string,
  object,
][];
const approval = { kind: "VOTE", body: "Senate", subject: null, status: "REQUIRED", serves: ["FR-3-001"] };

const jointly = (state: string) => [{ participant: "DE", state, by: "anna" }];
const claimedBy = (actor: string) =>
  [actor, "pledge", "p", { ...COMMITTED, jointWith: jointly("CLAIMED") }] as const;
const confirmedBy = (actor: string) =>
  [actor, "pledge", "p", { ...COMMITTED, jointWith: jointly("CONFIRMED") }] as const;

test("no breach is found where one proposes and another decides", () => {
  expect(breachesOf(...committed)).toEqual([]);
  expect(breachesOf([...logged], ["anna", "pledge", "p", { ...PLEDGED, windowEnd: "2027-01-01" }])).toEqual(
    [],
  );
  expect(breachesOf(...committed, ["anna", "pledge", "p", { ...COMMITTED, title: "Other" }])).toEqual([]);
  expect(breachesOf(...committed, ["anna", "approval", "a", approval])).toEqual([]);
  expect(breachesOf(...committed, [...claimedBy("anna")], [...confirmedBy("carl")])).toEqual([]);
});

test.each<[string, [string, string, string, object][]]>([
  ["decided by nobody", [[...logged], [...stepped("anna")]]],
  ["decided by nobody", [["anna", "pledge", "p", COMMITTED]]],
  ["decided by its proposer", [[...logged], [...made()], [...stepped("anna")], [...approved("anna")]]],
  ["changed by another than decided", [[...logged], [...made()], [...stepped("anna")], [...approved()]]],
  [
    "decided about something else",
    [[...logged], [...made()], [...stepped()], [...approved("boris", { subjectId: "x" })]],
  ],
  [
    "decided otherwise than proposed",
    [
      [...logged],
      [...made()],
      [...stepped()],
      [...approved("boris", { wish: { ...wish, to: "ALLOCATED" } })],
    ],
  ],
  [
    "decided otherwise than proposed",
    [[...logged], [...made()], [...stepped("boris", { ...COMMITTED, stage: "ALLOCATED" })], [...approved()]],
  ],
  [
    "decided by one who had a hand in it",
    [
      [...logged],
      [...made()],
      ["boris", "pledge", "p", { ...PLEDGED, evidence: "b" }],
      [...stepped()],
      [...approved()],
    ],
  ],
  [
    "decided by one who had a hand in it",
    [[...logged], [...made()], ["boris", "approval", "a", approval], [...stepped()], [...approved()]],
  ],
  [
    "decided by one who had a hand in it",
    [
      [...logged],
      [...made()],
      ["boris", "pledge", "p", { ...PLEDGED, jointWith: jointly("CONFIRMED") }],
      [...stepped("boris", { ...COMMITTED, jointWith: jointly("CONFIRMED") })],
      [...approved()],
    ],
  ],
  ["decided by nobody", [...committed, [...confirmedBy("carl")]]],
  ["decided by nobody", [...committed, [...claimedBy("anna")], [...confirmedBy("anna")]]],
  [
    "decided by nobody",
    [...committed, [...claimedBy("anna")], [...confirmedBy("carl")], ["carl", "pledge", "p", COMMITTED]],
  ],
  ["decided by nobody", [...committed, ["carl", "pledge", "p", { ...COMMITTED, contributions: [] }]]],
  ["decided by nobody", [...committed, ["carl", "pledge", "p", { ...COMMITTED, voided: { reason: "So" } }]]],
  ["decided by nobody", [...committed, ["carl", "pledge", "p", { ...COMMITTED, stage: "PLEDGED" }]]],
  ["decided by nobody", [...committed, ["carl", "approval", "a", { ...approval, status: "APPROVED" }]]],
  [
    "decided by nobody",
    [
      ...committed,
      ["anna", "approval", "a", approval],
      ["carl", "approval", "a", { ...approval, status: "UNKNOWN" }],
    ],
  ],
  [
    "decided by nobody",
    [
      ...committed,
      ["anna", "approval", "a", approval],
      ["carl", "approval", "a", { ...approval, serves: [] }],
    ],
  ],
])("%s", (breach, log) => {
  expect(breachesOf(...log)).toEqual([breach]);
});
