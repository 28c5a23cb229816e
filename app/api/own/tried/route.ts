import { cookies } from "next/headers";
import { ok } from "@/lib/domain/base/result";
import { plainForm } from "@/lib/http/plain-form";

const YEAR_SECONDS = 31_536_000;

/** Hides, in this browser, what a demonstration suggests to try. Stored in a cookie, like the appearance. */
export const POST = plainForm({
  home: "/",
  isUnlimited: true,
  run: async () => {
    (await cookies()).set("tried", "yes", { path: "/", maxAge: YEAR_SECONDS, sameSite: "lax" });
    return ok({ done: null });
  },
});
