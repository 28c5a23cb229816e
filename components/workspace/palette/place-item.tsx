import { Autocomplete } from "@base-ui/react/autocomplete";
import { atMoment } from "@/components/ui/address/as-of-href";
import { referenceLook } from "@/components/ui/looks";
import { isRecordKind, type FoundPlace } from "@/lib/domain/details/place";

export const PlaceItem = ({ place, asOf }: { place: FoundPlace; asOf: string | null }) => (
  <Autocomplete.Item
    value={place}
    className="flex items-baseline justify-between gap-3 border-l-3 border-l-transparent px-2 py-1.5 wrap-anywhere text-text no-underline data-highlighted:border-l-text data-highlighted:bg-selected forced-colors:data-highlighted:outline-2 forced-colors:data-highlighted:-outline-offset-2"
    render={(props) => (
      <a {...props} href={atMoment(place.href, asOf)}>
        <span>{place.title}</span>
        {place.detail === null ? null : (
          <span
            className={`max-w-[45%] flex-none ${isRecordKind(place.kind) ? referenceLook() : "text-muted"}`}
          >
            {place.detail}
          </span>
        )}
      </a>
    )}
  />
);
