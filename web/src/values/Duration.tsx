import { useTranslate } from "react-admin";

/** A time span of milliseconds in words. */
export function Duration({ milliseconds }: { milliseconds: number | null | undefined }) {
  const translate = useTranslate();
  if (milliseconds === null || milliseconds === undefined) return null;
  if (milliseconds < 1000) return translate("duration.milliseconds", { count: milliseconds });
  const seconds = Math.round(milliseconds / 1000);
  if (seconds < 60) return translate("duration.seconds", { count: (milliseconds / 1000).toFixed(1) });
  return translate("duration.minutes", { minutes: Math.floor(seconds / 60), seconds: seconds % 60 });
}
