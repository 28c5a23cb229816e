// Loaded into the application: when its parent is killed, the parent's end of this pipe closes, and the application
// exits instead of keeping the port.
import { isMainThread } from "node:worker_threads";

if (isMainThread && process.env.REGISTER_STARTER === String(process.ppid)) {
  process.stdin.on("end", () => process.exit(1)).on("error", () => process.exit(1));
  process.stdin.resume();
}
