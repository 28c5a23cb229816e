"use client";
import { Failed } from "@/components/ui/errors/failed";

export default function RootError({ error, retry }: { error: unknown; retry: () => void }) {
  return (
    <main id="main" tabIndex={-1}>
      <Failed error={error} retry={retry} />
    </main>
  );
}
