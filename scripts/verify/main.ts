// npm run verify [-- --checkpoint FILE|FOLDER]… [--key KEY]…
// Exit 0 intact, 1 something is wrong (the first bad entry is named), 2 it could not be verified, 3 intact,
// but the authors of some entries had no right to make them, before the rules of authority were on record.
// FILE contains notes stored elsewhere, FOLDER is a sink's or a witness's; KEY is a verifier key, or a file
// of them.
import { existsSync, readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { gatherAnchors } from "@/lib/trust/checkpoints/anchors";
import { sinksIn } from "@/lib/trust/checkpoints/copies";
import { sealingFilesIn } from "@/lib/trust/checkpoints/sealing-files";
import { findSharedNote } from "@/lib/trust/checkpoints/last-checkpoint";
import { withSecretFiles } from "@/lib/platform/secret-files.mjs";
import { verifyRegister } from "@/lib/db/verify/verify";
import { witnessesIn } from "@/lib/domain/log/witness";
import { endQuietly } from "../register/end-quietly";
import { exitOf, progressOf, reportOf } from "./report";
import { runScript } from "../register/run-script";

endQuietly();
await runScript(async () => {
  const { values } = parseArgs({
    options: {
      checkpoint: { type: "string", multiple: true, default: [] },
      key: { type: "string", multiple: true, default: [] },
    },
  });
  const settings = withSecretFiles(process.env);
  const { CHECKPOINT_SINKS, WITNESSES, FILES_BUCKET } = settings;
  const place = sealingFilesIn(settings);
  const shared = await findSharedNote(place);
  const { unread, ...anchors } = gatherAnchors({
    ...place,
    shared: shared && { note: shared.note, where: `${FILES_BUCKET ?? ""}/${shared.name}` },
    sinks: sinksIn(CHECKPOINT_SINKS ?? ""),
    witnesses: witnessesIn(WITNESSES ?? "") ?? [],
    keys: values.key.flatMap(keysIn),
    checkpoints: values.checkpoint,
  });
  const verdict = await verifyRegister(
    [],
    anchors,
    progressOf((line) => {
      console.error(line);
    }),
  );
  console.log(reportOf(verdict, { unread }));
  return exitOf(verdict);
}, "could not verify: ");

function keysIn(given: string): string[] {
  const text = existsSync(given) ? readFileSync(given, "utf8") : given;
  return text.split("\n").filter((line) => line.trim() !== "");
}
