"use client";
import { TextControl } from "@/components/form/controls";
import { DateControl } from "@/components/form/date-control";
import { fillIn } from "@/components/form/fill";
import { FormFrame } from "@/components/form/form-frame";
import { useDraft } from "@/components/form/use-draft";
import { navigateWithMessage } from "@/components/form/flash-message";
import { useSave } from "@/components/form/use-save";
import type { BaselineWords } from "./words";
import { viewHref } from "@/components/ui/address/view-href";
import { clockOf, instantOn } from "@/lib/domain/base/moment";
import { dateTrouble } from "@/lib/i18n/typed-dates";

interface Props {
  account: string;
  timeZone: string;
  /** Now, in the register's time. */
  latest: string;
  title: string;
  words: BaselineWords;
}

const FRESH = { name: "", asOf: "" };

/** The moment is entered in the register's time and sent in UTC. */
export function BaselineForm({ account, timeZone, latest, title, words }: Props) {
  const kept = useDraft(account, "baseline", FRESH);
  const { name, asOf } = kept.value;
  const { save, say, busy, troubles, errors, attempt } = useSave(words);
  const set = (part: Partial<typeof FRESH>) => kept.change((before) => ({ ...before, ...part }));

  const send = async () => {
    const moment = asOf === "" ? null : instantOn(asOf, timeZone);
    const lacking = [
      ...(name.trim() === "" ? [{ field: "name", message: words["missing-name"] }] : []),
      ...(asOf !== "" && moment === null
        ? [{ field: "asOf", message: dateTrouble("moment", asOf) ?? words.wrongClock }]
        : []),
    ];
    if (lacking.length > 0) return say(lacking);
    const sent = await save({
      method: "POST",
      path: "/baselines",
      body: { name: name.trim(), asOf: moment },
    });
    if (!sent?.ok) return;
    kept.forget();
    navigateWithMessage(
      viewHref("/changes", { since: sent.value.name }),
      fillIn(words.done, { name: sent.value.name }),
    );
  };
  const shared = { errors, errorPrefix: words.errorPrefix };
  return (
    <FormFrame
      {...{ words, title, troubles, attempt, busy }}
      {...(kept.restored ? { onDiscard: () => kept.startAnew() } : {})}
      submit={words.submit}
      onSubmit={() => void send()}
      cancelHref="/changes"
      className="lform max-w-3xl"
    >
      <TextControl
        {...shared}
        path="name"
        required
        label={words.name}
        hint={words.nameHint}
        value={name}
        onChange={(next) => set({ name: next })}
      />
      <DateControl
        {...shared}
        path="asOf"
        label={words.asOf}
        hint={words.asOfHint}
        kind="moment"
        latest={clockOf(latest, timeZone)}
        value={asOf}
        onChange={(next) => set({ asOf: next })}
      />
    </FormFrame>
  );
}
