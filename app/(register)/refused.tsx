import { notFound } from "next/navigation";
import { RefusedPage as Shown } from "@/components/shell/refused-page";
import { notePageRefusal, requireActorPage } from "@/lib/auth/page";
import { mayReadRegister } from "@/lib/domain/people/actor";
import type { Refusal } from "@/lib/domain/base/refusal";
import type { Result } from "@/lib/domain/base/result";
import { translator } from "@/lib/i18n/translator";

const t = translator("shell");

interface Props {
  refusal: Refusal;
  /** The page without its parameters. */
  home: string;
  /** Which role the page is for, shown to readers of the register. */
  why?: string;
}

/** Also notes the refusal in the access log. */
export async function RefusedAndNoted({ refusal, home, why }: Props) {
  const [{ actor }] = await Promise.all([requireActorPage(), notePageRefusal(refusal)]);
  const said = mayReadRegister(actor) ? why : t("notForRole");
  return <Shown refusal={refusal} home={home} why={refusal.code === "role" ? said : undefined} />;
}

/** The page is "not found" if what it shows is. Other refusals are left to the page. */
export function or404<T>(loaded: Result<T>): Result<T> {
  if (!loaded.ok && loaded.refusal.code === "not-found") notFound();
  return loaded;
}
