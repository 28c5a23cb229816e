import { TextControl } from "@/components/form/controls";
import type { PersonWords } from "./words";

interface Props {
  reason: string;
  onChange: (reason: string) => void;
  words: PersonWords;
}

/** Why an account is given power, for the person who decides. */
export function ReasonField({ reason, onChange, words }: Props) {
  return (
    <TextControl
      path="reason"
      label={words.reason}
      hint={words.reasonHint}
      value={reason}
      onChange={onChange}
      rows={3}
    />
  );
}
