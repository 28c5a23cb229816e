// Replays the auditor's findings, about what a document says and nobody pledged, and the manager's answers.
import type { Actor } from "@/lib/domain/people/actor";
import type { Finding } from "@/lib/domain/oversight/finding";
import { answerFinding, noteFinding } from "@/lib/oversight/findings/commands";
import { findingInput } from "@/lib/oversight/findings/schema";
import { emailOf } from "./accounts";
import type { GivenFinding } from "./coalition";
import { done, found } from "./replayed";
import type { FindingMove } from "./timeline";

export class ReplayedFindings {
  readonly #noted = new Map<GivenFinding, Finding>();

  constructor(readonly actors: ReadonlyMap<string, Actor>) {}

  /** `about`: the record's name. */
  async take({ finding, does, at }: FindingMove, about: string): Promise<void> {
    const step = { do: does, at };
    if (does === "note") {
      const input = findingInput.parse({ about, text: finding.text });
      this.#noted.set(finding, done(await noteFinding(this.#account("auditor"), input), step));
      return;
    }
    const { reference, version } = found(this.#noted.get(finding), "the finding");
    const entry = { finding: reference, ifMatch: version, text: finding.answer.text };
    done(await answerFinding(this.#account("manager"), entry), step);
  }

  #account = (name: "auditor" | "manager"): Actor =>
    found(this.actors.get(emailOf(name)), `an account of the ${name}`);
}
