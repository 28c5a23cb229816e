"use client";
import { TextControl } from "@/components/form/controls";
import { DateControl } from "@/components/form/dates/date-control";
import { fillIn } from "@/components/form/fill";
import { FormFrame } from "@/components/form/form-frame";
import { useForm } from "@/components/form/use-form";
import type { BaselineWords } from "./words";
import { viewHref } from "@/components/ui/address/view-href";
import { clockOf, instantOn } from "@/lib/domain/base/moment";
import { dateTrouble } from "@/lib/i18n/typed-dates";

interface Props {
  timeZone: string;
  /** Now, in the register's time. */
  latest: string;
  title: string;
  words: BaselineWords;
}

const FRESH = { name: "", asOf: "" };

/** The moment is entered in the register's time and sent in UTC. */
export function BaselineForm({ timeZone, latest, title, words }: Props) {
  const { draft, fieldOf, save, say, leave, frame } = useForm(words, {
    name: "baseline",
    fresh: FRESH,
  });
  const { name, asOf } = draft;

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
    if (sent?.ok)
      leave(viewHref("/changes", { since: sent.value.name }), fillIn(words.done, { name: sent.value.name }));
  };
  return (
    <FormFrame {...frame} title={title} submit={words.submit} onSubmit={send} cancelHref="/changes">
      <TextControl {...fieldOf("name")} required label={words.name} hint={words.nameHint} />
      <DateControl
        {...fieldOf("asOf")}
        label={words.asOf}
        hint={words.asOfHint}
        kind="moment"
        latest={clockOf(latest, timeZone)}
      />
    </FormFrame>
  );
}
