// Judges each answer. Only an answer, a refusal that is part of the work, and a 503 with Retry-After are in order; a
// connection that broke because its server was killed is counted separately.
import { whatIsWrong } from "../long/traffic";
import type { Answer, Doubt } from "../long/clients/request";

export type Verdict = "answered" | "later" | "hung up" | "cut" | { failed: string };

/** `killed`: a process through which requests go was killed meanwhile. */
export function judge(answer: Answer | Doubt, killed: boolean): Verdict {
  if (answer.status === null) {
    if (answer.why === "hung up") return "hung up";
    if (answer.why === "no answer") return { failed: "was never answered" };
    return killed ? "cut" : { failed: `broke: ${answer.why}` };
  }
  // A balancer's answer if a connection broke behind it.
  if (answer.status === 502 && killed) return "cut";
  const failed = whatIsWrong(answer, false);
  if (failed !== null) return { failed };
  return answer.status === 503 ? "later" : "answered";
}
