import { NotStated } from "@/components/ui/not-stated";
import { isOpen, type Stage } from "@/lib/domain/pledge/stages";
import { translator } from "@/lib/i18n/translator";

const ui = translator("ui");

/** What the record doesn't say. Only an open pledge is asked for it: elsewhere no colour is spent on it. */
export function Unsaid({ stage }: { stage: Stage }) {
  const words = ui("notStated");
  return isOpen(stage) || stage === "SUSPENDED" ? (
    <NotStated>{words}</NotStated>
  ) : (
    <span className="muted">{words}</span>
  );
}
