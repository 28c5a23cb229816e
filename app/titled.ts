import type { Metadata } from "next";
import { readerLanguage } from "@/lib/auth/page";

/** A page's title, translated at each request: a module-level translation would stay in one language. */
export const titled =
  <Props = unknown>(say: (props: Props) => string | Promise<string>) =>
  async (props: Props): Promise<Metadata> => {
    await readerLanguage();
    return { title: await say(props) };
  };
