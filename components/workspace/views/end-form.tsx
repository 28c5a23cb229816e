"use client";
import { fillIn } from "@/components/form/fill";
import { OneButtonForm } from "@/components/form/sending/one-button-form";
import { navigateWithMessage } from "@/components/form/flash-message";
import { useSave, type SaveRequest } from "@/components/form/use-save";
import type { ViewFormWords } from "./words";

interface Props {
  view: { id: string; name: string; version: number };
  /** `remove`: deleted by its owner. `takeDown`: no longer shared. */
  end: "remove" | "takeDown";
  words: ViewFormWords;
}

/** One press; the page says above what it does. */
export function EndViewForm({ view: { id, name, version }, end, words }: Props) {
  const { saveAny, busy, troubles } = useSave(words);
  const send = async () => {
    const request: SaveRequest =
      end === "remove"
        ? { method: "POST", path: `/views/${id}/remove`, body: {} }
        : { method: "PATCH", path: `/views/${id}`, body: { shared: false }, version, touches: [] };
    const sent = await saveAny<unknown>(request);
    if (sent?.ok)
      navigateWithMessage("/views", fillIn(end === "remove" ? words.removed : words.takenDown, { name }));
  };
  return (
    <OneButtonForm onSubmit={send} {...{ busy, troubles }}>
      {end === "remove" ? words.remove : words.takeDown}
    </OneButtonForm>
  );
}
