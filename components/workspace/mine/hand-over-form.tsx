"use client";
import { SelectControl, TextControl } from "@/components/form/controls";
import { GroupControl, LabelledTick } from "@/components/form/tick-field";
import { fillIn } from "@/components/form/fill";
import { FormFrame } from "@/components/form/form-frame";
import { useForm } from "@/components/form/use-form";
import type { Option, FormWords } from "@/components/form/words";
import type { Messages } from "@/lib/i18n/message-files";

interface Props {
  title: string;
  /** E-mail of the officer whose desk it is; null for the user's own. */
  from: string | null;
  desk: readonly { code: string; name: string; pledges: number }[];
  takers: readonly Option[];
  /** The page that the user came from, and goes back to. */
  page: string;
  words: FormWords & Messages["mine"]["handover"]["form"];
}

const FRESH = { participants: [] as string[], to: "", note: "" };

export function HandOverForm({ title, from, desk, takers, page, words }: Props) {
  const { draft, fieldOf, ticksOf, save, say, leave, frame } = useForm(words, {
    name: `hand-over-${from ?? "own"}`,
    fresh: FRESH,
  });
  const { participants, to, note } = draft;
  const { onToggle: toggle } = ticksOf("participants");
  const follows = desk
    .filter(({ code }) => participants.includes(code))
    .reduce((sum, { pledges }) => sum + pledges, 0);

  const send = async () => {
    const lacking = [
      ...(participants.length === 0
        ? [{ field: "participants", message: words["missing-participants"] }]
        : []),
      ...(to === "" ? [{ field: "to", message: words["missing-to"] }] : []),
      ...(note.trim() === "" ? [{ field: "note", message: words["missing-note"] }] : []),
    ];
    if (lacking.length > 0) return say(lacking);
    const body = { ...(from === null ? {} : { from }), to, participants, note: note.trim() };
    const sent = await save({ method: "POST", path: "/handovers", body });
    if (!sent?.ok) return;
    const { id, state, to: taker, pledges } = sent.value;
    const isOffered = state === "OFFERED";
    leave(
      isOffered ? `/mine/hand-over/${id}` : page,
      fillIn(isOffered ? words.offered : words.done, { name: taker.name, pledges }),
    );
  };
  return (
    <FormFrame {...frame} title={title} submit={words.submit} onSubmit={send} cancelHref={page}>
      <GroupControl path="participants" required label={words.participants} hint={words.participantsHint}>
        <div className="grid grid-cols-1 gap-x-4 gap-y-1 sm:grid-cols-2">
          {desk.map(({ code, name, pledges }) => (
            <LabelledTick key={code} ticked={participants.includes(code)} onToggle={() => toggle(code)}>
              {name}{" "}
              <span className="text-muted">
                {pledges === 1 ? words.onePledge : fillIn(words.pledges, { count: pledges })}
              </span>
            </LabelledTick>
          ))}
        </div>
      </GroupControl>
      <p className="text-muted" role="status">
        {fillIn(words.follows, { pledges: follows })}
      </p>
      <SelectControl
        {...fieldOf("to")}
        required
        label={words.to}
        hint={words.toHint}
        options={takers}
        none={words.choose}
      />
      <TextControl {...fieldOf("note")} required label={words.note} hint={words.noteHint} rows={3} />
    </FormFrame>
  );
}
