import { NoSuchPage } from "@/components/shell/no-such-page";
import { readerLanguage } from "@/lib/auth/page";

export default async function RegisterNotFound() {
  await readerLanguage();
  return <NoSuchPage />;
}
