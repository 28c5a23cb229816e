import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import http from "node:http";
import os from "node:os";
import path from "node:path";
import { copyDatabase, openTestServer } from "@/scripts/testing/databases.mjs";
import { amountsToJson } from "@/lib/domain/base/amount";
import { memoryOf } from "./data/memory";
import { benchRegister, now } from "./data/register";
import { serveRegister } from "./server";
import { turnsIn } from "./turns";
process.env.CHANGES_AT_ONCE = "0";
process.env.NEXTAUTH_SECRET = "measurements-alone-sign-with-this-0123456789";
const size = Number(process.argv[2] ?? 100000);
const folder = mkdtempSync(path.join(os.tmpdir(), "probe-"));
const server = await openTestServer({ durable: true });
const database = await copyDatabase(server);
const { within, end } = turnsIn(database.appUrl);
const own = path.join(folder, String(size));
const env = { ...process.env, DATABASE_URL: database.appUrl, DATA_DIR: own, BENCH_MEMORY: `${own}/memory.json` };
mkdirSync(own);
console.log("filling", new Date());
const register = await within(() => benchRegister(size, database.ownerUrl));
writeFileSync(env.BENCH_MEMORY, JSON.stringify(await within(async () => memoryOf(register, await now())), amountsToJson));
console.log("filled", new Date());
let app: Awaited<ReturnType<typeof serveRegister>> | null = null;
async function restart() {
  await app?.stop();
  app = await serveRegister(env);
  writeFileSync("/tmp/probe.json", JSON.stringify({ url: app.url, pid: app.pid, cookie: register.cookie, owner: database.ownerUrl, db: database.appUrl, data: own, memory: env.BENCH_MEMORY, told: register.told }));
}
await restart();
console.log("ready", new Date());
http.createServer((request, response) => {
  void (async () => {
    const what = request.url ?? "/";
    if (what === "/change") await within(register.change);
    else if (what === "/restart") await restart();
    else if (what === "/quit") { await app?.stop(); await end(); await server.close(); response.end("bye"); process.exit(0); }
    response.end("ok\n");
  })().catch((error: unknown) => { response.statusCode = 500; response.end(String(error)); });
}).listen(23999, "127.0.0.1");
