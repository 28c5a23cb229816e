import { Marking } from "@/components/shell/marking";
import { NoSuchPage } from "@/components/shell/no-such-page";
import { loadSettings } from "@/lib/settings/queries";

export default async function NotFound() {
  return (
    <>
      <Marking settings={await loadSettings()} />
      <main id="main" tabIndex={-1}>
        <NoSuchPage />
      </main>
    </>
  );
}
