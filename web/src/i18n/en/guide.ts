/** Texts of the guide on an empty server. */
export const guide = {
  guide: {
    arrived: "%{file} has arrived: %{smart_count} new observation. |||| %{file} has arrived: %{smart_count} new observations.",
    failed: "%{file} has arrived, but could not be imported: %{message}",
    import: "Upload the first report",
    import_text: "Run this command beside a report of your scanner, or put it into your pipeline. This page shows what has come as soon as it is there.",
    introduction: "Nothing is observed yet. In three steps the findings of your scanners are here.",
    open: "Look at %{product}",
    product: "Create a product",
    product_text: "A product is what is observed: an application, a service, a repository.",
    skip: "Skip",
    title: "Let us start",
    token: "Create an API token for the pipeline",
    token_again: "A new token takes its place. Whatever uses the old one can no longer sign in.",
    token_kept: "I have kept it",
    token_lost: "This product has the API token “%{name}”. It was shown once and cannot be shown again.",
    token_placeholder: "your-token",
    token_replace: "Make a new API token",
    token_text: "The token may upload reports to this product and do nothing else.",
    waiting: "Waiting for the first import…",
  },
};
