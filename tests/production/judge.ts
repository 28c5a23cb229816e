// What each answer is worth. Nothing but an answer, a refusal that is part of the work, and 503 with Retry-After is in order;
// a connection that broke because its server was killed is counted apart.
import { whatIsWrong } from "../long/traffic";
import type { Answer, Doubt } from "../long/clients/request";

export type Verdict = "answered" | "later" | "hung up" | "cut" | { failed: string };

/** `killed`: meanwhile a process was killed through which requests go. */
export function judge(answer: Answer | Doubt, killed: boolean): Verdict {
  if (answer.status === null) {
    if (answer.why === "hung up") return "hung up";
    if (answer.why === "no answer") return { failed: "was never answered" };
    return killed ? "cut" : { failed: `broke: ${answer.why}` };
  }
  // A balancer's word for a connection that broke behind it.
  if (answer.status === 502 && killed) return "cut";
  const failed = whatIsWrong(answer, false);
  if (failed !== null) return { failed };
  return answer.status === 503 ? "later" : "answered";
}
