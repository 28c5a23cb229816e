// npm run verify: exit 0 intact, 1 something is wrong (the first thing is named), 2 it could not be verified.
import { disconnect } from "@/lib/db/client";
import { verifyRegister } from "@/lib/db/verify/verify";

try {
  const verdict = await verifyRegister();
  console.log(
    verdict.intact
      ? `intact: ${counted(verdict.events, "event")}, ${counted(verdict.records, "record")}`
      : `not intact: ${verdict.fault}`,
  );
  process.exitCode = verdict.intact ? 0 : 1;
} catch (error) {
  console.error(`could not verify: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 2;
} finally {
  await disconnect();
}

function counted(n: number, what: string): string {
  return `${n.toLocaleString("en")} ${what}${n === 1 ? "" : "s"}`;
}
