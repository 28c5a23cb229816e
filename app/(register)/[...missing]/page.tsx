import { notFound } from "next/navigation";

/** Any address without a page: answered inside the shell, and only to people who have signed in. */
export default function Missing() {
  notFound();
}
