import { WatchButton } from "@/components/inbox/watch-button";
import { requestedPage } from "@/lib/auth/page";
import { isPast } from "@/lib/domain/base/as-of";
import { mayWatch, topicName, type Topic } from "@/lib/domain/people/watch";
import { loadWatched } from "@/lib/inbox/watches/queries";
import { readAt } from "./read-at";

interface On {
  topic: Topic;
  /** Watches that the page has already loaded. */
  found?: Awaited<ReturnType<typeof loadWatched>> | undefined;
}

/** Whether the user watches the page's record, with a button to change that; nothing on a page that shows the past. */
export async function WatchOn({ topic, found }: On) {
  const { actor, at } = await readAt();
  if (isPast(at) || !mayWatch(actor)) return null;
  const [watched, back] = await Promise.all([found ?? loadWatched(actor, [topic]), requestedPage()]);
  if (!watched.ok) return null;
  return <WatchButton topic={topic} watching={watched.value.has(topicName(topic))} back={back} />;
}
