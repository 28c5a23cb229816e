// Words of the form and the buttons: the browser gets only these.
import { currentMessages } from "@/lib/i18n/translator";

export type SignInGroupWords = ReturnType<typeof signInGroupWords>;

export const signInGroupWords = () => ({ ...currentMessages().form, ...currentMessages()["sign-in-groups"] });
