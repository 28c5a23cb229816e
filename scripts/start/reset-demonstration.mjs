import { askDatabase } from "../database/client.mjs";
import { generate } from "../generate.mjs";
import { PlainError } from "../base/plain-error.mjs";
import { openDatabase } from "./database.mjs";
import { openWithContent } from "./demonstration.mjs";
import { environment } from "./environment.mjs";

/** Empties the embedded register and loads the demonstration again.
 * @param {import("./settings.mjs").Settings} settings */
export async function resetDemonstration(settings) {
  generate();
  const database = await openDatabase(settings, (line) => console.log(line));
  try {
    const [register] = await askDatabase(database.ownerUrl, "SELECT demonstration FROM register");
    if (register && !register.demonstration)
      throw new PlainError("This register is not a demonstration, so it was not changed.");
    await database.empty();
    const demonstration = { ...settings, demo: true };
    await openWithContent(demonstration, {
      ownerUrl: database.ownerUrl,
      env: environment(demonstration, database.appUrl),
    });
  } finally {
    await database.stop();
  }
}
