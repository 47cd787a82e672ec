/** What a snippet for a pipeline needs. */
export interface Target {
  /** Of the server: `https://secobserve.example.com`. */
  origin: string;
  product: string;
}

/** A command that uses a token, and how it is called. */
export interface Snippet {
  /** Key of the message catalogue. */
  label: string;
  text: string;
}

/** A shell command line's argument, safe whatever the text contains. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}

/** The lines of an upload by the product's name; `token` and `branch` are arguments as the shell reads them. */
function upload({ origin, product }: Target, token: string, branch: string): string[] {
  return [
    `curl --fail-with-body ${quoted(`${origin}/api/import/file_upload_observations_by_name/`)} \\`,
    `  --header ${token} \\`,
    `  --form-string ${quoted(`product_name=${product}`)} \\`,
    `  --form-string ${branch} \\`,
    `  --form 'file=@report.sarif'`,
  ];
}

const indented = (lines: readonly string[], spaces: number) => lines.map((line) => " ".repeat(spaces) + line);

/** For a terminal or any pipeline: the token stands in the command. */
function curl(target: Target, token: string): string {
  return upload(target, quoted(`Authorization: APIToken ${token}`), "'branch_name=main'").join("\n");
}

/** GitHub replaces its expressions before the shell sees a line: a name that looks like one is made an expression for itself. */
const withoutExpressions = (line: string) => line.replaceAll("${{", "${{ '${{' }}");

/** A step of a GitHub Actions job. */
function github(target: Target): string {
  return [
    "- name: Upload to SecObserve",
    "  if: always()",
    "  env:",
    "    SECOBSERVE_TOKEN: ${{ secrets.SECOBSERVE_TOKEN }}",
    "  run: |",
    ...indented(upload(target, '"Authorization: APIToken $SECOBSERVE_TOKEN"', '"branch_name=$GITHUB_REF_NAME"').map(withoutExpressions), 4),
  ].join("\n");
}

/** A job of a GitLab pipeline. */
function gitlab(target: Target): string {
  return [
    "secobserve:",
    "  stage: .post",
    "  when: always",
    "  image: curlimages/curl",
    "  script:",
    "    - |",
    ...indented(upload(target, '"Authorization: APIToken $SECOBSERVE_TOKEN"', '"branch_name=$CI_COMMIT_REF_NAME"'), 6),
  ].join("\n");
}

/** Ways to upload reports to a product, ready to be pasted. */
export function uploadSnippets(target: Target, token: string): Snippet[] {
  return [
    { label: "token.curl", text: curl(target, token) },
    { label: "token.github", text: github(target) },
    { label: "token.gitlab", text: gitlab(target) },
  ];
}

/** A command that asks for the products that the token may see. */
export function listSnippets(origin: string, token: string): Snippet[] {
  return [
    {
      label: "token.curl",
      text: [`curl --fail-with-body ${quoted(`${origin}/api/products/`)} \\`, `  --header ${quoted(`Authorization: APIToken ${token}`)}`].join("\n"),
    },
  ];
}
