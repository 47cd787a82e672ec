import { useTranslate } from "react-admin";
import { daysAgo } from "./days";

/** The age of a moment in whole days, with the moment itself as its tooltip. */
export function DaysAgo({ timestamp }: { timestamp: string | null | undefined }) {
  const translate = useTranslate();
  const days = timestamp ? daysAgo(timestamp) : null;
  if (!timestamp || days === null) return null;
  return (
    <time dateTime={timestamp} title={new Date(timestamp).toLocaleString()} className="one-line">
      {days === 0 ? translate("age.today") : days === 1 ? translate("age.yesterday") : translate("age.days", { days })}
    </time>
  );
}
