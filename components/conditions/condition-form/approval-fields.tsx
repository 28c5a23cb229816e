"use client";
// First whose approval, then which one. Other participants' approvals load when that participant is chosen.
import { useEffect, useState } from "react";
import { loadAny } from "@/lib/client/send";
import type { ApprovalFact } from "@/lib/domain/conditions/leaf-facts";
import type { ApprovalLine } from "./draft";
import { controlId, type Editing } from "./editing";
import { ConditionHolds, type LeafProps } from "./holds";
import { Pick } from "./pick";
import { inSentence } from "@/lib/i18n/words/in-sentence";

const MOST = 200;

export function ApprovalLeafFields({ line, editing }: LeafProps<ApprovalLine>) {
  const { choices, facts, participant: own, reference, say, change, know, errors } = editing;
  const others = useApprovalsOf(line.participant === own ? null : line.participant);
  const id = controlId(line.id);
  const listed = line.participant === own ? choices.approvals : others;
  const chosen = facts.approvals.find((one) => one.id === line.approval);
  const options =
    chosen && !listed?.some((one) => one.id === chosen.id) ? [chosen, ...(listed ?? [])] : (listed ?? []);
  const choose = (approval: string) => {
    change(line.id, { approval });
    know({ approvals: options.filter((one) => one.id === approval) });
  };
  return (
    <>
      <Pick
        id={`${id}.participant`}
        label={say("form.whose")}
        value={line.participant}
        onChange={(participant) => change(line.id, { participant, approval: "" })}
      >
        {choices.participants.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </Pick>
      <Pick
        id={id}
        label={say("form.kind.approval")}
        value={line.approval}
        onChange={choose}
        error={errors.get(id)}
        className="main"
      >
        <option value="">{say("form.choose.approval")}</option>
        {line.approval !== "" && !chosen ? <option value={line.approval}>{line.approval}</option> : null}
        {options.map((one) => (
          <option key={one.id} value={one.id}>
            {optionWords(one, editing)}
          </option>
        ))}
      </Pick>
      <ConditionHolds line={line} editing={editing} />
      {listed?.length === 0 ? (
        <p className="text-caption text-muted">
          {say("form.noApproval")}{" "}
          {line.participant === own ? (
            <a href={`/pledges/${reference}/approvals/new`}>{say("form.addApproval")}</a>
          ) : null}
        </p>
      ) : null}
    </>
  );
}

const optionWords = ({ body, subject, status }: ApprovalFact, { say, words }: Editing): string =>
  say("form.option.approval", {
    body,
    subject: subject === null ? "" : `, ${subject}`,
    status: inSentence(words.codes.approvalStatus[status]),
  });

/** Null while they load. */
function useApprovalsOf(participant: string | null): readonly ApprovalFact[] | null {
  const [found, setFound] = useState<{ of: string; approvals: ApprovalFact[] } | null>(null);
  useEffect(() => {
    if (participant === null) return;
    const abort = new AbortController();
    const ask = async () => {
      const path = `/approvals?participant=${participant}&limit=${MOST}`;
      const sent = await loadAny<{ items: ApprovalFact[] }>(path, abort.signal);
      if (sent.ok && !abort.signal.aborted) setFound({ of: participant, approvals: sent.value.items });
    };
    void ask();
    return () => abort.abort();
  }, [participant]);
  return found !== null && found.of === participant ? found.approvals : null;
}
