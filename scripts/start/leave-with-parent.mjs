// Loaded into the application: when the start that runs it is killed, its end of this pipe closes, and the
// application leaves too instead of keeping the port.
import { isMainThread } from "node:worker_threads";

if (isMainThread && process.env.REGISTER_STARTER === String(process.ppid)) {
  process.stdin.on("end", () => process.exit(1)).on("error", () => process.exit(1));
  process.stdin.resume();
}
