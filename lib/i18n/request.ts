import { getRequestConfig } from "next-intl/server";
import { messages } from "./messages";

/** English only for now; the zone is the register's, never the server's. */
export default getRequestConfig(async () => ({
  locale: "en",
  timeZone: process.env.REGISTER_TIME_ZONE ?? "Europe/Kyiv",
  messages,
}));
