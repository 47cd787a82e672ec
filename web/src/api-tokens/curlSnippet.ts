/** A shell command line's argument, safe whatever the text contains. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}

/** A command that uploads a report with the token, to paste into a pipeline or a terminal. */
export function uploadSnippet(origin: string, token: string, product: string): string {
  return [
    `curl --fail-with-body ${quoted(`${origin}/api/import/file_upload_observations_by_name/`)} \\`,
    `  --header ${quoted(`Authorization: APIToken ${token}`)} \\`,
    `  --form-string ${quoted(`product_name=${product}`)} \\`,
    `  --form-string 'branch_name=main' \\`,
    `  --form 'file=@report.sarif'`,
  ].join("\n");
}

/** A command that asks for the products that the token may see. */
export function listSnippet(origin: string, token: string): string {
  return [
    `curl --fail-with-body ${quoted(`${origin}/api/products/`)} \\`,
    `  --header ${quoted(`Authorization: APIToken ${token}`)}`,
  ].join("\n");
}
