/** Texts of screens that tell what has happened: checks, imports, tasks, changes. */
export const history = {
  check: {
    checks: "Vulnerability checks",
    none: "Nothing has been checked yet.",
    none_hint: "Each scanner and file that is imported appears here with its latest result.",
  },
  import_run: {
    none: "Nothing has been imported yet.",
    none_hint: "Every upload appears here with its result, also those that failed.",
  },
  notification: {
    mark_question: "Mark %{smart_count} notification as viewed? |||| Mark %{smart_count} notifications as viewed?",
    mark_title: "Mark as viewed",
    mark_viewed: "Mark as viewed",
    marked: "Notifications marked as viewed",
    none: "There are no notifications.",
    none_hint: "Changes of security gates appear here, and for administrators what went wrong in the background.",
    section: "Notification",
  },
  audit: { field: "Attribute", old: "Before", new: "After", none: "No single attribute was recorded." },
  duration: { milliseconds: "%{count} ms", seconds: "%{count} s", minutes: "%{minutes} min %{seconds} s" },
};
