"use client";
import { Failed } from "@/components/ui/errors/failed";

export default function RegisterError({ error, retry }: { error: unknown; retry: () => void }) {
  return <Failed error={error} retry={retry} />;
}
