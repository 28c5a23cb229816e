import { Marking } from "@/components/shell/marking";
import { NoSuchPage } from "@/components/shell/no-such-page";
import { readerLanguage } from "@/lib/auth/page";
import { loadSettings } from "@/lib/workspace/settings/queries";
import { registerTime } from "./register-time";

export default async function NotFound() {
  const [settings] = await Promise.all([loadSettings(), readerLanguage()]);
  return (
    <>
      <Marking settings={settings} at={registerTime(settings)} />
      <main id="main" tabIndex={-1}>
        <NoSuchPage />
      </main>
    </>
  );
}
