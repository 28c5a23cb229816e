// Every kind of forgery of a log of 323 entries that was sealed at 55, 60, 300 and 320.
import type { VerifiedPart } from "@/lib/db/verify/verdict";
import type { Forger } from "../../support/registers/forger";

const rewritten = async (by: Forger, seq = 58): Promise<void> => {
  await by.run("UPDATE audit.event SET reason = 'Because' WHERE seq = $1", [seq]);
  await by.rechain();
};

export async function rewrittenThroughout(by: Forger): Promise<void> {
  await rewritten(by);
  await by.restate();
  await by.regrow();
  await by.resign();
}

/** Each with what is found first, in which parts, and the last entry that a signature still covers. */
export const FORGERIES: [
  what: string,
  forgery: (by: Forger) => Promise<void>,
  first: RegExp,
  parts: VerifiedPart[],
  signed: number,
][] = [
  [
    "an entry rewritten, with the chain",
    (by) => rewritten(by),
    /^entries 56 to 60: they are not the entries covered by the checkpoint of 60 entries, signed by .*; the checkpoint of 55 still matches, signed by /,
    ["log", "node"],
    55,
  ],
  [
    "an entry under another's name, with the chain",
    async (by) => {
      await by.run("UPDATE audit.event SET actor_name = 'Somebody' WHERE seq = 58");
      await by.rechain();
    },
    /^entries 56 to 60: they are not the entries/,
    ["log", "authority", "node"],
    55,
  ],
  [
    "an entry rewritten, with the chain and the roots that checkpoints state",
    async (by) => {
      await rewritten(by);
      await by.restate();
    },
    /^entries 56 to 60: they are not the entries/,
    ["log", "checkpoint", "node"],
    55,
  ],
  [
    "the same with the nodes",
    async (by) => {
      await rewritten(by);
      await by.restate();
      await by.regrow();
    },
    /^entries 56 to 60: they are not the entries/,
    ["log", "checkpoint"],
    55,
  ],
  [
    "the very first entries rewritten so that it is another log",
    async (by) => {
      await rewritten(by, 1);
      await by.restate();
      await by.regrow();
    },
    /^a checkpoint of 55 entries is of another log/,
    ["log", "checkpoint", "key"],
    0,
  ],
  [
    "the last entries cut off that were sealed",
    (by) => by.cut(310),
    /^entry 311: it is missing, but a checkpoint of 320 entries covers it, signed by /,
    ["log", "record"],
    300,
  ],
  [
    "the same with their checkpoint",
    async (by) => {
      await by.run("DELETE FROM audit.cosignature WHERE checkpoint_id = 4");
      await by.run("DELETE FROM audit.checkpoint WHERE id = 4");
      await by.cut(310);
    },
    /^entry 311: it is missing, but a checkpoint of 320 entries covers it/,
    ["log", "record"],
    300,
  ],
  [
    "the head moved",
    async (by) => {
      await by.run(
        "UPDATE audit.head SET seq = 322, leaf_hash = (SELECT leaf_hash FROM audit.event WHERE seq = 322)",
      );
    },
    /^entry 323: the head of the log, at 322, knows nothing of it/,
    ["head"],
    320,
  ],
  [
    "the head's clock moved",
    async (by) => void (await by.run("UPDATE audit.head SET recorded_at = recorded_at + interval '1 day'")),
    /^entry 323: the head of the log holds another time for it/,
    ["head"],
    320,
  ],
  [
    "a node altered",
    async (by) => void (await by.run("UPDATE audit.node SET hash = repeat('a', 64)")),
    /^audit\.node, level 8, number 0, over entries 1 to 256: it isn't what follows/,
    ["node"],
    320,
  ],
  [
    "a node taken out",
    async (by) => void (await by.run("DELETE FROM audit.node")),
    /^audit\.node, level 8, number 0, over entries 1 to 256: it is missing/,
    ["node"],
    320,
  ],
  [
    "an entry said to be stamped ahead",
    async (by) => void (await by.run("INSERT INTO audit.ahead VALUES (58, 59)")),
    /^audit\.ahead, entry 58: no later entry carries an earlier moment/,
    ["log"],
    320,
  ],
  [
    "a node put in",
    async (by) => void (await by.run("INSERT INTO audit.node VALUES (8, 1, repeat('a', 64))")),
    /^audit\.node, level 8, number 1, over entries 257 to 512: no checkpoint covers/,
    ["node"],
    320,
  ],
  [
    "a checkpoint's root",
    async (by) => void (await by.run("UPDATE audit.checkpoint SET root = repeat('a', 64) WHERE id = 2")),
    /^checkpoint 2, of 60 entries: its row states another root than its note/,
    ["checkpoint"],
    320,
  ],
  [
    "a checkpoint's size and name",
    async (by) =>
      void (await by.run("UPDATE audit.checkpoint SET size = 59, origin = origin || '/9' WHERE id = 2")),
    /^checkpoint 2, of 59 entries: its row states another origin, size than its note/,
    ["checkpoint"],
    320,
  ],
  [
    "a note that is none",
    async (by) => void (await by.run("UPDATE audit.checkpoint SET note = 'note' WHERE id = 2")),
    /^checkpoint 2, of 60 entries: its note can't be read/,
    ["checkpoint"],
    320,
  ],
  [
    "a note under which a signature was altered",
    async (by) => {
      await by.run(
        "UPDATE audit.checkpoint SET note = (SELECT note FROM audit.checkpoint WHERE id = 2) WHERE id = 3",
      );
      await by.run(
        "UPDATE audit.checkpoint SET note = replace(note, E'\\n60\\n', E'\\n300\\n'), root = root WHERE id = 3",
      );
    },
    /^checkpoint 3, of 300 entries: its row states another root/,
    ["checkpoint", "checkpoint", "cosignature"],
    320,
  ],
  [
    "a checkpoint taken out in the middle",
    async (by) => {
      await by.run("DELETE FROM audit.cosignature WHERE checkpoint_id = 2");
      await by.run("DELETE FROM audit.checkpoint WHERE id = 2");
    },
    /^checkpoint 3, of 300 entries: checkpoint 2 is missing before it/,
    ["checkpoint"],
    320,
  ],
  [
    "the last checkpoint taken out",
    async (by) => {
      await by.run("DELETE FROM audit.cosignature WHERE checkpoint_id = 4");
      await by.run("DELETE FROM audit.checkpoint WHERE id = 4");
    },
    /^the checkpoint of 320 entries, which lies in \S+, has no row in audit\.checkpoint: it was removed, or/,
    ["checkpoint"],
    320,
  ],
  [
    "every note signed by another key, which the database states instead",
    (by) => by.resign(),
    /^checkpoint 1, of 55 entries: its note is signed by none of the log's keys that are known, but by one that the database alone states/,
    ["checkpoint", "key"],
    320,
  ],
  [
    "a key put in",
    async (by) => {
      await by.run("INSERT INTO audit.sealing_key VALUES ($1, 2, now())", [await by.ownKey()]);
    },
    /^audit\.sealing_key, pledge-register\/\S+: it is none of the log's keys that are known/,
    ["key"],
    320,
  ],
  [
    "the key taken out",
    async (by) => void (await by.run("DELETE FROM audit.sealing_key")),
    /^audit\.sealing_key: it lacks key [0-9a-f]{8}, which signed checkpoint 1/,
    ["key"],
    320,
  ],
  [
    "a key said to sign since another checkpoint than it did",
    async (by) => void (await by.run("UPDATE audit.sealing_key SET since_id = 9")),
    /it didn't sign checkpoint 9, since which it is said to sign/,
    ["key"],
    320,
  ],
  [
    "a cosignature altered",
    async (by) =>
      void (await by.run(
        "UPDATE audit.cosignature SET line = (SELECT line FROM audit.cosignature WHERE checkpoint_id = 1) WHERE checkpoint_id = 2",
      )),
    /^the cosignature of w\.example\/register under checkpoint 2: it isn't right/,
    ["cosignature"],
    320,
  ],
  [
    "a cosignature's time",
    async (by) =>
      void (await by.run("UPDATE audit.cosignature SET cosigned_at = cosigned_at - interval '1 day'")),
    /^the cosignature of w\.example\/register under checkpoint 1: it was signed at another time/,
    ["cosignature"],
    320,
  ],
  [
    "everything rewritten, with notes by the forger's key",
    rewrittenThroughout,
    /^entries 1 to 320: they are not the entries covered by the checkpoint of 320 entries/,
    ["log", "checkpoint", "key"],
    0,
  ],
  [
    "an item that is unresolved taken out",
    async (by) =>
      void (await by.run("DELETE FROM unresolved_item WHERE participant = 'FR' AND priority = 2")),
    /^what is unresolved, FR-2 NO_PLEDGE: missing/,
    ["derived"],
    320,
  ],
  [
    "a counter",
    async (by) => void (await by.run("UPDATE unresolved_by_cell SET items = items + 1")),
    /^what is counted, /,
    ["derived"],
    320,
  ],
];
