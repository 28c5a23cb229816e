import { TextControl } from "@/components/form/controls";
import type { PersonWords } from "./words";

interface Props {
  reason: string;
  required?: boolean;
  onChange: (reason: string) => void;
  words: PersonWords;
}

/** Why an account is given power, for the person who decides. */
export function ReasonField({ reason, required = false, onChange, words }: Props) {
  return (
    <TextControl
      path="reason"
      required={required}
      label={words.reason}
      hint={words.reasonHint}
      value={reason}
      onChange={onChange}
      rows={3}
    />
  );
}
