"use client";
import { useRouter } from "next/navigation";
import { Component, createElement, createRef } from "react";
import { useAlive } from "../../alive";
import { markupAt, type KeptMarkup } from "./kept-markup";
import { captureState } from "./left-in";

interface Props {
  tag: string;
  /** In a document: where the markup is kept until the document is written. */
  place?: string;
  /** For a page that is already open. */
  html?: string;
  given?: KeptMarkup["given"];
}

export function SentMarkup(props: Props) {
  const router = useRouter();
  const onMissing = () => {
    if (!hasAsked) router.refresh();
    hasAsked = true;
  };
  return <Box {...props} isAlive={useAlive()} onMissing={onMissing} />;
}

let hasAsked = false;

interface BoxProps extends Props {
  isAlive: boolean;
  /** Called if nothing came for this place. */
  onMissing: () => void;
}

/** What documents brought and is no longer shown, by its place, because users go back to it. */
const earlier = new Map<string, Element>();

/**
 * What the document brought stays as it is, unread; what the router brings replaces it and keeps the user's
 * state.
 */
class Box extends Component<BoxProps> {
  private readonly box = createRef<HTMLElement>();

  constructor(props: BoxProps) {
    super(props);
    // React draws the whole page again if something, such as an extension, changed it before its script ran.
    const { place, isAlive } = props;
    if (isAlive && place !== undefined && !earlier.has(place))
      remember(place, document.querySelector(`[data-markup="${place}"]`));
  }

  /**
   * A page that doesn't exist, or that broke, has no document: React draws it from its data, which has only
   * places.
   */
  override componentDidMount(): void {
    const { html, place, isAlive, onMissing } = this.props;
    if (!isAlive || html !== undefined || place === undefined) return;
    if (earlier.has(place)) this.dress();
    else onMissing();
  }

  /** Restores the document's attributes, which React has never known. */
  private dress(): void {
    const { html, place = "" } = this.props;
    if (html !== undefined) return;
    for (const { name, value } of earlier.get(place)?.attributes ?? [])
      this.box.current?.setAttribute(name, value);
  }

  override getSnapshotBeforeUpdate(before: Props): (() => void) | null {
    const { html, place } = this.props;
    if ((before.html === html && before.place === place) || !this.box.current) return null;
    if (before.html === undefined && before.place !== undefined) remember(before.place, this.box.current);
    return captureState(this.box.current);
  }

  override componentDidUpdate(_before: Props, _state: unknown, restore: (() => void) | null): void {
    if (restore) this.dress();
    restore?.();
  }

  override componentWillUnmount(): void {
    const { html, place } = this.props;
    if (html === undefined && place !== undefined) remember(place, this.box.current);
  }

  override render() {
    const { tag, place } = this.props;
    const { given, html = "" } = this.props.html === undefined ? brought(place ?? "") : this.props;
    return createElement(tag, {
      ...(given ?? this.props.given),
      ref: this.box,
      "data-markup": place,
      suppressHydrationWarning: true,
      dangerouslySetInnerHTML: { __html: html },
    });
  }
}

/**
 * On the server, the markup; in a browser, what is remembered: nothing while the document's own is in place.
 */
const brought = (place: string): Partial<KeptMarkup> =>
  typeof window === "undefined" ? markupAt(place) : { html: earlier.get(place)?.innerHTML ?? "" };

function remember(place: string, box: Element | null): void {
  const copy = box?.cloneNode(true);
  if (!(copy instanceof Element)) return;
  for (const guest of copy.querySelectorAll("[data-guest]")) guest.remove();
  earlier.set(place, copy);
}
