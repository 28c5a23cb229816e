// Run at every start, after the migrations: founds a register that isn't, and takes over settings that are given.
import { pathToFileURL } from "node:url";
import { disconnect } from "@/lib/db/client";
import { unsafeStorage } from "@/lib/db/storage";
import type { Register } from "@/lib/domain/person";
import type { Result } from "@/lib/domain/result";
import { changeSettings, foundRegister } from "@/lib/settings/commands";
import { loadSettings } from "@/lib/settings/queries";

export { foundRegister } from "@/lib/settings/commands";

const { REGISTER_TIME_ZONE, MARKING, REGISTER_UNSAFE_STORAGE } = process.env;

async function main(): Promise<void> {
  const unsafe = REGISTER_UNSAFE_STORAGE === "1" ? [] : await unsafeStorage();
  if (unsafe.length > 0) {
    throw new Error(
      `PostgreSQL runs with ${unsafe.join(", ")} off: a crash could lose what was acknowledged. Turn it on.`,
    );
  }
  const founded = await foundRegister({
    demonstration: false,
    offsetMs: 0,
    timeZone: REGISTER_TIME_ZONE || "Europe/Kyiv",
    marking: MARKING ?? "",
  });
  if (!founded.ok) expectOk(await changeSettings(given()));
  console.log(
    `register ${founded.ok ? "founded" : "in place"}, days are those of ${(await loadSettings()).timeZone}`,
  );
}

function given(): { timeZone?: string; marking?: string } {
  return {
    ...(REGISTER_TIME_ZONE ? { timeZone: REGISTER_TIME_ZONE } : {}),
    ...(MARKING === undefined || MARKING === "" ? {} : { marking: MARKING }),
  };
}

function expectOk(result: Result<Register>): void {
  if (!result.ok) throw new Error(`the settings weren't taken over: ${result.refusal.code}`);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  main()
    .catch((error: unknown) => {
      console.error(error instanceof Error ? error.message : error);
      process.exitCode = 1;
    })
    .finally(disconnect);
}
