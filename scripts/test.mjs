// `npm test`: everything, from types to stories in a browser. The last line is the result.
import { install } from "./base/install.mjs";
import { run } from "./base/plain-error.mjs";

await run(async () => {
  install({ tools: true });
  const { testEverything } = await import("./testing/everything.mjs");
  await testEverything();
});
