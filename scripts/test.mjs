// `npm test`: everything, from types to stories in a browser. The last line is the result.
import { install } from "./install.mjs";
import { run } from "./plain-error.mjs";

await run(async () => {
  install({ tools: true });
  const { testEverything } = await import("./testing/everything.mjs");
  await testEverything();
});
