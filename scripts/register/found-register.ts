// Runs at every start, after the migrations: founds the register if needed, and applies the environment's settings.
import { pathToFileURL } from "node:url";
import { unsafeStorage } from "@/lib/db/sql/storage";
import { POWERFUL_ROLES } from "@/lib/domain/people/power";
import { refusalOf } from "@/lib/http/failure";
import { foundRegister, adoptSettings } from "@/lib/workspace/settings/commands";
import { loadSettings } from "@/lib/workspace/settings/queries";
import { runScript } from "./run-script";

export { foundRegister } from "@/lib/workspace/settings/commands";

const { REGISTER_TIME_ZONE, MARKING, REGISTER_UNSAFE_STORAGE } = process.env;

async function main(): Promise<number> {
  const unsafe = REGISTER_UNSAFE_STORAGE === "1" ? [] : await unsafeStorage();
  if (unsafe.length > 0) {
    throw new Error(
      `PostgreSQL runs with ${unsafe.join(", ")} off: a crash could lose acknowledged changes. Turn it on.`,
    );
  }
  const founded = await foundRegister({
    demonstration: false,
    offsetMs: 0,
    timeZone: REGISTER_TIME_ZONE || "Europe/Kyiv",
    marking: MARKING ?? "",
    secondFactorFor: [...POWERFUL_ROLES],
  });
  if (!founded.ok) await takeOver();
  console.log(
    `register ${founded.ok ? "founded" : "in place"}, time zone ${(await loadSettings()).timeZone}`,
  );
  return 0;
}

function given(): { timeZone?: string; marking?: string } {
  return {
    ...(REGISTER_TIME_ZONE ? { timeZone: REGISTER_TIME_ZONE } : {}),
    ...(MARKING === undefined || MARKING === "" ? {} : { marking: MARKING }),
  };
}

async function takeOver(): Promise<void> {
  const taken = await adoptSettings(given());
  if (!taken.ok) throw new Error(`the settings could not be applied: ${taken.refusal.code}`);
  for (const { setting, by, at } of taken.value.setByPeople) {
    console.log(
      `${NAMES[setting]} is ignored: ${by} set another value in the register on ${at.slice(0, 10)}`,
    );
  }
}

/** Also used if it is busy: everything here may be repeated. */
const DATABASE_AWAY = 75;
const NAMES = { timeZone: "REGISTER_TIME_ZONE", marking: "MARKING" };

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href)
  await runScript(main, "", (error) => (refusalOf(error) === null ? 1 : DATABASE_AWAY));
