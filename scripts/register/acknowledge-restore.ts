// npm run acknowledge:restore -- "why": after restoring a backup, records that everything sealed later is lost, and
// seals that. Exit 0 done, 1 nothing to acknowledge, 2 it could not be done.
import { sealingFilesIn } from "@/lib/trust/checkpoints/sealing-files";
import { withSecretFiles } from "@/lib/platform/secret-files.mjs";
import { acknowledgeRestore } from "@/lib/trust/checkpoints/commands";
import { sealLog } from "@/lib/trust/checkpoints/sealing";
import { runScript } from "./run-script";

await runScript(async () => {
  const why = process.argv.slice(2).join(" ").trim();
  if (why === "") throw new Error('give a reason: npm run acknowledge:restore -- "Restored from …"');
  const place = { ...sealingFilesIn(withSecretFiles(process.env)), sinks: [] };
  const done = await acknowledgeRestore(place, why);
  if (done.ok) await sealLog(place);
  console.log(
    done.ok
      ? `Recorded: any entries after entry ${done.value.size} of ${done.value.origin} are lost. The log continues under another name; tell everyone who keeps its checkpoints.`
      : "Nothing to acknowledge: the database matches the last checkpoint.",
  );
  return done.ok ? 0 : 1;
}, "could not acknowledge: ");
