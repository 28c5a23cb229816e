import { NoSuchPage } from "@/components/shell/no-such-page";
import { requestedPage, readerLanguage } from "@/lib/auth/page";
import { readAt, withoutMoment } from "./read-at";

export default async function RegisterNotFound() {
  await readerLanguage();
  const [{ asOf }, address] = await Promise.all([readAt(), requestedPage()]);
  return <NoSuchPage now={asOf === null ? null : withoutMoment(address)} />;
}
