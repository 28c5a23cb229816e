import { getRequestConfig } from "next-intl/server";
import { readerLanguage } from "@/lib/auth/page";
import { messagesIn } from "@/lib/i18n/translator";

/** For sentences with links in them. The zone is from the environment, never the server's own. */
export default getRequestConfig(async () => {
  const locale = await readerLanguage();
  return {
    locale,
    timeZone: process.env.REGISTER_TIME_ZONE ?? "Europe/Kyiv",
    messages: messagesIn(locale),
  };
});
