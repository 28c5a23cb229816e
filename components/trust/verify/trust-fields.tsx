"use client";
import { TextControl } from "@/components/form/controls";
import { buttonLook } from "@/components/ui/looks";
import type { VerifyWords } from "./words";
import { ScriptButton } from "@/components/ui/script-button";
import { FileOfText } from "./file-of-text";

interface Props {
  words: VerifyWords["form"];
  keys: string;
  checkpoint: string;
  /** Keys that this register publishes, for readers who have no other source. */
  ownKeys: readonly string[];
  onKeys: (text: string) => void;
  onCheckpoint: (text: string) => void;
  onLarge: (field: string) => void;
}

/** What the package is checked against. It should come from another source. */
export function TrustFields(props: Props) {
  const { words, keys, checkpoint, ownKeys, onKeys, onCheckpoint, onLarge } = props;
  return (
    <section className="section" aria-labelledby="held-against-it">
      <header>
        <h2 className="mb-0" id="held-against-it">
          {words.trust}
        </h2>
      </header>
      <TextControl
        path="keys"
        label={words.key}
        hint={words.keyHint}
        rows={2}
        value={keys}
        onChange={onKeys}
        after={
          <FileOfText id="key-file" label={words.keyFile} onRead={onKeys} onLarge={() => onLarge("keys")} />
        }
      />
      {ownKeys.length > 0 ? (
        <p className="flex flex-wrap items-center gap-y-2 gap-x-3 mb-4">
          <ScriptButton className={buttonLook()} onClick={() => onKeys(ownKeys.join("\n"))}>
            {words.ownKey}
          </ScriptButton>
          <span className="text-muted flex-[1_1_280px]">{words.ownKeyWarning}</span>
        </p>
      ) : null}
      <TextControl
        path="checkpoint"
        label={words.checkpoint}
        hint={words.checkpointHint}
        rows={5}
        value={checkpoint}
        onChange={onCheckpoint}
        after={
          <FileOfText
            id="checkpoint-file"
            label={words.checkpointFile}
            onRead={onCheckpoint}
            onLarge={() => onLarge("checkpoint")}
          />
        }
      />
    </section>
  );
}
